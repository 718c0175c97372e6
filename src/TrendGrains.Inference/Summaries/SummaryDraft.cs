using System.Buffers;
using TrendGrains.Text;
using TrendGrains.Text.Counting;

namespace TrendGrains.Inference.Summaries;

/// <summary>
/// A text cut into sentences, each with a row of features for the model <c>summary</c>; once the rows are scored, the best sentences that do not repeat
/// each other. Pure: the same text gives the same rows.
/// </summary>
public sealed class SummaryDraft
{
    /// <summary>Sentences that are read; a news text says what it says before.</summary>
    public const int MostSentences = 128;

    /// <summary>UTF-16 units that are read.</summary>
    private const int MostText = 40_000;

    /// <summary>Sentences of a block that is a caption or a footer when one of them is a credit; a longer one is a text with a credit in it.</summary>
    private const int MostCaption = 3;

    private static readonly SearchValues<char> closers = SearchValues.Create("\"'”’)]」』》〉»） ");

    private readonly string text;
    private readonly DraftSentence[] sentences;

    private SummaryDraft(string text, DraftSentence[] sentences, float[][] rows) => (this.text, this.sentences, Rows) = (text, sentences, rows);

    /// <summary>One row a sentence, in their order, as long as <see cref="SentenceFeatures.Names"/>; none for a text without sentences.</summary>
    public float[][] Rows { get; }

    /// <param name="title">Null where the text has none of its own; a heading that the text begins with then stands for it.</param>
    /// <param name="text">Blocks with a blank line between, as <c>extract</c> gives them. Offsets are into this very string.</param>
    public static SummaryDraft Of(string? title, string text)
    {
        var read = TextCut(text);
        var found = Cut(read);
        if (string.IsNullOrWhiteSpace(title) && found is [{ IsHeading: true } first, _, ..])
        {
            title = read.Substring(first.Start, first.Length);
        }
        var credits = found.Where(s => IsCredit(read.AsSpan(s.Start, s.Length))).ToHashSet();
        var captions = found.GroupBy(s => s.Block).Where(b => b.Count() <= MostCaption && b.Any(credits.Contains)).Select(b => b.Key).ToHashSet();
        var telling = found.Where(s => !s.IsHeading && !credits.Contains(s) && !captions.Contains(s.Block)).ToArray();
        // A text of headings, credits or captions alone still has something to say.
        var sentences = telling.Length > 0 ? telling : [.. found];
        sentences = sentences.Length > MostSentences ? sentences[..MostSentences] : sentences;
        foreach (var sentence in sentences)
        {
            TermReader.Read(read.AsSpan(sentence.Start, sentence.Length), sentence.Terms);
        }
        var titleTerms = new List<Term>();
        TermReader.Read(TextCut(title ?? ""), titleTerms);
        return new SummaryDraft(text, sentences, SentenceFeatures.Of(read, sentences, titleTerms));
    }

    /// <summary>How many sentences a summary of this text has: one of three or fewer, two up to six, three of more.</summary>
    public int UsualSentences => sentences.Length switch { 0 => 0, <= 3 => 1, <= 6 => 2, _ => 3 };

    /// <summary>The sentences that a summary has, in the order of the text.</summary>
    /// <param name="scores">Of each row, the higher the better.</param>
    /// <param name="most">1-3 as a rule; <see cref="UsualSentences"/> when null.</param>
    /// <exception cref="ArgumentException">Not a score a row.</exception>
    public IReadOnlyList<SummarySentence> Choose(IReadOnlyList<float> scores, int? most = null)
    {
        if (scores.Count != sentences.Length)
        {
            throw new ArgumentException($"{scores.Count} scores for {sentences.Length} sentences.", nameof(scores));
        }
        return [.. SentenceChoice.Of([.. sentences.Select(s => s.Vector)], scores, Math.Min(most ?? UsualSentences, sentences.Length)).Select(Sentence)];
    }

    /// <summary>The first sentences as they come: what a summary must beat.</summary>
    public IReadOnlyList<SummarySentence> Lead(int most) => [.. Enumerable.Range(0, Math.Min(most, sentences.Length)).Select(Sentence)];

    /// <summary>Every sentence that may be chosen.</summary>
    public IReadOnlyList<SummarySentence> All => [.. Enumerable.Range(0, sentences.Length).Select(Sentence)];

    private SummarySentence Sentence(int i) => new(text.Substring(sentences[i].Start, sentences[i].Length), sentences[i].Start, sentences[i].End);

    private static List<DraftSentence> Cut(string text)
    {
        var found = new List<DraftSentence>();
        var (block, inBlock, last) = (-1, 0, -1);
        foreach (var (start, length) in Sentences.Spans(text))
        {
            var begins = last < 0 || BreaksBlock(text.AsSpan(last, start - last));
            (block, inBlock) = begins ? (block + 1, 0) : (block, inBlock + 1);
            var ends = start + length == text.Length || BreaksBlock(Gap(text, start + length));
            found.Add(new DraftSentence(start, length, block, inBlock, begins && ends && !HasEnd(text.AsSpan(start, length))));
            last = start + length;
        }
        return found;
    }

    /// <summary>Whose picture or text it is, or what may be done with it: a short block around it is a caption or a footer.</summary>
    private static bool IsCredit(ReadOnlySpan<char> sentence) =>
        sentence[0] is 'ⓒ' or '©' || sentence.StartsWith("[사진") || sentence.StartsWith("사진=") || sentence.StartsWith("(사진") || sentence.Contains("무단전재", StringComparison.Ordinal)
        || sentence.Contains("무단 전재", StringComparison.Ordinal) || sentence.StartsWith("Photo:", StringComparison.OrdinalIgnoreCase) || sentence.StartsWith("Image:", StringComparison.OrdinalIgnoreCase)
        || sentence.Contains("all rights reserved", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Gap(string text, int from)
    {
        var end = from;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }
        return text.AsSpan(from, end - from);
    }

    private static bool BreaksBlock(ReadOnlySpan<char> gap) => gap.Count('\n') > 1 || gap.Contains('\u2029');

    /// <summary>Whether it ends as sentences do. A Korean headline ends in a noun, a caption in nothing.</summary>
    private static bool HasEnd(ReadOnlySpan<char> sentence)
    {
        var end = sentence.Length;
        while (end > 0 && closers.Contains(sentence[end - 1]))
        {
            end--;
        }
        return end > 0 && (sentence[end - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '．' || (sentence[end - 1] is '다' or '요' or '죠' && sentence.Length > 20));
    }

    private static string TextCut(string text)
    {
        if (text.Length <= MostText)
        {
            return text;
        }
        return text[..(char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText)];
    }
}

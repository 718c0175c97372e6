using System.Collections.Concurrent;
using System.Text;
using TrendGrains.Inference.Tokenizers.Hub.Normalizers;
using TrendGrains.Inference.Tokenizers.Hub.PostProcessors;
using TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;
using TrendGrains.Inference.Tokenizers.Hub.Reading;
using TrendGrains.Inference.Tokenizers.Hub.Subwords;

namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>
/// A tokenizer as model hubs keep it, <c>tokenizer.json</c>, that gives the ids that the reference (the Rust library <c>tokenizers</c>)
/// gives. Safe for use by several threads.
/// </summary>
public sealed class HubTokenizer
{
    private readonly ConcurrentBag<Workspace> workspaces = [];
    private readonly TokenizerParts parts;

    internal HubTokenizer(TokenizerParts parts) => this.parts = parts;

    public Truncation? Truncation => parts.Truncation;

    public Padding? Padding => parts.Padding;

    /// <exception cref="TokenizerFormatException">Not JSON, or a tokenizer that cannot be followed exactly.</exception>
    public static HubTokenizer Parse(ReadOnlyMemory<byte> json) => new(TokenizerReader.Read(json));

    public int? IdOf(string token) => parts.IdOf(token);

    public string? TokenOf(int id) => parts.TokenOf(id);

    /// <summary>Special tokens that a row gets.</summary>
    public int SpecialTokens(bool isPair) => parts.PostProcessor?.Added(isPair) ?? 0;

    /// <summary>The ids of a text with the model's special tokens, cut as the tokenizer says.</summary>
    public int[] Ids(string text, string? second = null)
    {
        var row = new TokenRow();
        Encode(text, second, row);
        return row.Ids.ToArray();
    }

    /// <summary>Empties the row and writes the tokens of a text, or of two texts that belong together, into it. Nothing is padded.</summary>
    /// <param name="text">Half a surrogate pair counts as U+FFFD.</param>
    /// <param name="withSpans">Also where each token stands in its text.</param>
    /// <param name="truncation">Counts instead of the tokenizer's own; null leaves that.</param>
    public void Encode(
        string text, string? second, TokenRow row, bool addsSpecial = true, bool withSpans = false, Truncation? truncation = null)
    {
        if (!workspaces.TryTake(out var work))
        {
            work = new Workspace();
        }
        try
        {
            row.Clear();
            var limit = truncation ?? parts.Truncation;
            Tokenize(text, 0, work, work.First, withSpans, limit);
            var other = second is null ? null : work.Second;
            if (second is not null)
            {
                Tokenize(second, 1, work, work.Second, withSpans, limit);
            }
            if (limit is not null)
            {
                limit.Apply(work.First, other, Math.Max(0, limit.MaxTokens - (addsSpecial ? SpecialTokens(second is not null) : 0)));
            }
            if (withSpans && parts.PostProcessor is not null)
            {
                parts.PostProcessor.Trim(work.First, TextIn(text));
                if (second is not null)
                {
                    parts.PostProcessor.Trim(work.Second, TextIn(second));
                }
            }
            Write(work.First, other, addsSpecial, row);
        }
        finally
        {
            work.Shrink();
            workspaces.Add(work);
        }
    }

    /// <summary>A token's text as the reference keeps it: an added token's is what it took of the given text.</summary>
    private Func<int, TextSpan, string?> TextIn(string given) =>
        (id, span) => parts.IsAdded(id) ? given[span.Start..span.End] : TokenOf(id);

    private void Write(TokenRow first, TokenRow? second, bool addsSpecial, TokenRow row)
    {
        if (parts.PostProcessor is { Writes: true } writer)
        {
            writer.Write(first, second, addsSpecial, row);
            return;
        }
        row.Append(first, 0);
        if (second is not null)
        {
            row.Append(second, 1);
        }
    }

    private void Tokenize(string given, int type, Workspace work, TokenRow row, bool withSpans, Truncation? limit)
    {
        row.Clear();
        var text = Whole(given);
        Normalize(text, work, withSpans || parts.NeedsOrigins);
        parts.PreTokenizer?.Apply(work);
        // Pieces beyond the limit need no tokens; where the end is kept all are cut first.
        var most = limit is { CutsStart: false } && (limit.Strategy != TruncationStrategy.OnlySecond || type != 0) ? limit.MaxTokens : int.MaxValue;
        foreach (var piece in work.Pieces)
        {
            if (row.Count >= most)
            {
                break;
            }
            if (piece.Token != Piece.Open)
            {
                row.Add(piece.Token, type, false, withSpans ? SpanOf(work.Text, piece.Start, piece.End) : default);
            }
            else if (piece.End > piece.Start)
            {
                Tokenize(piece, type, work, row, withSpans);
            }
        }
    }

    /// <summary>Finds added tokens in the text as it was given, normalises what lies between them, and finds those that are looked for there.</summary>
    private void Normalize(string text, Workspace work, bool traced)
    {
        work.Pieces.Clear();
        work.Next.Clear();
        work.Text.Begin(traced);
        parts.GivenTokens.Cut(text, 0, work.Next);
        work.Advance();
        foreach (var piece in work.Pieces)
        {
            var start = work.Text.Length;
            if (piece.Token != Piece.Open)
            {
                work.Text.AppendOriginal(text, piece.Start, piece.End);
                work.Next.Add(new Piece(start, work.Text.Length, piece.Token));
                continue;
            }
            work.Section.Begin(traced);
            work.Section.AppendOriginal(text, piece.Start, piece.End);
            parts.Normalizer?.Apply(work.Section, work.Spare);
            work.Text.Append(work.Section, 0, work.Section.Length);
            parts.NormalizedTokens.Cut(work.Section.Units, start, work.Next);
        }
        work.Advance();
    }

    private void Tokenize(Piece piece, int type, Workspace work, TokenRow row, bool withSpans)
    {
        var units = work.Text[piece.Start, piece.End];
        if (!parts.Model.Remembers || !PieceMemory.Takes(units))
        {
            Add(Cut(units, work), piece, type, work, row, withSpans);
        }
        else if (work.Memory.TryGet(units, out var known, out var hash))
        {
            Add(known, piece, type, work, row, withSpans);
        }
        else
        {
            var made = Cut(units, work);
            work.Memory.Keep(units, hash, made);
            Add(made, piece, type, work, row, withSpans);
        }
    }

    private ReadOnlySpan<PieceToken> Cut(ReadOnlySpan<char> units, Workspace work)
    {
        work.Sink.CutTo(0);
        parts.Model.Tokenize(units, work, work.Sink);
        return work.Sink.Tokens;
    }

    private static void Add(ReadOnlySpan<PieceToken> tokens, Piece piece, int type, Workspace work, TokenRow row, bool withSpans)
    {
        foreach (var token in tokens)
        {
            row.Add(token.Id, type, false, withSpans ? SpanOf(work.Text, piece.Start + token.Start, piece.Start + token.End) : default);
        }
    }

    private static TextSpan SpanOf(TracedText text, int start, int end) =>
        end > start ? new TextSpan(text.Origin(start).Start, text.Origin(end - 1).End) : default;

    private static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return Mended(text);
                }
                i++;
            }
        }
        return text;
    }

    private static string Mended(string text) => string.Create(text.Length, text, (target, source) =>
    {
        var at = 0;
        foreach (var rune in source.EnumerateRunes())
        {
            at += rune.EncodeToUtf16(target[at..]);
        }
    });
}

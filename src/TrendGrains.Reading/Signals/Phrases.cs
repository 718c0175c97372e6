using System.Buffers;

namespace TrendGrains.Reading.Signals;

/// <summary>A list of phrases that are looked for in running text, whatever their case; a phrase that ends in a Latin letter is a word of its own.</summary>
internal sealed class Phrases
{
    private readonly string[] phrases;
    private readonly SearchValues<string> search;

    /// <param name="lists">Phrases parted by " | ".</param>
    public Phrases(params ReadOnlySpan<string> lists)
    {
        phrases = [.. string.Join(" | ", lists).Split(" | ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).OrderByDescending(p => p.Length)];
        search = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
    }

    public bool In(ReadOnlySpan<char> text) => Count(text, 1) > 0;

    /// <summary>The text is one of the phrases, and nothing else.</summary>
    public bool Is(string text) => phrases.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);

    public int Count(ReadOnlySpan<char> text, int most = int.MaxValue)
    {
        var count = 0;
        for (var at = 0; count < most;)
        {
            var found = text[at..].IndexOfAny(search);
            if (found < 0)
            {
                break;
            }
            at += found;
            var length = LengthAt(text, at);
            count += length > 0 ? 1 : 0;
            at += Math.Max(1, length);
        }
        return count;
    }

    private int LengthAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var phrase in phrases)
        {
            if (!text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            var end = at + phrase.Length;
            var isWord = (!char.IsAsciiLetterOrDigit(phrase[0]) || at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
                && (!char.IsAsciiLetterOrDigit(phrase[^1]) || end >= text.Length || !char.IsAsciiLetterOrDigit(text[end]));
            if (isWord)
            {
                return phrase.Length;
            }
        }
        return 0;
    }
}

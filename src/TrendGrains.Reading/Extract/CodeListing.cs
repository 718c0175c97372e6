using System.Text;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Extract;

/// <summary>The text of a preformatted element with its lines, without the numbers that number them.</summary>
internal static class CodeListing
{
    /// <summary>Line breaks and indentation kept, trailing space and empty lines at both ends left out; empty where there is only a column of line numbers.</summary>
    public static string Of(ReadOnlySpan<PageNode> nodes, int at)
    {
        var code = new StringBuilder();
        for (var i = at + 1; i < nodes[at].End; i++)
        {
            if (nodes[i].Tag == Tag.Text)
            {
                code.Append(nodes[i].Text);
            }
            else if (nodes[i].Tag == Tag.Button || IsLineNumber(nodes, i))
            {
                i = nodes[i].End - 1;
            }
            else if (nodes[i].Tag == Tag.Br || nodes[i].Tag.IsBlock())
            {
                EndLine(code);
            }
        }
        return Tidy(code);
    }

    /// <summary>The language that a highlighter's class names, lower case: <c>language-rust</c>, <c>lang-rust</c>, <c>highlight-source-rust</c>.</summary>
    public static string? Language(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (var (up, level) = (at, 0); up > 0 && level < 3; up = nodes[up].Parent, level++)
        {
            if (LanguageOf(nodes[up].Element?.ClassName) is { } language)
            {
                return language;
            }
        }
        for (var i = at + 1; i < nodes[at].End && i < at + 4; i++)
        {
            if (nodes[i].Tag == Tag.Code && LanguageOf(nodes[i].Element?.ClassName) is { } language)
            {
                return language;
            }
        }
        return null;
    }

    private static string? LanguageOf(string? classes)
    {
        foreach (var name in (classes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var prefix in new[] { "language-", "lang-", "highlight-source-", "brush:" })
            {
                if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length && name.Length < prefix.Length + 20)
                {
                    return name[prefix.Length..].ToLowerInvariant();
                }
            }
        }
        return null;
    }

    private static bool IsLineNumber(ReadOnlySpan<PageNode> nodes, int at)
    {
        if (nodes[at].Element?.ClassName is not { } name || !(name.Contains("lineno", StringComparison.OrdinalIgnoreCase) || name.Contains("line-number", StringComparison.OrdinalIgnoreCase)
            || name.Contains("linenumber", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }
        for (var i = at + 1; i < nodes[at].End; i++)
        {
            if (nodes[i].Text is { } text && !IsNumbers(text))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsNumbers(string text) => text.Length < 20_000 && text.AsSpan().IndexOfAnyExcept("0123456789 \t\r\n\u00A0\u2028\u2003") < 0;

    private static void EndLine(StringBuilder code)
    {
        if (code.Length > 0 && code[^1] is not ('\n' or '\u2028'))
        {
            code.Append('\n');
        }
    }

    private static string Tidy(StringBuilder code)
    {
        // Kept white space comes as such that HTML does not know (see TokenBudget).
        code.Replace('\u2028', '\n').Replace('\u00A0', ' ').Replace('\u2003', '\t').Replace("\r", "");
        var lines = code.ToString().Split('\n');
        var tidy = new StringBuilder(code.Length);
        var (count, empty, last) = (0, 0, 0);
        foreach (var line in lines)
        {
            var before = tidy.Length;
            tidy.Append('\n', count > 0 ? empty + 1 : 0);
            if (!AppendLine(tidy, line))
            {
                tidy.Length = before;
                empty += count > 0 && empty < 2 ? 1 : 0;
                continue;
            }
            (count, empty) = (count + 1, 0);
            last = tidy.Length;
        }
        tidy.Length = last;
        return count == 0 || IsNumbers(tidy.ToString()) && count > 3 ? "" : TextNormalizer.Compose(tidy.ToString());
    }

    /// <summary>The line as it stands, but for what is invisible; false if nothing is left.</summary>
    private static bool AppendLine(StringBuilder tidy, ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        var hasWords = false;
        while (line.Length > 0)
        {
            var word = line.IndexOfAny(' ', '\t');
            if (word != 0)
            {
                var before = tidy.Length;
                TextNormalizer.AppendFolded(tidy, word < 0 ? line : line[..word]);
                hasWords |= tidy.Length > before;
            }
            if (word < 0)
            {
                break;
            }
            tidy.Append(line[word]);
            line = line[(word + 1)..];
        }
        return hasWords;
    }
}

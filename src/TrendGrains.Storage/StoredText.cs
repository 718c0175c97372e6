using System.Diagnostics.CodeAnalysis;

namespace TrendGrains.Storage;

/// <summary>Text that Postgres can hold: no NUL, no lone surrogate (RFC 3629 has no encoding for either half alone).</summary>
internal static class StoredText
{
    private const char Replacement = '\uFFFD';

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text)
    {
        if (text is null || !NeedsCleaning(text))
        {
            return text;
        }

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i] == '\0' || IsLone(source, i) ? Replacement : source[i];
            }
        });
    }

    private static bool NeedsCleaning(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || IsLone(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLone(string text, int i) =>
        (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])))
        || (char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1])));
}

using TrendGrains.Reading;

namespace TrendGrains.Grains.Ingest;

/// <summary>A page as models read it: its title on a line of its own, then its text. Pure.</summary>
internal static class ModelText
{
    /// <summary>UTF-16 units that are sent. Models read a shorter prefix: the n-gram models 1,024 code points, encoders some hundred tokens.</summary>
    private const int Longest = 8192;

    public static string Of(ReadPage page)
    {
        var length = Math.Min(page.Text.Length, Longest);
        if (length < page.Text.Length && char.IsHighSurrogate(page.Text[length - 1]))
        {
            length--;
        }

        return string.Concat(page.Title, "\n", page.Text.AsSpan(0, length));
    }

    /// <summary>Whether there is anything to have a topic or a tone.</summary>
    public static bool Says(ReadPage page) =>
        page.Problem is not { IsUnreadable: true } && !(string.IsNullOrWhiteSpace(page.Title) && string.IsNullOrWhiteSpace(page.Text));
}

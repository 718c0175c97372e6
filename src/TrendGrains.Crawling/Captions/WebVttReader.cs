using System.Globalization;
using System.Text;

namespace TrendGrains.Crawling.Captions;

/// <summary>
/// Reads WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format", 4 and 6.1): cues in the file's order. Comments, styles, regions and
/// settings are passed over, a cue whose times are not well formed is left out. Linear in the input, which is cut where it is too long.
/// </summary>
internal static class WebVttReader
{
    private const int MostCues = 50_000;
    private const int MostLinesOfCue = 20;

    /// <summary>The cues; null where the file is no WebVTT.</summary>
    public static List<CaptionCue>? Read(ReadOnlySpan<byte> file)
    {
        var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Replace('\0', '\uFFFD');
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        if (!lines[0].StartsWith("WEBVTT", StringComparison.Ordinal) || (lines[0].Length > 6 && lines[0][6] is not (' ' or '\t')))
        {
            return null;
        }

        var cues = new List<CaptionCue>();
        for (var at = 1; at < lines.Length && cues.Count < MostCues;)
        {
            // Whatever a block is called (an identifier, NOTE, STYLE, REGION, a header), times make it a cue.
            if (!TryTimes(lines[at], out var start, out var end))
            {
                at++;
                continue;
            }

            var first = ++at;
            while (at < lines.Length && lines[at].Length > 0 && !lines[at].Contains("-->", StringComparison.Ordinal))
            {
                at++;
            }

            Add(cues, start, end, lines.AsSpan(first, Math.Min(at - first, MostLinesOfCue)));
        }

        return cues;
    }

    private static void Add(List<CaptionCue> cues, TimeSpan start, TimeSpan end, ReadOnlySpan<string> payload)
    {
        var (lines, voice) = (new List<string>(), (string?)null);
        foreach (var line in payload)
        {
            if (CueText.Flatten(line, ref voice) is { Length: > 0 } text)
            {
                lines.Add(text);
            }
        }

        if (lines.Count > 0)
        {
            cues.Add(new CaptionCue(start, end, [.. lines], voice));
        }
    }

    private static bool TryTimes(string line, out TimeSpan start, out TimeSpan end)
    {
        (start, end) = (default, default);
        var arrow = line.IndexOf("-->", StringComparison.Ordinal);
        if (arrow < 0)
        {
            return false;
        }

        // Settings may follow the second time.
        var after = line.AsSpan(arrow + 3).Trim();
        var space = after.IndexOfAny(' ', '\t');
        return TryTime(line.AsSpan(0, arrow).Trim(), out start) && TryTime(space < 0 ? after : after[..space], out end) && end > start;
    }

    /// <summary><c>mm:ss.ttt</c> or <c>hh:mm:ss.ttt</c>, hours of two digits or more.</summary>
    private static bool TryTime(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text.Length is < 9 or > 20 || text[^4] != '.' || text[^7] != ':' || (text.Length > 9 && text[^10] != ':'))
        {
            return false;
        }

        var hours = 0;
        if (!Number(text[^3..], out var milliseconds) || !Number(text[^6..^4], out var seconds) || seconds > 59
            || !Number(text[^9..^7], out var minutes) || minutes > 59
            || (text.Length > 9 && (text.Length < 12 || !Number(text[..^10], out hours) || hours > 100_000)))
        {
            return false;
        }

        time = new TimeSpan(0, hours, minutes, seconds, milliseconds);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

using System.Text;

namespace TrendGrains.Crawling.Captions;

/// <summary>What is said in a video, as text to read: paragraphs joined by an empty line.</summary>
public static class Transcript
{
    private const int MostCharacters = 500_000;

    /// <summary>Captions have no paragraphs; a silence or this many characters make one.</summary>
    private const int ParagraphLength = 600;

    private static readonly TimeSpan silence = TimeSpan.FromSeconds(3);

    /// <summary>The text of a WebVTT file; null where it is none or says nothing.</summary>
    public static string? FromWebVtt(ReadOnlySpan<byte> file) => WebVttReader.Read(file) is { } cues ? Of(RollingCaptions.Unrolled(cues)) : null;

    private static string? Of(List<CaptionCue> cues)
    {
        var (text, paragraph) = (new StringBuilder(), 0);
        CaptionCue? last = null;
        foreach (var cue in cues)
        {
            foreach (var line in cue.Lines.Where(l => !IsSoundOnly(l)))
            {
                var breaks = last is not null && (cue.Start - last.End >= silence || cue.Voice != last.Voice || paragraph >= ParagraphLength);
                if (text.Length > 0)
                {
                    text.Append(breaks ? "\n\n" : " ");
                    paragraph = breaks ? 0 : paragraph;
                }

                text.Append(line);
                paragraph += line.Length;
                last = cue;
            }

            if (text.Length > MostCharacters)
            {
                break;
            }
        }

        return text.Length == 0 ? null : text.ToString(0, Math.Min(text.Length, MostCharacters));
    }

    /// <summary>[Music], (박수), ♪: heard, but not said.</summary>
    private static bool IsSoundOnly(string line) =>
        (line[0] == '[' && line.IndexOf(']') == line.Length - 1) || (line[0] == '(' && line.IndexOf(')') == line.Length - 1) || line.All(c => c is '♪' or '♫' or ' ' or '-');
}

using System.Net;
using System.Text;

namespace TrendGrains.Crawling.Captions;

/// <summary>A line of a cue without its markup (WebVTT 4.2.2): tags and time stamps gone, the small print over ruby gone, references resolved.</summary>
internal static class CueText
{
    /// <param name="voice">Set to the speaker where the line names one.</param>
    public static string Flatten(string line, ref string? voice)
    {
        var text = new StringBuilder(line.Length);
        var inRubyText = false;
        for (var at = 0; at < line.Length;)
        {
            if (line[at] != '<')
            {
                if (!inRubyText)
                {
                    text.Append(line[at]);
                }

                at++;
                continue;
            }

            var end = line.IndexOf('>', at);
            var tag = end < 0 ? line.AsSpan(at + 1) : line.AsSpan(at + 1, end - at - 1);
            inRubyText = IsTag(tag, "rt") || (inRubyText && !IsTag(tag, "/rt") && !IsTag(tag, "/ruby"));
            if (IsTag(tag, "v") && tag.IndexOfAny(' ', '\t') is var space and > 0)
            {
                voice = WebUtility.HtmlDecode(tag[(space + 1)..].Trim().ToString());
            }

            at = end < 0 ? line.Length : end + 1;
        }

        return Folded(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>The name of a tag ends at a class, an annotation or its end.</summary>
    private static bool IsTag(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.Ordinal) && (tag.Length == name.Length || tag[name.Length] is '.' or ' ' or '\t');

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u200E' or '\u200F' or '\u200B' or '\uFEFF')
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}

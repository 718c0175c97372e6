using System.Text.RegularExpressions;
using TrendGrains.Text;

namespace TrendGrains.Reading.Extract;

/// <summary>Logs pasted into a thread: the first lines say what one is, and who reads the thread skips the rest. So does its text; its code stays whole.</summary>
internal static partial class PastedLogs
{
    private const int LeastStamps = 10;
    private const int KeptLines = 15;

    public static void Cut(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Code is { } code && EndOfLine(code, KeptLines) is > 0 and var end && Stamp().Count(code) >= LeastStamps)
            {
                var kept = TextNormalizer.Fold(code.AsSpan(0, end));
                blocks[i] = new Block
                {
                    Kind = block.Kind,
                    Text = kept,
                    Code = code,
                    Node = block.Node,
                    Owner = block.Owner,
                    LinkChars = Math.Min(block.LinkChars, kept.Length),
                    Tag = block.Tag,
                };
            }
        }
    }

    /// <summary>Where the given line ends; −1 where the text has no more lines than that.</summary>
    private static int EndOfLine(string text, int line)
    {
        var at = -1;
        while (line-- > 0)
        {
            at = text.IndexOf('\n', at + 1);
            if (at < 0)
            {
                return -1;
            }
        }
        return at;
    }

    /// <summary>A time of day to the second, as logs stamp their lines; people say when to the minute.</summary>
    [GeneratedRegex(@"(?<![\d:])\d{1,2}:\d\d:\d\d(?![\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}

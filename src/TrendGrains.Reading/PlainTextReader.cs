using TrendGrains.Reading.Language;
using TrendGrains.Text;

namespace TrendGrains.Reading;

/// <summary>Reads plain text: paragraphs are parted by blank lines, the first short line is the title.</summary>
internal static class PlainTextReader
{
    private const int LongestTitle = 200;

    public static ReadPage Read(string text)
    {
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n").Select(b => TextNormalizer.Fold(b)).Where(b => b.Length > 0).ToList();
        var body = string.Join("\n\n", blocks);
        return new ReadPage
        {
            Title = blocks.Count > 1 && blocks[0].Length <= LongestTitle ? blocks[0] : null,
            Text = body,
            Blocks = [.. blocks.Select(b => new PageBlock("paragraph", b))],
            Language = LanguageDetector.Detect(body),
            PageKind = PageKinds.Other,
        };
    }
}

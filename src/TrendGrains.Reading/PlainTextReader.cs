using TrendGrains.Reading.Language;

namespace TrendGrains.Reading;

/// <summary>Reads plain text: paragraphs are parted by blank lines, the first short line is the title.</summary>
internal static class PlainTextReader
{
    private const int LongestTitle = 200;

    public static ReadPage Read(string text)
    {
        var blocks = Paragraphs.Of(text);
        var body = string.Join("\n\n", blocks);
        return new ReadPage
        {
            Title = blocks.Length > 1 && blocks[0].Length <= LongestTitle ? blocks[0] : null,
            Text = body,
            Blocks = [.. blocks.Select(b => new PageBlock("paragraph", b))],
            Language = LanguageDetector.Detect(body),
            PageKind = PageKinds.Other,
        };
    }
}

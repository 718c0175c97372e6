using AngleSharp.Dom;

namespace TrendGrains.Reading.Markup;

/// <summary>Inline elements that hold a picture's caption by their class alone, as Korean portals write them: without more they would run into the text.</summary>
internal static class CaptionNames
{
    public static bool Is(IElement element) => element.GetAttribute("class") is { Length: > 0 and < 100 } name
        && (name.Contains("img_desc", StringComparison.OrdinalIgnoreCase) || name.Contains("photo_desc", StringComparison.OrdinalIgnoreCase) || name.Contains("img_caption", StringComparison.OrdinalIgnoreCase)
            || name.Contains("imgcaption", StringComparison.OrdinalIgnoreCase) || name.Contains("photo_caption", StringComparison.OrdinalIgnoreCase) || name.Contains("txt_caption", StringComparison.OrdinalIgnoreCase));
}

using System.Text.RegularExpressions;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata;

/// <summary>The picture that stands for a page: not its logo, a place-holder or a counter.</summary>
internal static partial class LeadPicture
{
    /// <summary>Null for what is no address or is a site's furniture.</summary>
    public static string? Believable(string? address, PageUrls urls) =>
        urls.Absolute(address) is { } url && !IsFurniture(url) ? url : null;

    /// <summary>Where the head names no picture, the first of the content leads, unless the page says that it is small.</summary>
    public static void NameFirst(PageMetadata meta, PageMedia[] media)
    {
        if (meta.LeadImage is null && Array.FindIndex(media, m => m.Kind == "image" && (m.Width ?? Large) >= Large) is >= 0 and var first)
        {
            (media[0], media[first]) = (media[first], media[0]);
            meta.Origins["leadImage"] = "dom";
        }
    }

    private const int Large = 200;

    public static bool IsFurniture(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (Furniture().IsMatch(uri.AbsolutePath) || Counter().IsMatch(url));

    [GeneratedRegex(@"(^|[/_\-.])(logos?|favicon|sprites?|spacer|blank|pixel|1x1|transparent|placeholder|no[_\-]?image|noimg|default[_\-]?(image|img|thumb(nail)?|og|share)|icons?|avatars?|emoji|emoticon|btn|button|bullet|loading|loader)([/_\-.0-9]|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"(facebook\.com/tr|doubleclick|google-analytics|scorecardresearch|quantserve|/pixel[./?]|/beacon|gravatar\.com|feeds\.feedburner|stats\.wp\.com|b\.gif|/count(er)?\.)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Counter();
}

using TrendGrains.Reading.Kinds;

namespace TrendGrains.Reading.Signals;

/// <summary>What the address of a page says.</summary>
internal static class AddressSignals
{
    private static readonly Signal[] votes =
    [
        Signal.AddressArticle, Signal.AddressService, Signal.AddressForum, Signal.AddressProduct, Signal.AddressCollection, Signal.AddressListing, Signal.AddressDocumentation,
    ];

    public static void Fill(PageSignals signals, string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return;
        }
        var path = uri.AbsolutePath;
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = segments.Length > 0 ? segments[^1] : "";
        signals[Signal.HasAddress] = 1;
        signals[Signal.AddressDepth] = segments.Length;
        signals[Signal.AddressIsRoot] = segments.Length == 0 ? 1 : 0;
        signals[Signal.AddressHyphens] = last.Count(c => c is '-' or '_' or '+');
        signals[Signal.AddressDigits] = last.Count(char.IsAsciiDigit);
        signals[Signal.AddressDated] = segments.Any(IsYear) ? 1 : 0;
        signals[Signal.AddressQuery] = uri.Query.Length > 1 ? 1 : 0;
        signals[Signal.AddressFile] = last.LastIndexOf('.') is > 0 and var dot && last.Length - dot is >= 4 and <= 6 ? 1 : 0;
        signals[Signal.AddressLength] = path.Length;
        Span<double> counted = stackalloc double[votes.Length];
        AddressVotes.Add(counted, url);
        for (var i = 0; i < votes.Length; i++)
        {
            signals[votes[i]] = counted[i];
        }
        foreach (var label in uri.Host.ToLowerInvariant().Split('.'))
        {
            switch (label)
            {
                case "blog" or "blogs" or "medium" or "substack" or "wordpress" or "blogspot" or "tistory" or "brunch":
                    signals[Signal.AddressBlogHost] = 1;
                    break;
                case "shop" or "store" or "mall" or "smartstore" or "coupang" or "amazon" or "ebay" or "etsy":
                    signals[Signal.AddressShopHost] = 1;
                    break;
                case "forum" or "forums" or "community" or "discuss" or "board" or "stackoverflow" or "stackexchange" or "reddit" or "cafe":
                    signals[Signal.AddressForumHost] = 1;
                    break;
                case "docs" or "doc" or "developer" or "developers" or "learn" or "support" or "help" or "wiki" or "readthedocs":
                    signals[Signal.AddressDocumentationHost] = 1;
                    break;
                case "news" or "press" or "times" or "daily" or "herald" or "magazine":
                    signals[Signal.AddressNewsHost] = 1;
                    break;
            }
        }
    }

    private static bool IsYear(string segment) => segment.Length == 4 && segment.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && segment[0] is '1' or '2' && segment[..2] is "19" or "20";
}

using System.Buffers;
using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Signals;

/// <summary>What the title, the chosen text, its writer and its links say, whatever the thing was read from.</summary>
internal static partial class TextSignals
{
    /// <summary>Of a longer text the start and the end: that is where it says what it is.</summary>
    private const int Longest = 20_000;
    private const int LongestLabel = 60;
    private const int LabelBlocks = 4;
    private const double WordsOfOneLink = 300;

    private static readonly SearchValues<char> quotes = SearchValues.Create("\"“”「『");

    /// <summary>The page with its signals completed; without any where its text is too strange to be searched in time, so that nothing is decided about it.</summary>
    public static ReadPage Complete(ReadPage page, string? url, bool isEntry)
    {
        try
        {
            return page with { Signals = Of(page, url, isEntry) };
        }
        catch (RegexMatchTimeoutException)
        {
            return page with { Signals = null };
        }
    }

    private static PageSignals Of(ReadPage page, string? url, bool isEntry)
    {
        var signals = page.Signals ?? new PageSignals();
        var text = page.Text.Length <= Longest ? page.Text : string.Concat(page.Text.AsSpan(0, Longest * 3 / 4), "\n\n", page.Text.AsSpan(page.Text.Length - (Longest / 4)));
        if (page.Signals is null)
        {
            AddressSignals.Fill(signals, url ?? page.CanonicalUrl);
        }
        signals[Signal.IsEntry] = isEntry ? 1 : 0;
        signals[Signal.TextChars] = page.Text.Length;
        var title = page.Title ?? "";
        VoiceSignals.Fill(signals, title, text);
        Appeals(signals, $"{title}\n\n{text}", title, text);
        Paid(signals, page, url, title, text);
        return signals;
    }

    private static void Appeals(PageSignals signals, string all, string title, string text)
    {
        signals[Signal.CallsToAction] = PaidPhrases.CallsToAction.Count(all);
        signals[Signal.Discounts] = PaidPhrases.Discounts.Count(all);
        signals[Signal.TextPrices] = PriceText.Count(all);
        signals[Signal.PhoneNumbers] = Phone().Count(all);
        signals[Signal.TextAddresses] = Address().Count(all);
        signals[Signal.Hashtags] = HashTag().Count(all);
        signals[Signal.Exclamations] = all.AsSpan().Count('!') + all.AsSpan().Count('！');
        signals[Signal.Pictograms] = Pictogram().Count(all);
        signals[Signal.NewsMarks] = PaidPhrases.News.Count(all);
        signals[Signal.TextAboutAdverts] = PaidPhrases.AboutAdverts.Count(all);
        var quoted = 0;
        for (var at = text.AsSpan().IndexOfAny(quotes); at >= 0;)
        {
            quoted++;
            var next = text.AsSpan(at + 1).IndexOfAny(quotes);
            at = next < 0 ? -1 : at + 1 + next;
        }
        signals[Signal.SpokenQuotes] = quoted / 2;
        signals[Signal.TitlePraise] = VoiceSignals.Praise(title) + (PaidPhrases.Discounts.In(title) ? 1 : 0);
    }

    private static void Paid(PageSignals signals, ReadPage page, string? url, string title, string text)
    {
        signals[Signal.DisclosedAdvert] = Math.Min(3, PaidPhrases.Disclosure().Count(text));
        signals[Signal.DisclosureTags] = PaidPhrases.Hashtag().Count(text) + PaidPhrases.Hashtag().Count(title);
        signals[Signal.PressReleaseMarks] = PaidPhrases.PressRelease.Count(text) + (AboutCompany().IsMatch(text) ? 1 : 0);
        var host = Uri.TryCreate(url, UriKind.Absolute, out var own) ? own.Host : "";
        foreach (var link in page.Links)
        {
            // What earns in the frame of every page of a site says nothing about this text.
            signals[Signal.AffiliateLinks] += link.Text.Length > 0 && AffiliateLink.Is(link.Url, host) && page.Text.Contains(link.Text, StringComparison.Ordinal) ? 1 : 0;
            signals[Signal.SponsoredLinks] += link.IsSponsored ? 1 : 0;
        }
        foreach (Match address in Address().Matches(text))
        {
            signals[Signal.AffiliateLinks] += AffiliateLink.Is(address.Value, host) ? 1 : 0;
        }
        signals[Signal.AffiliateDensity] = signals[Signal.AffiliateLinks] * Math.Min(1, WordsOfOneLink / Math.Max(1, signals[Signal.TextWords]));
        var path = own?.AbsolutePath ?? "";
        signals[Signal.LabelledAdvert] = (PaidPhrases.TitleLabel().IsMatch(title) || HasLabel(text) ? 1 : 0) + (SponsoredPath().IsMatch(path) ? 1 : 0)
            + (page.Byline is { } byline && SponsoredByline().IsMatch(byline) ? 1 : 0) + (page.Tags.Any(PaidPhrases.Tags.Is) ? 1 : 0) + signals[Signal.LdAdvertiser];
        signals[Signal.PressReleaseMarks] += (PressReleasePath().IsMatch(path) ? 1 : 0) + (PressReleaseHost().IsMatch(host) ? 1 : 0) + (page.Tags.Any(PaidPhrases.PressRelease.Is) ? 1 : 0);
    }

    /// <summary>
    /// A block among the first that is nothing but a label ("Paid post", "광고") or says whose, a last one that can mean nothing else, or a label
    /// in brackets before all. "광고" or "Promotion" after a text is the caption of a slot that holds somebody else's.
    /// </summary>
    private static bool HasLabel(string text)
    {
        var blocks = text.Split("\n\n", LabelBlocks + 1);
        foreach (var block in blocks.Take(Math.Clamp(blocks.Length - 1, 1, LabelBlocks)))
        {
            if (IsLabel(block) || (block.Length <= LongestLabel && LabelStart().IsMatch(block)))
            {
                return true;
            }
        }
        var last = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        return (last > 0 && PaidPhrases.Tags.Is(Bare(text[(last + 2)..]))) || PaidPhrases.TitleLabel().IsMatch(text[..Math.Min(text.Length, LongestLabel)]);
    }

    /// <summary>"광고" and a stranger's headline is a slot under somebody's article; the word alone is the article's own label.</summary>
    private static bool IsLabel(string block) => block.Length <= LongestLabel && PaidPhrases.Labels.Is(Bare(block));

    private static string Bare(string block) => new(block.AsSpan().Trim(" \t[](){}<>【】［］（）:|-–—*#·."));

    [GeneratedRegex(@"^(sponsored by|paid post|paid content|paid for by|paid partnership|partner content|brand partner|branded content|presented by|in (paid )?(partnership|association) with|brought to you by|promoted by|advertisement feature)\b[^.?!]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LabelStart();

    [GeneratedRegex(@"(?<!\d)(0\d{1,2}[-.) ]\d{3,4}[-.]\d{4}|1[56]\d\d-\d{4}|080-\d{3}-\d{4}|\(\d{3}\)\s?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|1-8\d\d-\d{3}-\d{4})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"https?://[^\s<>""]{4,300}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\p{L}\p{N}&#/])#[\p{L}_][\p{L}\p{N}_]{1,60}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HashTag();

    [GeneratedRegex(@"[\u2600-\u27BF\u2B50\u2705\u274C]|\uD83C[\uDF00-\uDFFF]|\uD83D[\uDC00-\uDEFF]|\uD83E[\uDD00-\uDDFF]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pictogram();

    [GeneratedRegex(@"^(About [A-Z][\w&.' -]{1,60}|[^\n]{1,30} (소개|개요))$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex AboutCompany();

    [GeneratedRegex(@"/(sponsored|advertorials?|partner-?content|paid-?post|paid-?content|brand-?studio|branded-?content|promoted|brandvoice|partners?/|native|adv/|advertise|sponsor-?content|brand-?connect)(/|-|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SponsoredPath();

    [GeneratedRegex(@"/(press-?releases?|news-?releases?|pressroom|prnewswire|businesswire|globe-?newswire|pr-news|보도자료)(/|-|\.|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PressReleasePath();

    [GeneratedRegex(@"(^|\.)(prnewswire|businesswire|globenewswire|accesswire|einpresswire|newswire|prweb|prlog|24-7pressrelease)\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PressReleaseHost();

    [GeneratedRegex(@"\b(sponsored|sponsor|partner content|brand ?studio|brandvoice|branded content|advertorial|advertiser|paid post)\b|광고국|협찬", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SponsoredByline();
}

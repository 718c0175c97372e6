using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>What a status line and headers mean; what the body then turns out to be.</summary>
internal static class Answers
{
    private const int LongestValidator = 1024;

    /// <summary><see cref="CrawlReason.Fetched"/> means: the body is worth reading.</summary>
    public static FetchedPage Judge(FetchRequest request, HttpResponseMessage response, FetchOptions limits, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var content = response.Content.Headers.NonValidated;
        var (mediaType, charset) = MediaTypes.Parse(Header(content, "Content-Type"));
        var retryAfter = RetryAfter(Header(response.Headers.NonValidated, "Retry-After"), now)
            ?? (request.Purpose == FetchPurpose.Api ? RateLimit.Rest(response.Headers.NonValidated, now) : null);
        var page = new FetchedPage
        {
            Url = request.Url,
            Status = status,
            Reason = CrawlReason.Fetched,
            MediaType = mediaType,
            Charset = charset,
            ETag = Validator(Header(response.Headers.NonValidated, "ETag")),
            LastModified = Validator(Header(content, "Last-Modified")),
            RetryAfter = retryAfter,
            Detail = $"{request.Url.IdnHost} answered {status}.",
        };
        return status switch
        {
            200 or 203 => BeforeBody(page, request, response, limits),
            304 => page with { Reason = CrawlReason.NotModified },
            >= 300 and < 400 => Redirected(page, Header(response.Headers.NonValidated, "Location")),
            404 => page with { Reason = CrawlReason.NotFound },
            410 => page with { Reason = CrawlReason.Gone },
            408 => page with { Reason = CrawlReason.Timeout },
            429 => page with { Reason = CrawlReason.RateLimited, Detail = page.Detail + AskedToWait(retryAfter) },
            >= 400 and < 500 => page with { Reason = CrawlReason.HttpRefused },
            >= 500 => page with { Reason = CrawlReason.ServerError, Detail = page.Detail + AskedToWait(retryAfter) },
            _ => page with { Reason = CrawlReason.NotReadable, Detail = $"{request.Url.IdnHost} answered {status}, which carries no page." },
        };
    }

    /// <summary>Settles the media type by what the body is: a picture that is called a page is refused, a page that is called nothing is read.</summary>
    public static FetchedPage WithBody(FetchedPage page, FetchRequest request, byte[] body)
    {
        var read = page with { Body = body, Detail = $"{page.Url.IdnHost} answered {page.Status} with {body.Length:N0} bytes." };
        if (request.Purpose == FetchPurpose.Robots)
        {
            return read;
        }

        if (page.Reason != CrawlReason.Fetched)
        {
            return page with { Body = body };
        }

        var mediaType = MediaTypes.Settle(request.Purpose, page.MediaType, MediaTypes.Sniff(body));
        return MediaTypes.Accepts(request.Purpose, mediaType)
            ? read with { MediaType = mediaType }
            : NotReadable(page, mediaType, mediaType != page.MediaType);
    }

    public static string? Header(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.ToString() : null;

    private static FetchedPage BeforeBody(FetchedPage page, FetchRequest request, HttpResponseMessage response, FetchOptions limits)
    {
        if (!MediaTypes.IsUnknown(page.MediaType) && !MediaTypes.Accepts(request.Purpose, page.MediaType))
        {
            return NotReadable(page, page.MediaType, byItsBytes: false);
        }

        return request.Purpose != FetchPurpose.Robots && response.Content.Headers.ContentLength is { } length && length > Math.Min(limits.MaxBytes, limits.MaxCompressedBytes)
            ? page with { Reason = CrawlReason.TooLarge, Detail = $"{page.Url.IdnHost} announces {length:N0} bytes; the limit is {Math.Min(limits.MaxBytes, limits.MaxCompressedBytes):N0}." }
            : page;
    }

    private static FetchedPage NotReadable(FetchedPage page, string mediaType, bool byItsBytes) => page with
    {
        Reason = CrawlReason.NotReadable,
        Detail = byItsBytes && page.MediaType.Length > 0
            ? $"{page.Url.IdnHost} calls the body '{UrlPolicy.Shown(page.MediaType)}', but its bytes are {mediaType}."
            : $"{page.Url.IdnHost} answered with '{UrlPolicy.Shown(mediaType)}', which is not read here.",
    };

    private static FetchedPage Redirected(FetchedPage page, string? location)
    {
        if (string.IsNullOrWhiteSpace(location))
        {
            return page with { Reason = CrawlReason.Malformed, Detail = $"{page.Url.IdnHost} answered {page.Status} without saying where to go." };
        }

        // Servers write UTF-8 into a header that is read as Latin-1.
        var text = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(location.Trim()));
        return location.Length <= 8192 && Uri.TryCreate(page.Url, text, out var target)
            ? page with { Reason = CrawlReason.Redirected, RedirectTo = target, Detail = $"{page.Url.IdnHost} answered {page.Status}: go to {UrlPolicy.Shown(target.AbsoluteUri)}." }
            : page with { Reason = CrawlReason.Malformed, Detail = $"{page.Url.IdnHost} redirects to '{UrlPolicy.Shown(text)}', which is no URL." };
    }

    /// <summary>RFC 9110, 10.2.3: seconds, or a date.</summary>
    private static TimeSpan? RetryAfter(string? value, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        if (long.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, (long)TimeSpan.FromDays(365).TotalSeconds));
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at > now ? at - now : TimeSpan.Zero
            : null;
    }

    private static string? Validator(string? value) => value is { Length: > 0 and <= LongestValidator } ? value : null;

    private static string AskedToWait(TimeSpan? retryAfter) =>
        retryAfter is { } wait ? $" It asks to wait {wait.TotalSeconds:0} s." : "";
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using TrendGrains.Press.Sites;
using TrendGrains.Press.Templates;

namespace TrendGrains.Press.Hosting;

/// <summary>Sends an answer as HTTP wants it: conditional requests (RFC 9110, 13), gzip, HEAD.</summary>
internal static class Delivery
{
    public static async Task SendAsync(HttpContext context, Answer answer, CancellationToken cancellationToken)
    {
        var (request, response) = (context.Request, context.Response);
        Mark(response);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.EntityTag is { } tag)
        {
            response.Headers.ETag = tag;
        }

        if (answer.LastModified is { } modified)
        {
            response.Headers.LastModified = modified.ToString("R", CultureInfo.InvariantCulture);
        }

        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
        }

        if (answer.RetryAfter is { } retry)
        {
            response.Headers.RetryAfter = ((int)retry.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Status == StatusCodes.Status200OK && IsUnchanged(request, answer))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        var body = answer.Body;
        if (answer.Compressed is { } compressed)
        {
            response.Headers.Vary = "Accept-Encoding";
            if (AcceptsGzip(request))
            {
                response.Headers.ContentEncoding = "gzip";
                body = compressed;
            }
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(body, cancellationToken);
        }
    }

    /// <summary>Nobody shall take this for a real press.</summary>
    public static void Mark(HttpResponse response) => response.Headers["X-Synthetic"] = PageHead.Generator;

    private static bool IsUnchanged(HttpRequest request, Answer answer)
    {
        if (request.Headers.IfNoneMatch.Count > 0)
        {
            // If-Modified-Since does not count beside it (RFC 9110, 13.1.3).
            return answer.EntityTag is { } tag && request.Headers.IfNoneMatch.Any(v => v == "*" || (v is not null && v.Contains(tag, StringComparison.Ordinal)));
        }

        return answer.LastModified is { } modified
            && DateTimeOffset.TryParse(request.Headers.IfModifiedSince, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.Headers.AcceptEncoding.Any(v => v is not null && v.Contains("gzip", StringComparison.OrdinalIgnoreCase));
}

using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>
/// Makes every HTTP request of the product: one hop each, no cookies, no proxy, no redirects followed. Whatever the web does comes
/// back as a <see cref="FetchedPage"/>; only the caller's own cancellation throws. Thread-safe; one a process.
/// </summary>
public sealed class PageFetcher : IDisposable
{
    private readonly FetchOptions options;
    private readonly TimeProvider clock;

    // Two pools, so that a connection to a private address that one source may use is never lent to another that may not.
    private readonly HttpMessageInvoker open;
    private readonly HttpMessageInvoker withPrivate;

    public PageFetcher(IOptions<FetchOptions> options, TimeProvider clock)
        : this(options.Value, clock, Dns.GetHostAddressesAsync)
    {
    }

    internal PageFetcher(FetchOptions options, TimeProvider clock, NameResolver resolve)
    {
        this.options = options;
        this.clock = clock;
        open = Pool(allowPrivate: false, resolve);
        withPrivate = Pool(allowPrivate: true, resolve);
    }

    /// <summary>Sends one request and reads its answer within the limits of <see cref="FetchOptions"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<FetchedPage> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var buffer = new BodyBuffer();
        var answer = await AnswerAsync(request, buffer, cancellationToken);
        var page = answer with { Elapsed = clock.GetElapsedTime(started), Bytes = buffer.Length };
        Telemetry.Fetched(request, page);
        return page;
    }

    public void Dispose()
    {
        open.Dispose();
        withPrivate.Dispose();
    }

    private async Task<FetchedPage> AnswerAsync(FetchRequest request, BodyBuffer buffer, CancellationToken cancellationToken)
    {
        if (UrlPolicy.Refuse(request.Url, request.AllowPrivate) is { } refusal)
        {
            return new FetchedPage { Url = request.Url, Reason = refusal.Reason, Detail = refusal.Detail };
        }

        using var total = new CancellationTokenSource(options.TotalTimeout, clock);
        using var headers = new CancellationTokenSource(options.HeadersTimeout, clock);
        using var beforeBody = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token, headers.Token);
        using var inBody = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        HttpResponseMessage? response = null;
        try
        {
            using var message = Message(request);
            response = await (request.AllowPrivate ? withPrivate : open).SendAsync(message, beforeBody.Token);
            var answer = Answers.Judge(request, response, options, clock.GetUtcNow());
            return answer.Reason == CrawlReason.Fetched || (request.Purpose == FetchPurpose.Api && answer.Status >= 400)
                ? await WithBodyAsync(answer, request, response, buffer, inBody.Token)
                : answer;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var phase = response is not null ? FetchPhase.Body : FetchPhase.Headers;
            var (reason, detail) = FetchFailures.Explain(error, request.Url, phase, total.IsCancellationRequested, buffer.Length, options);
            return new FetchedPage { Url = request.Url, Reason = reason, Detail = detail, Status = (int?)response?.StatusCode };
        }
        finally
        {
            response?.Dispose();
        }
    }

    private async Task<FetchedPage> WithBodyAsync(
        FetchedPage answer, FetchRequest request, HttpResponseMessage response, BodyBuffer buffer, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var encoding = Answers.Header(response.Content.Headers.NonValidated, "Content-Encoding");
        var body = await BodyReading.ReadAsync(stream, encoding, request.Purpose, options, clock, buffer, cancellationToken);
        return Answers.WithBody(answer, request, body);
    }

    private HttpRequestMessage Message(FetchRequest request)
    {
        // The fragment is the reader's business, not the server's; HttpClient leaves it out of the request line.
        var message = new HttpRequestMessage(request.Form is null ? HttpMethod.Get : HttpMethod.Post, request.Url)
        {
            Content = request.Form is null ? null : new FormUrlEncodedContent(request.Form),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        Add(message.Headers, "User-Agent", options.UserAgent);
        Add(message.Headers, "Accept", MediaTypes.AcceptHeader(request.Purpose));
        Add(message.Headers, "Accept-Encoding", BodyDecoding.AcceptEncoding);
        Add(message.Headers, "If-None-Match", request.IfNoneMatch);
        Add(message.Headers, "If-Modified-Since", request.IfModifiedSince);
        if (request.Credential is { } credential && credential.For(request.Url) is { } secret)
        {
            message.Headers.TryAddWithoutValidation(credential.Header, secret);
        }

        return message;
    }

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        // A validator is the server's own text come back: only what can stand in a header line goes out again.
        if (value is { Length: > 0 and <= 1024 } && value.All(c => c is >= ' ' and < '\x7f'))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private HttpMessageInvoker Pool(bool allowPrivate, NameResolver resolve) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null, // the trace of this process is nobody else's business
        ConnectTimeout = options.ConnectTimeout, // TLS included; the connector's own covers name and TCP on our clock
        MaxConnectionsPerServer = options.MaxConnectionsPerHost,
        MaxResponseHeadersLength = options.MaxHeaderKilobytes,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        ConnectCallback = new CheckedConnector(allowPrivate, options.ConnectTimeout, resolve, clock).ConnectAsync,
    });
}

using System.Net.Sockets;
using System.Security.Authentication;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>Turns what the network throws into a reason and a sentence.</summary>
internal static class FetchFailures
{
    public static (CrawlReason Reason, string Detail) Explain(
        Exception error, Uri url, FetchPhase phase, bool outOfTime, long bytes, FetchOptions limits)
    {
        var host = url.IdnHost;
        if (Find<BodyRefusedException>(error) is { } refused)
        {
            return (refused.Reason, $"{host}: {refused.Message}");
        }

        if (Find<EgressRefusedException>(error) is { } egress)
        {
            return (CrawlReason.PrivateAddress, egress.Message);
        }

        if (Find<ConnectTimeoutException>(error) is { } unconnected)
        {
            return (CrawlReason.Timeout, unconnected.Message);
        }

        if (outOfTime)
        {
            return (CrawlReason.Timeout, $"{host} did not finish within {limits.TotalTimeout.TotalSeconds:0.###} s ({bytes:N0} bytes had come).");
        }

        if (Find<TimeoutException>(error) is not null)
        {
            return (CrawlReason.Timeout, $"{host} took no connection within {limits.ConnectTimeout.TotalSeconds:0.###} s.");
        }

        if (error is OperationCanceledException)
        {
            return (CrawlReason.Timeout, $"{host} gave no answer within {limits.HeadersTimeout.TotalSeconds:0.###} s.");
        }

        if (Find<AuthenticationException>(error) is { } tls)
        {
            return (CrawlReason.ConnectFailed, $"No secure connection to {host}: {Sentence(tls)}");
        }

        if (Find<SocketException>(error) is { } socket && phase == FetchPhase.Headers)
        {
            return socket.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery
                ? (CrawlReason.NameNotResolved, $"The name {host} is not known: {Sentence(socket)}")
                : (CrawlReason.ConnectFailed, $"No connection to {host} on port {url.Port}: {Sentence(socket)}");
        }

        var kind = (error as HttpRequestException)?.HttpRequestError ?? Find<HttpIOException>(error)?.HttpRequestError;
        return kind switch
        {
            HttpRequestError.NameResolutionError => (CrawlReason.NameNotResolved, $"The name {host} is not known."),
            HttpRequestError.ConfigurationLimitExceeded => (CrawlReason.TooLarge, $"{host} sent more than {limits.MaxHeaderKilobytes} KiB of headers."),
            HttpRequestError.InvalidResponse => (CrawlReason.Malformed, $"{host} does not speak HTTP as it should: {Sentence(error)}"),
            HttpRequestError.HttpProtocolError => (CrawlReason.Malformed, $"{host} broke the HTTP/2 protocol: {Sentence(error)}"),
            _ => (CrawlReason.ConnectFailed, phase == FetchPhase.Body
                ? $"The connection to {host} broke after {bytes:N0} bytes of the body: {Sentence(error)}"
                : $"{host} closed the connection without an answer: {Sentence(error)}"),
        };
    }

    private static T? Find<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Sentence(Exception error)
    {
        var text = UrlPolicy.Shown((error.InnerException ?? error).Message.ReplaceLineEndings(" "));
        return text.EndsWith('.') ? text : text + ".";
    }
}

/// <summary>How far a request got.</summary>
internal enum FetchPhase
{
    Headers,
    Body,
}

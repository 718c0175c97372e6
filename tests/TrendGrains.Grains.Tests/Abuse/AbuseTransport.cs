using System.Text;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>Bombs, redirects, and servers that do not speak HTTP as they should.</summary>
internal static class AbuseTransport
{
    private const string Html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";

    public static IEnumerable<AbuseRow> Rows() => [.. Bombs(), .. Redirects(), .. Slow(), .. Liars()];

    private static IEnumerable<AbuseRow> Bombs()
    {
        foreach (var layers in new[] { "gzip", "deflate", "br", "gzip, gzip", "br, gzip", "deflate, br" })
        {
            var bomb = new Lazy<byte[]>(() => AbuseBodies.Pack(new byte[AbuseBodies.BombSize], layers.Split(", ")));
            yield return new($"bomb {layers}", $"64 MiB of zeros packed as {layers}", "200 times the bytes on the wire, from 1 MiB on", "too-compressed")
            {
                Answer = a => a.AnswerAsync(bomb.Value, headers: $"Content-Encoding: {layers}\r\n"),
            };
        }

        yield return new("bomb zstd", "64 MiB of one byte in zstd blocks of four bytes (where libzstd is absent: not-readable)", "200 times the bytes on the wire, from 1 MiB on", "too-compressed")
        {
            Answer = a => a.AnswerAsync(AbuseBodies.ZstdBomb(), headers: "Content-Encoding: zstd\r\n"),
        };
        yield return new("three layers", "a page packed three times over", "two layers", "too-compressed")
        {
            Answer = a => a.AnswerAsync(AbuseBodies.Pack("<p>x"u8.ToArray(), "gzip", "gzip", "gzip"), headers: "Content-Encoding: gzip, gzip, gzip\r\n"),
        };
        yield return new("no gzip", "text that its headers call gzip", "the first bytes", "malformed") { Answer = a => a.AnswerAsync("hello", headers: "Content-Encoding: gzip\r\n") };
        yield return new("unknown encoding", "a body in an encoding that was not asked for", "the header", "not-readable") { Answer = a => a.AnswerAsync("hello", headers: "Content-Encoding: dcb\r\n") };
    }

    private static IEnumerable<AbuseRow> Redirects()
    {
        yield return new("redirect to itself", "302 to the very address", "an address twice", "too-many-redirects") { Answer = a => a.RedirectAsync("/hostile") };
        yield return new("redirects in a ring", "302 through three addresses and round again", "an address twice", "too-many-redirects")
        {
            Answer = a => a.RedirectAsync(a.Path switch { "/hostile" => "/hostile/b", "/hostile/b" => "/hostile/c", _ => "/hostile" }),
        };
        yield return new("redirects without end", "302 to ever new addresses", "10 redirects", "too-many-redirects") { Answer = a => a.RedirectAsync($"/hostile{a.Path.Length}{a.Path}") };
        yield return new("cookie wall", "302 to itself until a cookie comes back", "no cookies are kept; an address twice", "too-many-redirects")
        {
            Answer = a => a.RedirectAsync("/hostile", "Set-Cookie: seen=1\r\n"),
        };
        yield return new("redirect to nowhere", "301 without Location", "one answer", "malformed") { Answer = a => a.AnswerAsync("", status: "301 Moved Permanently") };
        yield return new("redirect to another site", "302 to a host that is not the source's", "the scope, before any connection", "off-site") { Answer = a => a.RedirectAsync("https://elsewhere.example/") };
        yield return new("redirect to metadata", "302 to a cloud's metadata address", "the resolved address, at connect time", "private-address")
        {
            Way = AbuseWay.Entry,
            Answer = a => a.RedirectAsync("http://169.254.169.254/latest/meta-data/"),
        };
        yield return new("redirect to metadata in disguise", "302 to the same address written as IPv6-mapped", "the resolved address, at connect time", "private-address")
        {
            Way = AbuseWay.Entry,
            Answer = a => a.RedirectAsync("http://[::ffff:169.254.169.254]/"),
        };
        foreach (var target in new[] { "file:///etc/passwd", "ftp://elsewhere.example/x", "data:text/html,hello", "javascript:alert(1)", "gopher://elsewhere.example/" })
        {
            yield return new($"redirect to {target[..target.IndexOf(':')]}:", $"302 to {target}", "the scheme, before any connection", "unsupported-scheme") { Answer = a => a.RedirectAsync(target) };
        }

        yield return new("redirect with a password", "302 to an address with user and password", "the address", "invalid-url") { Answer = a => a.RedirectAsync("http://user:secret@elsewhere.example/") };
        yield return new("redirect to TLS that is none", "302 to https on a port that speaks no TLS", "TLS errors are errors: its robots.txt cannot be asked for", "robots-unreachable")
        {
            Way = AbuseWay.Entry,
            Answer = a => a.RedirectAsync(a.Site.Replace("http:", "https:", StringComparison.Ordinal) + "honest"),
        };
        yield return new("DNS rebinding", "a name that is public for the first request and the metadata address for the next", "every connection checks the address that it uses", "private-address")
        {
            Answer = a =>
            {
                AbuseNames.NextIsMetadata(a.Site);
                return a.RedirectAsync("/hostile/again");
            },
        };
    }

    private static IEnumerable<AbuseRow> Slow()
    {
        yield return new("slow headers", "one header byte every 50 ms, for ever", "time until the headers are read", "timeout")
        {
            Answer = async a =>
            {
                await a.WriteAsync("HTTP/1.1 200 OK\r\nX: ");
                await a.ForEverAsync("x"u8.ToArray(), TimeSpan.FromMilliseconds(50));
            },
        };
        yield return new("silence", "no answer at all", "time until the headers are read", "timeout") { Answer = a => Task.Delay(Timeout.Infinite, a.Stop) };
        yield return new("interim answers without end", "100 Continue, for ever", "time until the headers are read", "timeout")
        {
            Answer = a => a.ForEverAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), TimeSpan.FromMilliseconds(5)),
        };
        yield return new("slow body", "one byte of the body every 50 ms, for ever", "time of the whole request", "timeout")
        {
            Answer = async a =>
            {
                await a.WriteAsync(Html + "Content-Length: 1000000\r\n\r\n");
                await a.ForEverAsync("x"u8.ToArray(), TimeSpan.FromMilliseconds(50));
            },
        };
        yield return new("body that stops", "half a body, then silence", "time between two pieces of a body", "timeout")
        {
            Answer = async a =>
            {
                await a.WriteAsync(Html + "Content-Length: 1000\r\n\r\n<p>half");
                await Task.Delay(Timeout.Infinite, a.Stop);
            },
        };
        yield return new("endless body", "chunks of 64 KiB, for ever", "10 MiB", "too-large")
        {
            Answer = async a =>
            {
                await a.WriteAsync(Html + "Transfer-Encoding: chunked\r\n\r\n");
                await a.ForEverAsync(Encoding.ASCII.GetBytes($"10000\r\n{new string('x', 65536)}\r\n"), TimeSpan.Zero);
            },
        };
        yield return new("endless body without a length", "bytes until the connection closes, which it never does", "10 MiB", "too-large")
        {
            Answer = async a =>
            {
                await a.WriteAsync(Html + "\r\n");
                await a.ForEverAsync(new byte[65536].Select(_ => (byte)'x').ToArray(), TimeSpan.Zero);
            },
        };
        yield return new("10 MB of headers", "header lines of 1 KB, ten thousand of them", "64 KiB of headers", "too-large")
        {
            Answer = async a => await a.WriteAsync("HTTP/1.1 200 OK\r\n" + AbuseBodies.Repeat($"X-Flood: {new string('x', 1000)}\r\n", 10_000) + "\r\n"),
        };
        yield return new("one header of 10 MB", "a single header line", "64 KiB of headers", "too-large")
        {
            Answer = async a => await a.WriteAsync($"HTTP/1.1 200 OK\r\nX-Flood: {new string('x', 10_000_000)}\r\n\r\n"),
        };
    }

    private static IEnumerable<AbuseRow> Liars()
    {
        yield return Liar("no HTTP", "a line of prose where the status line belongs", "lol what is http\r\n\r\n", CrawlReason.Malformed);
        yield return Liar("no answer", "the connection closed at once", "", CrawlReason.ConnectFailed);
        yield return Liar("half a head", "the connection closed in the middle of the headers", "HTTP/1.1 200 OK\r\nContent-Ty", CrawlReason.ConnectFailed);
        yield return Liar("chunk size that is no number", "chunked with 'zz' for a size", Html + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n", CrawlReason.Malformed);
        yield return Liar("chunk size beyond 64 bits", "chunked with twenty F for a size", Html + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n", CrawlReason.Malformed);
        yield return Liar("chunks cut off", "chunked without a last chunk", Html + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", CrawlReason.ConnectFailed);
        yield return Liar("length too long", "Content-Length 100 and five bytes", Html + "Content-Length: 100\r\n\r\nhello", CrawlReason.ConnectFailed);
        yield return Liar("length too short", "Content-Length 30 and a longer page: the rest is not read", Html + "Content-Length: 30\r\n\r\n<html><body><p>The harbour opened again.</p></body></html>", CrawlReason.Fetched);
        yield return Liar("length of 50 GB", "an announced length that nobody would send", Html + "Content-Length: 53687091200\r\n\r\n<p>", CrawlReason.TooLarge);
        yield return new("1,000 small headers", "a thousand headers, a tenth of them Set-Cookie", "64 KiB of headers; no cookies are kept", "fetched")
        {
            Answer = a => a.AnswerAsync("<p>x", headers: AbuseBodies.Repeat("X-A: b\r\n", 900) + AbuseBodies.Repeat("Set-Cookie: a=b\r\n", 100)),
        };
    }

    private static AbuseRow Liar(string name, string does, string answer, CrawlReason reason) =>
        new(name, does, "one answer", reason.Code()) { Answer = a => a.WriteAsync(answer) };
}

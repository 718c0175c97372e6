using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TrendGrains.Web.Trends;

/// <summary>The page's own files. Their address carries a hash of all of them, so that they may be kept for ever.</summary>
internal sealed class Assets
{
    private const string Prefix = "assets/";

    private static readonly Dictionary<string, string> types = new(StringComparer.Ordinal)
    {
        ["board.css"] = "text/css; charset=utf-8",
        ["board.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml; charset=utf-8",
    };

    private readonly Dictionary<string, byte[]> files = types.Keys.ToDictionary(name => name, Read, StringComparer.Ordinal);

    public Assets() => Version = Convert.ToHexStringLower(SHA256.HashData(
        [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => Encoding.UTF8.GetBytes(f.Key).Concat(f.Value))]))[..12];

    public string Version { get; }

    public string Address(string name) => $"/{Prefix}{name}?v={Version}";

    public IResult Answer(string name, HttpContext context)
    {
        if (!files.TryGetValue(name, out var content))
        {
            return Results.NotFound();
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = context.Request.Query["v"] == Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(content, types[name]);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"{Prefix}{name} is not embedded.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}

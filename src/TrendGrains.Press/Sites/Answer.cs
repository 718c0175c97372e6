using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace TrendGrains.Press.Sites;

/// <summary>A response before it is sent: bytes and the headers that belong to them. Kept by caches, so nothing in it changes.</summary>
internal sealed class Answer(int status, string contentType, byte[] body)
{
    /// <summary>Smaller bodies grow when they are compressed.</summary>
    private const int LeastToCompress = 600;

    private string? tag;
    private byte[]? compressed;

    public int Status => status;
    public string ContentType => contentType;
    public byte[] Body => body;
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The server of this outlet gives entity tags.</summary>
    public bool Tagged { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }
    /// <summary><c>article</c>, <c>listing</c> or <c>service</c>, for the truth: it is never sent. Null for what is no page.</summary>
    public string? Page { get; init; }

    /// <summary>Id of the publication that it shows, for the truth.</summary>
    public string? Publication { get; init; }
    public TimeSpan? RetryAfter { get; init; }
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? EntityTag => Tagged && status == 200 ? tag ??= $"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..8])}\"" : null;

    public byte[]? Compressed => body.Length >= LeastToCompress && IsText ? compressed ??= Compress(body) : null;

    private bool IsText => contentType.StartsWith("text/", StringComparison.Ordinal)
        || contentType.Contains("xml", StringComparison.Ordinal) || contentType.Contains("json", StringComparison.Ordinal);

    /// <summary>The same answer with what the truth knows about it, tagged and dated.</summary>
    public Answer As(string? page, string? publication, DateTimeOffset? modified) =>
        new(status, contentType, body) { Page = page, Publication = publication, Tagged = true, LastModified = modified };

    public static Answer Text(int status, string contentType, string text) => new(status, contentType, Encoding.UTF8.GetBytes(text));

    public static Answer Redirect(string location, int status = 301) =>
        new(status, "text/html; charset=utf-8", []) { Location = location };

    private static byte[] Compress(byte[] body)
    {
        using var target = new MemoryStream(body.Length / 3);
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return target.ToArray();
    }
}

using System.Diagnostics;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TrendGrains.TestKit;

namespace TrendGrains.Benchmarks;

/// <summary>One page of WCXB with its gold text.</summary>
internal sealed record WcxbPage(string Id, string Url, string Kind, byte[] Body, string Gold, string[] With, string[] Without, bool IsHeldOut);

/// <summary>
/// The Web Content Extraction Benchmark's development split (Murrough Foley, CC BY 4.0), read from its archive.
/// The split by site: the last two labels of the host name (three under a second-level suffix such as co.uk), hashed with SHA-256;
/// sites whose first byte divides by three are held out and nothing is tuned on them.
/// </summary>
internal static class WcxbCorpus
{
    private const string Archive = "wcxb-dev.tar.xz";

    /// <summary>The folder that holds the archive, or null.</summary>
    public static string? Folder() =>
        Checkout.SharedData is { } data && File.Exists(Path.Combine(data, "wcxb", Archive)) ? Path.Combine(data, "wcxb") : null;

    public static bool IsHeldOut(string site) => SHA256.HashData(Encoding.UTF8.GetBytes(site))[0] % 3 == 0;

    public static string SiteOf(string url)
    {
        var labels = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host.ToLowerInvariant().Split('.') : [url];
        var keep = labels.Length > 2 && labels[^2] is "co" or "com" or "org" or "net" or "gov" or "ac" or "edu" or "or" or "go" or "ne" ? 3 : 2;
        return string.Join('.', labels.TakeLast(keep));
    }

    /// <summary>Every page, by id.</summary>
    public static async Task<List<WcxbPage>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        // .NET reads tar but not xz.
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", Path.Combine(folder, Archive)]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("xz did not start");
        var bodies = new Dictionary<string, byte[]>();
        var gold = new Dictionary<string, byte[]>();
        await using var tar = new TarReader(xz.StandardOutput.BaseStream);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.DataStream is null)
            {
                continue;
            }
            var bytes = new byte[entry.Length];
            await entry.DataStream.ReadExactlyAsync(bytes, cancellationToken);
            (entry.Name.EndsWith(".html", StringComparison.Ordinal) ? bodies : gold)[Path.GetFileNameWithoutExtension(entry.Name)] = bytes;
        }
        return [.. bodies.Where(b => gold.ContainsKey(b.Key)).OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => Page(b.Key, b.Value, gold[b.Key]))];
    }

    private static WcxbPage Page(string id, byte[] body, byte[] truth)
    {
        using var json = JsonDocument.Parse(truth);
        var root = json.RootElement;
        var url = Text(root, "url");
        var kind = root.GetProperty("_internal").GetProperty("page_type").GetProperty("primary").GetString() ?? "article";
        var gold = root.GetProperty("ground_truth");
        return new WcxbPage(id, url, kind == "category" ? "collection" : kind, body, Text(gold, "main_content"), List(gold, "with"), List(gold, "without"), IsHeldOut(SiteOf(url)));
    }

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string[] List(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}

using System.Diagnostics;
using System.Formats.Tar;
using System.Text.Json;

namespace TrendGrains.Reading.Evaluation;

/// <summary>The Web Content Extraction Benchmark's development split (Murrough Foley, CC BY 4.0).</summary>
public static class WcxbCorpus
{
    /// <param name="path">The archive (wcxb-dev.tar.xz, needs xz), or the folder it was unpacked to: html/ and ground-truth/, at any depth.</param>
    /// <returns>Every page that has both, by id.</returns>
    /// <exception cref="IOException">Neither a folder nor an archive, or one without pages; the message names it.</exception>
    public static async Task<List<WcxbPage>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (bodies, truths) = Directory.Exists(path) ? await ReadFolderAsync(path, cancellationToken)
            : File.Exists(path) ? await ReadArchiveAsync(path, cancellationToken)
            : throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
        var pages = new List<WcxbPage>();
        foreach (var (id, body) in bodies.OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            if (truths.TryGetValue(id, out var truth))
            {
                pages.Add(Page(path, id, body, truth));
            }
        }
        return pages.Count > 0 ? pages : throw new InvalidDataException($"{path} holds no page with its truth: <id>.html and <id>.json.");
    }

    private static async Task<(Dictionary<string, byte[]> Bodies, Dictionary<string, byte[]> Truths)> ReadFolderAsync(string path, CancellationToken cancellationToken)
    {
        var (bodies, truths) = (new Dictionary<string, byte[]>(), new Dictionary<string, byte[]>());
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            if (PartOf(file, bodies, truths) is { } part)
            {
                part[Path.GetFileNameWithoutExtension(file)] = await File.ReadAllBytesAsync(file, cancellationToken);
            }
        }
        return (bodies, truths);
    }

    private static async Task<(Dictionary<string, byte[]> Bodies, Dictionary<string, byte[]> Truths)> ReadArchiveAsync(string path, CancellationToken cancellationToken)
    {
        // .NET reads tar but not xz.
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", "--", path]) { RedirectStandardOutput = true })
            ?? throw new IOException("xz did not start.");
        var (bodies, truths) = (new Dictionary<string, byte[]>(), new Dictionary<string, byte[]>());
        await using var tar = new TarReader(xz.StandardOutput.BaseStream);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.DataStream is null || PartOf(entry.Name, bodies, truths) is not { } part)
            {
                continue;
            }
            var bytes = new byte[entry.Length];
            await entry.DataStream.ReadExactlyAsync(bytes, cancellationToken);
            part[Path.GetFileNameWithoutExtension(entry.Name)] = bytes;
        }
        return (bodies, truths);
    }

    private static Dictionary<string, byte[]>? PartOf(string file, Dictionary<string, byte[]> bodies, Dictionary<string, byte[]> truths) => Path.GetExtension(file) switch
    {
        ".html" => bodies,
        ".json" => truths,
        _ => null,
    };

    private static WcxbPage Page(string path, string id, byte[] body, byte[] truth)
    {
        try
        {
            using var json = JsonDocument.Parse(truth);
            var root = json.RootElement;
            var kind = root.GetProperty("_internal").GetProperty("page_type").GetProperty("primary").GetString() ?? PageKinds.Article;
            var gold = root.GetProperty("ground_truth");
            return new WcxbPage(
                id, Text(root, "url") ?? "", kind == "category" ? PageKinds.Collection : kind, body, Text(gold, "main_content") ?? "",
                List(gold, "with"), List(gold, "without"), Text(gold, "title"), Text(gold, "author"), Text(gold, "publish_date"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: the truth of page {id} is not WCXB's: {e.Message}", e);
        }
    }

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] List(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}

using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrendGrains.Inference.Tokenizers.Hub;
using TrendGrains.TestKit;

namespace TrendGrains.Benchmarks;

/// <summary>
/// Tokens a second of tokenizer.json, one thread, rows one after another, with the reference's libraries cutting the same rows after it.
/// Needs ../shared/data/nsmc and clickbait, and for the rivals what deploy/local/bench puts into .local/hub-oracle.
/// </summary>
internal sealed class Tokenizing : IBenchmark
{
    private const int Rows = 10_000;
    private const int Warm = 500;

    private static readonly string[] shapes = ["bert-cased", "bert-uncased", "xlm-r", "roberta", "llama-3", "llama-2"];

    public string Name => "tokenizing";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        if (Checkout.SharedData is not { } data || !File.Exists(Path.Combine(data, "nsmc", "nsmc_raw_sample_train.jsonl.gz")))
        {
            return [new BenchmarkRow(Name, "rows", double.NaN, "tokens/s", "skipped: there is no ../shared/data/nsmc beside the checkout")];
        }
        var korean = Texts(Path.Combine(data, "nsmc", "nsmc_raw_sample_train.jsonl.gz"), "document");
        var english = Texts(Path.Combine(data, "clickbait", "clickbait_train.jsonl.gz"), "headline");
        string[] warm = [.. korean.Take(Warm), .. english.Take(Warm)];
        string[] rows = [.. korean.Skip(Warm).Take(Rows).Zip(english.Skip(Warm).Take(Rows)).SelectMany(p => new[] { p.First, p.Second })];
        var folder = Directory.CreateTempSubdirectory("tokenizing").FullName;
        try
        {
            var found = new List<BenchmarkRow>();
            using var tokenizers = Unpacked("tokenizers.json.gz");
            foreach (var shape in shapes)
            {
                var json = Json(tokenizers.RootElement, shape);
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{shape}.tokenizer.json"), json, cancellationToken);
                found.Add(Measure(shape, HubTokenizer.Parse(json), warm, rows));
            }
            await File.WriteAllBytesAsync(Path.Combine(folder, "rows.json"), JsonSerializer.SerializeToUtf8Bytes(new { warm, rows }), cancellationToken);
            found.AddRange(await RivalsAsync(folder, cancellationToken));
            return [.. found.OrderBy(r => Array.FindIndex(shapes, s => r.Case.StartsWith($"{s},", StringComparison.Ordinal)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private BenchmarkRow Measure(string shape, HubTokenizer tokenizer, string[] warm, string[] rows)
    {
        var row = new TokenRow();
        foreach (var text in warm)
        {
            tokenizer.Encode(text, null, row);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        var tokens = 0L;
        foreach (var text in rows)
        {
            tokenizer.Encode(text, null, row);
            tokens += row.Count;
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rows.Length;
        return new BenchmarkRow(Name, $"{shape}, TrendGrains", tokens / seconds, "tokens/s", $"{tokens} tokens of {rows.Length} rows; {bytes:0} bytes allocated a row");
    }

    private async Task<IEnumerable<BenchmarkRow>> RivalsAsync(string folder, CancellationToken cancellationToken)
    {
        var oracle = Path.Combine(Checkout.Root, ".local", "hub-oracle");
        if (!Directory.Exists(Path.Combine(oracle, "node_modules")))
        {
            return [new BenchmarkRow(Name, "the reference's libraries", double.NaN, "tokens/s", "skipped: their packages are not in .local/hub-oracle")];
        }
        var start = new ProcessStartInfo("node", [Path.Combine(oracle, "speed.mjs"), folder]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var rows = new List<BenchmarkRow>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            var figures = JsonDocument.Parse(line).RootElement;
            rows.Add(new BenchmarkRow(
                Name,
                $"{figures.GetProperty("shape").GetString()}, {figures.GetProperty("who").GetString()}",
                figures.GetProperty("tokens").GetInt64() / figures.GetProperty("seconds").GetDouble(),
                "tokens/s",
                $"{figures.GetProperty("tokens").GetInt64()} tokens"));
        }
        await process.WaitForExitAsync(cancellationToken);
        return rows;
    }

    private static JsonDocument Unpacked(string name)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(Checkout.Root, "tests/TrendGrains.Inference.Tests/TestData/Hub", name)), CompressionMode.Decompress);
        return JsonDocument.Parse(stream);
    }

    private static byte[] Json(JsonElement tokenizers, string shape)
    {
        var described = tokenizers.GetProperty("shapes").EnumerateArray().Single(s => s.GetProperty("name").GetString() == shape);
        var file = JsonNode.Parse(described.GetProperty("file").GetRawText())!;
        file["model"] = JsonNode.Parse(tokenizers.GetProperty("models").GetProperty(described.GetProperty("model").GetString()!).GetRawText());
        return JsonSerializer.SerializeToUtf8Bytes(file);
    }

    private static string[] Texts(string path, string field)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var texts = new List<string>();
        while (texts.Count < Warm + Rows && reader.ReadLine() is { } line)
        {
            texts.Add(JsonDocument.Parse(line).RootElement.GetProperty(field).GetString()!);
        }
        return [.. texts];
    }
}

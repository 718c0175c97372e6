using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrendGrains.Inference.Tokenizers.Hub;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Tokenizers.Hub;

/// <summary>The rows, tokenizer files and the reference's answers of TestData/Hub; HubOracle makes them.</summary>
internal static class HubAnswers
{
    private static readonly string folder = Path.Combine(Checkout.Root, "tests/TrendGrains.Inference.Tests/TestData/Hub");
    private static readonly JsonDocument tokenizers = Read("tokenizers.json.gz");
    private static readonly JsonDocument answers = Read("answers.json.gz");

    public static string[] Rows { get; } = [.. Read("rows.json.gz").RootElement.EnumerateArray().Select(Text)];

    public static IEnumerable<string> Shapes => answers.RootElement.EnumerateObject().Select(s => s.Name);

    public static HubTokenizer Open(string shape) => HubTokenizer.Parse(Json(shape));

    public static byte[] Json(string shape)
    {
        var described = tokenizers.RootElement.GetProperty("shapes").EnumerateArray().Single(s => s.GetProperty("name").GetString() == shape);
        var file = JsonNode.Parse(described.GetProperty("file").GetRawText())!;
        file["model"] = JsonNode.Parse(tokenizers.RootElement.GetProperty("models").GetProperty(described.GetProperty("model").GetString()!).GetRawText());
        return JsonSerializer.SerializeToUtf8Bytes(file);
    }

    public static int[][] Ids(string shape) =>
        [.. answers.RootElement.GetProperty(shape).GetProperty("ids").EnumerateArray().Select(r => r.EnumerateArray().Select(i => i.GetInt32()).ToArray())];

    public static uint[] Numbers(string shape, string kind) =>
        MemoryMarshal.Cast<byte, uint>(answers.RootElement.GetProperty(shape).GetProperty(kind).GetBytesFromBase64()).ToArray();

    /// <summary>FNV-1a over the numbers, four bytes each.</summary>
    public static uint Hash(IEnumerable<int> numbers)
    {
        var hash = 0x811C9DC5;
        foreach (var number in numbers)
        {
            for (var shift = 0; shift < 32; shift += 8)
            {
                hash = (hash ^ ((uint)number >> shift & 255)) * 0x01000193;
            }
        }
        return hash;
    }

    private static JsonDocument Read(string name)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(folder, name)), CompressionMode.Decompress);
        return JsonDocument.Parse(stream);
    }

    /// <summary>A JSON string with half surrogate pairs, which the reader of .NET refuses.</summary>
    private static string Text(JsonElement row)
    {
        var raw = row.GetRawText();
        if (!raw.Contains("\\ud", StringComparison.Ordinal))
        {
            return row.GetString()!;
        }
        var text = new System.Text.StringBuilder();
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (raw[++i] == 'u')
            {
                text.Append((char)Convert.ToInt32(raw.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
            }
        }
        return text.ToString();
    }
}

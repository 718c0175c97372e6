using System.Text;
using System.Text.Json;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Tests;

/// <summary>What models/train computed in Python for texts that are easy to get wrong.</summary>
internal sealed record Golden(TokenizerSettings Tokenizer, GoldenRow[] Rows)
{
    public static Golden Load() => JsonSerializer.Deserialize<Golden>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "text-embedding.golden.json")), JsonSerializerOptions.Web)!;
}

internal sealed record GoldenRow(string Utf16, int[] Buckets, float[] Weights, float[] Vector)
{
    public string Text => new([.. Convert.FromBase64String(Utf16).Chunk(2).Select(b => (char)(b[0] | (b[1] << 8)))]);

    public string Shown => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text.Length > 40 ? Text[..40] + "…" : Text));
}

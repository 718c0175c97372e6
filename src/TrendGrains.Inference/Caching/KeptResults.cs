using System.Security.Cryptography;
using System.Text.Json;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Caching;

/// <summary>What results of a version are kept under, and whether a kept one can be its own.</summary>
internal static class KeptResults
{
    /// <summary>The version and a digest of all that makes its numbers: an operator may alter files or settings and leave the version's name.</summary>
    public static string NameOf(ModelEntry entry)
    {
        var what = JsonSerializer.SerializeToUtf8Bytes(new
        {
            entry.Task, entry.Tokenizer, entry.Transformer, entry.Dimension, entry.Features, entry.Labels,
            Files = entry.Files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name} {f.Sha256}"),
        });
        return $"{entry.Version}+{Convert.ToHexStringLower(SHA256.HashData(what))[..8]}";
    }

    public static bool Fits(ModelEntry entry, float[] numbers) => numbers.Length == (entry.Dimension > 0 ? entry.Dimension : entry.Labels.Count);
}

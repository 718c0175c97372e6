using TrendGrains.Inference.Catalog;

namespace TrendGrains.Output;

/// <summary>One line of <c>models list --json</c>.</summary>
/// <param name="Role">live, canary 10 %, shadow, earlier or idle.</param>
/// <param name="Origin">shipped, own or external.</param>
/// <param name="Bytes">Of the files that it needs; null for one behind an address.</param>
/// <param name="Problem">Why it cannot be used.</param>
internal sealed record ModelLine(
    string Name, string Version, string Task, string Role, string Origin, long? Bytes, string License, int? Dimension, IReadOnlyList<string> Labels, int? Features, string Source, string? Problem)
{
    public static ModelLine Of(ModelEntry entry, string role) => new(
        entry.Name,
        entry.Version,
        entry.Task,
        role,
        entry.IsExternal ? "external" : entry.IsOwn ? "own" : "shipped",
        entry.IsExternal ? null : entry.Files.Select(f => new FileInfo(Path.Combine(entry.Folder, f.Name))).Where(f => f.Exists).Sum(f => f.Length),
        entry.License,
        entry.Dimension > 0 ? entry.Dimension : null,
        entry.Labels,
        entry.Features.Count > 0 ? entry.Features.Count : null,
        entry.Source,
        entry.Problem);

    /// <summary>Vectors of so many numbers, or the labels, as far as a table holds them.</summary>
    public string Answers => Dimension is { } numbers ? $"{numbers} numbers"
        : Labels.Count == 0 ? "-"
        : Labels.Count <= 3 ? string.Join(", ", Labels) : $"{Labels.Count} labels: {Labels[0]}, {Labels[1]}, …";

    public string Size => Bytes switch
    {
        null => "-",
        >= 1 << 20 => $"{Bytes / 1048576.0:F1} MB",
        _ => $"{Bytes / 1024.0:F0} KB",
    };
}

using System.Text.Json;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Transformers;

/// <summary>What a model's <c>config.json</c> says that serving it needs; a model without one is served as the catalog says.</summary>
/// <param name="PadId">The token that the graph takes for padding; null where it knows none, so that only rows of one length may share a run.</param>
/// <param name="ProblemType"><c>single_label_classification</c>, <c>multi_label_classification</c>, <c>regression</c>, or null.</param>
/// <param name="LabelIds">The graph's own labels and where their numbers stand.</param>
internal sealed record HubConfig(int? PadId, string? ProblemType, IReadOnlyDictionary<string, int> LabelIds)
{
    public const string FileName = "config.json";

    /// <exception cref="ModelCatalogException">The file is there and is no JSON object.</exception>
    public static HubConfig Read(ModelEntry entry)
    {
        var path = Path.Combine(entry.Folder, FileName);
        if (!File.Exists(path))
        {
            return new HubConfig(null, null, new Dictionary<string, int>());
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new HubConfig(PadIdIn(root), root.TryGetProperty("problem_type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null, LabelsIn(root))
                : throw new ModelCatalogException($"Model '{entry.Name}': {path} is no JSON object.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ModelCatalogException($"Model '{entry.Name}': {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Where the number for "the text entails the hypothesis" stands.</summary>
    public int? Entailment => Find("entail");

    public int? Contradiction => Find("contradict");

    private int? Find(string beginning) =>
        LabelIds.Where(l => l.Key.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).Select(l => (int?)l.Value).FirstOrDefault();

    private static int? PadIdIn(JsonElement root) =>
        root.TryGetProperty("pad_token_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var value) && value >= 0 ? value : null;

    private static Dictionary<string, int> LabelsIn(JsonElement root)
    {
        var found = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        if (root.TryGetProperty("label2id", out var ids) && ids.ValueKind == JsonValueKind.Object)
        {
            foreach (var label in ids.EnumerateObject())
            {
                if (label.Value.ValueKind == JsonValueKind.Number && label.Value.TryGetInt32(out var id))
                {
                    found[label.Name] = id;
                }
            }
        }
        if (root.TryGetProperty("id2label", out var labels) && labels.ValueKind == JsonValueKind.Object)
        {
            foreach (var label in labels.EnumerateObject())
            {
                if (label.Value.ValueKind == JsonValueKind.String && int.TryParse(label.Name, out var id))
                {
                    found.TryAdd(label.Value.GetString()!, id);
                }
            }
        }
        return found;
    }
}

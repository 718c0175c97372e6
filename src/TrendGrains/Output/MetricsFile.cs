using System.Text.Json;

namespace TrendGrains.Output;

/// <summary>A model's figures, indented for people who read them beside its card.</summary>
internal static class MetricsFile
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync<T>(string path, T metrics, CancellationToken cancellationToken) =>
        await File.WriteAllTextAsync(path, $"{JsonSerializer.Serialize(metrics, options)}\n", cancellationToken);
}

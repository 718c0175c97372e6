using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Evaluation.Readability;

/// <summary>Mozilla Readability's cases (Apache-2.0; the pages belong to their publishers): folders of source.html, expected.html, expected-metadata.json.</summary>
public static partial class ReadabilityCorpus
{
    /// <exception cref="IOException">The folder is missing or holds no case; the message names it.</exception>
    public static async Task<List<ReadabilityCase>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }
        var cases = new List<ReadabilityCase>();
        foreach (var one in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(one, "source.html")) && File.Exists(Path.Combine(one, "expected-metadata.json")))
            {
                cases.Add(await ReadCaseAsync(one, cancellationToken));
            }
        }
        return cases.Count > 0 ? cases : throw new InvalidDataException($"{folder} holds no case: a folder with source.html, expected.html and expected-metadata.json.");
    }

    private static async Task<ReadabilityCase> ReadCaseAsync(string folder, CancellationToken cancellationToken)
    {
        using var truth = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "expected-metadata.json"), cancellationToken));
        var root = truth.RootElement;
        var markup = await File.ReadAllTextAsync(Path.Combine(folder, "expected.html"), cancellationToken);
        return new ReadabilityCase(
            Path.GetFileName(folder), await File.ReadAllBytesAsync(Path.Combine(folder, "source.html"), cancellationToken),
            System.Net.WebUtility.HtmlDecode(Tag().Replace(markup, " ")), Text(root, "title"), Text(root, "byline"), Text(root, "siteName"), Text(root, "lang"), Text(root, "publishedTime"),
            !root.TryGetProperty("readerable", out var readerable) || readerable.ValueKind == JsonValueKind.True);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

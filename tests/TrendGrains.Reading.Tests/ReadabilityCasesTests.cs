using System.Text.Json;
using System.Text.RegularExpressions;
using TrendGrains.TestKit;
using TrendGrains.Text;

namespace TrendGrains.Reading.Tests;

/// <summary>Mozilla Readability's own cases (Apache-2.0; pages belong to their publishers), where ../shared/data/readability has them.</summary>
public sealed partial class ReadabilityCasesTests
{
    /// <summary>What the first extractor reaches, less a little: a change that loses more than that must say why.</summary>
    private const double TextFloor = 0.92;
    private const double TitleFloor = 0.86;

    [SharedDataFact]
    public void Reads_what_Readability_reads()
    {
        var scores = new List<(string Case, double F1, bool HasTitle)>();
        foreach (var folder in Directory.GetDirectories(Path.Combine(Checkout.SharedData!, "readability")).Order(StringComparer.Ordinal))
        {
            var page = new PageReader().Read(new RawPage("http://fakehost/test/page.html", "text/html", null, File.ReadAllBytes(Path.Combine(folder, "source.html")), null));
            Assert.False(page.Problem is { IsUnreadable: true }, $"{folder}: {page.Problem?.Sentence}");
            using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "expected-metadata.json")));
            var title = expected.RootElement.GetProperty("title").GetString();
            var text = Tag().Replace(File.ReadAllText(Path.Combine(folder, "expected.html")), " ");
            scores.Add((Path.GetFileName(folder), F1(page.Text, System.Net.WebUtility.HtmlDecode(text)), Same(page.Title, title)));
        }
        var worst = string.Join(", ", scores.OrderBy(s => s.F1).Take(8).Select(s => $"{s.Case} {s.F1:F2}"));
        var average = scores.Average(s => s.F1);
        Assert.True(average >= TextFloor, $"word F1 {average:F3} over {scores.Count} cases; worst: {worst}");
        var titles = scores.Average(s => s.HasTitle ? 1.0 : 0);
        Assert.True(titles >= TitleFloor, $"titles {titles:F3}; missed: {string.Join(", ", scores.Where(s => !s.HasTitle).Select(s => s.Case))}");
    }

    private static bool Same(string? title, string? expected) =>
        title is not null && expected is not null && (TextNormalizer.Fold(expected).Contains(title, StringComparison.OrdinalIgnoreCase) || title.Contains(TextNormalizer.Fold(expected), StringComparison.OrdinalIgnoreCase));

    private static double F1(string actual, string expected)
    {
        var left = Words.Of(actual.ToLowerInvariant()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        var right = Words.Of(expected.ToLowerInvariant()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        double shared = left.Sum(w => Math.Min(w.Value, right.GetValueOrDefault(w.Key)));
        return shared == 0 ? 0 : 2 * shared / (left.Values.Sum() + right.Values.Sum());
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

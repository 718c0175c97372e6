using System.Xml.Linq;

namespace TrendGrains.Architecture.Tests;

/// <summary>The arrows between rooms. Another arrow needs a change of the design first.</summary>
public sealed class ReferenceTests
{
    private const string Product = "TrendGrains.";

    private static readonly Dictionary<string, string[]> allowed = new()
    {
        ["TrendGrains"] = ["Abstractions", "Text", "Crawling", "Reading", "Inference", "Trends", "Answers", "Storage", "Studio", "Grains", "Web", "ServiceDefaults"],
        ["Web"] = ["Abstractions", "Storage", "Answers", "ServiceDefaults"],
        ["Grains"] = ["Abstractions", "Text", "Crawling", "Reading", "Inference", "Trends", "Answers", "Storage", "Studio"],
        ["Studio"] = ["Abstractions", "Text", "Inference", "Answers"],
        ["Reading"] = ["Abstractions", "Text", "Inference"],
        ["Crawling"] = ["Abstractions", "Text"],
        ["Trends"] = ["Abstractions", "Text"],
        ["Answers"] = ["Abstractions", "Text"],
        ["Storage"] = ["Abstractions", "Text"],
        ["Inference"] = ["Abstractions", "Text"],
        ["Abstractions"] = [],
        ["Text"] = [],
        ["ServiceDefaults"] = [],
        ["Press"] = [],
    };

    [Fact]
    public void Every_reference_is_an_allowed_arrow()
    {
        var wrong = Projects().SelectMany(p => References(p.Path)
            .Where(r => !allowed.TryGetValue(p.Room, out var targets) || !targets.Contains(r))
            .Select(r => $"{p.Room} -> {r}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_project_is_a_room_of_the_design() =>
        Assert.DoesNotContain(Projects(), p => !allowed.ContainsKey(p.Room));

    [Fact]
    public void Stand_ins_reference_nothing_of_the_product() =>
        Assert.Empty(Repository.Files("src/standins", "*.csproj").SelectMany(References));

    [Fact]
    public void Every_project_has_tests_of_its_own()
    {
        // Web and ServiceDefaults are tested through the executable that serves them.
        var without = Projects().Where(p => p.Room is not ("Web" or "ServiceDefaults"))
            .Where(p => !File.Exists(Path.Combine(Repository.Root, "tests", $"{p.Name}.Tests", $"{p.Name}.Tests.csproj")))
            .Select(p => p.Name);

        Assert.Empty(without);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "TrendGrains.sln")).Replace('\\', '/');
        var missing = Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj"))
            .Select(Repository.Relative)
            .Where(p => !solution.Contains(p, StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    private static IEnumerable<(string Name, string Room, string Path)> Projects() =>
        Repository.Files("src", "*.csproj")
            .Where(p => !Repository.Relative(p).StartsWith("src/standins/", StringComparison.Ordinal))
            .Select(p => (Path.GetFileNameWithoutExtension(p), Room(p), p));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(r => Room(((string)r.Attribute("Include")!).Replace('\\', '/')));

    private static string Room(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith(Product, StringComparison.Ordinal) ? name[Product.Length..] : name;
    }
}

using System.Text.RegularExpressions;

namespace TrendGrains.Architecture.Tests;

/// <summary>A stand-in is what our sources use of a package, and no more; each says what it imitates.</summary>
public sealed partial class StandInTests
{
    [Fact]
    public void Every_stand_in_says_what_it_imitates()
    {
        var silent = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/standins"))
            .Where(d => Directory.EnumerateFiles(d, "*.csproj").Any())
            .Where(d => !File.Exists(Path.Combine(d, "README.md")))
            .Select(Repository.Relative);

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_public_type_of_a_stand_in_is_used_by_the_product_or_by_another_public_type()
    {
        var sources = Repository.Files("src", "*.cs").Select(f => (Path: Repository.Relative(f), Text: File.ReadAllText(f))).ToArray();
        var unused = new List<string>();
        foreach (var (path, text) in sources.Where(s => s.Path.StartsWith("src/standins/", StringComparison.Ordinal)))
        {
            foreach (var name in PublicType().Matches(text).Select(m => m.Groups["name"].Value).Distinct())
            {
                var word = new Regex($@"\b{Regex.Escape(name)}\b|\b{Regex.Escape(AttributeName(name))}\b");
                if (!sources.Any(s => s.Path != path && word.IsMatch(s.Text)))
                {
                    unused.Add($"{path}: {name}");
                }
            }
        }

        Assert.Empty(unused);
    }

    private static string AttributeName(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    [GeneratedRegex(@"\bpublic\s+(?:static\s+|sealed\s+|abstract\s+|readonly\s+|partial\s+)*(?:class|record\s+struct|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex PublicType();
}

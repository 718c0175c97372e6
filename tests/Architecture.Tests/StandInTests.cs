using System.Text.RegularExpressions;

namespace TrendGrains.Architecture.Tests;

/// <summary>A stand-in is what our sources use of a package, and no more; each says what it imitates.</summary>
public sealed partial class StandInTests
{
    /// <summary>What the contract tests need besides: a silo without a database, and the semantics that no grain of ours happens to lean on.</summary>
    private static readonly string[] neededByContractTests =
    [
        "UseLocalhostClustering", "AddMemoryGrainStorage", "AddMemoryGrainStorageAsDefault", "UseInMemoryReminderService",
        "AsReference", "GetPrimaryKeyLong", "GrainContext", "GrainId", "Interleave", "MinimumReminderPeriod", "CollectionQuantum",
        "FirstTickTime", "CurrentTickTime", "ReasonCode",
    ];

    /// <summary>Members that a base type or interface of the framework asks for.</summary>
    private static readonly string[] framework = ["ToString", "Equals", "GetHashCode", "Dispose", "DisposeAsync", "CompareTo", "IsInvalid"];

    private static readonly (string Path, string Text)[] standIns = Read(inStandIns: true);
    private static readonly string product = string.Join('\n', Read(inStandIns: false).Select(s => s.Text));

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
    public void Every_public_type_of_a_stand_in_is_used_by_the_product_or_stands_in_a_signature_that_is()
    {
        var unused = PublicTypes()
            .Where(t => !t.Body.Contains("(this ", StringComparison.Ordinal))
            .Where(t => !IsUsed(t.Name, product) && !standIns.Any(s => s.Path != t.Path && IsUsed(t.Name, s.Text)))
            .Select(t => $"{t.Path}: {t.Name}");

        Assert.Empty(unused);
    }

    [Fact]
    public void Every_public_member_of_a_stand_in_has_a_caller_in_the_product()
    {
        var uncalled = PublicTypes().SelectMany(t => Member().Matches(t.Body)
            .Select(m => m.Groups["name"].Value)
            .Where(n => n != t.Name && !framework.Contains(n) && !neededByContractTests.Contains(n) && !IsUsed(n, product))
            .Select(n => $"{t.Path}: {t.Name}.{n}"));

        Assert.Empty(uncalled);
    }

    private static IEnumerable<(string Path, string Name, string Body)> PublicTypes()
    {
        foreach (var (path, text) in standIns)
        {
            var types = TopType().Matches(text);
            for (var i = 0; i < types.Count; i++)
            {
                if (types[i].Groups["access"].Value == "public")
                {
                    var end = i + 1 < types.Count ? types[i + 1].Index : text.Length;
                    yield return (path, types[i].Groups["name"].Value, text[types[i].Index..end]);
                }
            }
        }
    }

    private static bool IsUsed(string name, string text)
    {
        var attribute = name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
        return Regex.IsMatch(text, $@"\b({Regex.Escape(name)}|{Regex.Escape(attribute)})\b");
    }

    private static (string Path, string Text)[] Read(bool inStandIns) =>
    [
        .. Repository.Files("src", "*.cs")
            .Select(f => (Path: Repository.Relative(f), Text: File.ReadAllText(f)))
            .Where(f => f.Path.StartsWith("src/standins/", StringComparison.Ordinal) == inStandIns),
    ];

    [GeneratedRegex(@"^(?<access>public|internal) (?:static |sealed |abstract |readonly |partial )*(?:class|record struct|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex TopType();

    [GeneratedRegex(@"^    public (?:static |virtual |override |abstract |sealed |readonly |async |required |new |const )*[\w<>\[\]?,. ()]+?\s+(?<name>[A-Z]\w*)\s*(?:<[^>]*>)?\s*(?:\(|\{|=>|=|;)", RegexOptions.Multiline)]
    private static partial Regex Member();
}

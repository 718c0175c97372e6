using System.Text.RegularExpressions;

namespace TrendGrains.Architecture.Tests;

/// <summary>What every source file keeps to: size, names, one file-scoped namespace that is its folder, no conditional compilation.</summary>
public sealed partial class SourceFileTests
{
    private const int LongestFile = 500;

    /// <summary>The one composition file for each switched package that wires hosts.</summary>
    private static readonly string[] compositions = ["src/TrendGrains/Hosting/OrleansComposition.cs"];

    private static readonly string[] bannedFolders = ["Common", "Core", "Shared", "Utils", "Helpers", "Services", "Models", "Interfaces", "Dtos"];

    [Fact]
    public void No_file_is_longer_than_five_hundred_lines()
    {
        var long_ = CSharp()
            .Where(f => !Repository.Relative(f).Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (File: Repository.Relative(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > LongestFile);

        Assert.Empty(long_);
    }

    [Fact]
    public void No_type_carries_an_empty_name()
    {
        var wrong = Product().SelectMany(f => TypeName().Matches(File.ReadAllText(f))
            .Select(m => m.Groups["name"].Value)
            .Where(n => EmptyName().IsMatch(n))
            .Select(n => $"{Repository.Relative(f)}: {n}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_folder_is_a_drawer()
    {
        var drawers = Product().Select(f => Path.GetDirectoryName(Repository.Relative(f))!)
            .Where(d => d.Split('/').Any(part => bannedFolders.Contains(part)))
            .Distinct();

        Assert.Empty(drawers);
    }

    [Fact]
    public void Every_namespace_is_file_scoped_and_is_its_folder()
    {
        var wrong = Product().Where(f => Path.GetFileName(f) != "Program.cs").Where(f =>
        {
            var parts = Repository.Relative(Path.GetDirectoryName(f)!).Split('/')[1..];
            return !File.ReadAllText(f).Contains($"\nnamespace {string.Join('.', parts)};", StringComparison.Ordinal)
                && !File.ReadAllText(f).StartsWith($"namespace {string.Join('.', parts)};", StringComparison.Ordinal);
        }).Select(Repository.Relative);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_composition_files_know_which_build_they_are_in()
    {
        var knowing = Product().Select(Repository.Relative)
            .Where(f => !compositions.Contains(f))
            .Where(f => File.ReadLines(Path.Combine(Repository.Root, f)).Any(l => l.TrimStart().StartsWith("#if", StringComparison.Ordinal)));

        Assert.Empty(knowing);
    }

    [Fact]
    public void The_program_is_under_forty_lines() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "src/TrendGrains/Program.cs")).Count(), 1, 40);

    [Fact]
    public void The_editor_settings_are_under_eighty_lines() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, ".editorconfig")).Count(), 1, 79);

    [Fact]
    public void No_test_sleeps()
    {
        var sleeping = Repository.Files("tests", "*.cs")
            .Where(f => !Repository.Relative(f).StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains("Thread.Sleep", StringComparison.Ordinal))
            .Select(Repository.Relative);

        Assert.Empty(sleeping);
    }

    private static IEnumerable<string> Product() => Repository.Files("src", "*.cs")
        .Where(f => !Repository.Relative(f).StartsWith("src/standins/", StringComparison.Ordinal));

    private static IEnumerable<string> CSharp() => Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"));

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex("(Helper|Helpers|Util|Utils|Utility|Manager|Dto|Impl|Info|Data|Base)$")]
    private static partial Regex EmptyName();
}

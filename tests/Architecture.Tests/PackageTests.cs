using System.Xml.Linq;

namespace TrendGrains.Architecture.Tests;

public sealed class PackageTests
{
    [Fact]
    public void Versions_stand_only_in_the_central_file()
    {
        var stray = Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj"))
            .Where(p => XDocument.Load(p).Descendants("PackageReference").Any(r => r.Attribute("Version") is not null || r.Attribute("VersionOverride") is not null))
            .Select(Repository.Relative);

        Assert.Empty(stray);
    }

    [Fact]
    public void Every_central_version_is_pinned_to_one_number()
    {
        var floating = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Where(p => ((string)p.Attribute("Version")!).Contains('*', StringComparison.Ordinal))
            .Select(p => (string)p.Attribute("Include")!);

        Assert.Empty(floating);
    }

    [Theory]
    [InlineData("OrleansPackages")]
    [InlineData("OnnxRuntimePackages")]
    [InlineData("PgvectorPackages")]
    public void Only_the_build_files_know_the_switch(string property)
    {
        var knowing = Repository.Files("src", "*.csproj")
            .Where(p => File.ReadAllText(p).Contains($"'$({property})'", StringComparison.Ordinal))
            .Select(Repository.Relative);

        Assert.Empty(knowing);
    }
}

using Xunit;

namespace TrendGrains.TestKit.Programs;

/// <summary>A test with a real browser. Without one it is skipped with the reason; where CI=true it runs and fails instead.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public ChromiumFactAttribute() => Skip = IsThere || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
        ? null
        : "No folder of PATH has a Chromium (apt-get install chromium).";

    private static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name))));
}

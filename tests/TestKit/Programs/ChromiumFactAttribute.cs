using Xunit;

namespace TrendGrains.TestKit.Programs;

/// <summary>A test with a real browser, which <c>deploy/local/test</c> installs where it may. Without one it is skipped with the reason.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public ChromiumFactAttribute() => Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name))))
        ? null
        : "No folder of PATH has a Chromium (apt-get install chromium).";
}

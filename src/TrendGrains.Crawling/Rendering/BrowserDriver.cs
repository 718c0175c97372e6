using System.Reflection;

namespace TrendGrains.Crawling.Rendering;

/// <summary>Playwright's driver, a program of its own: beside what was published; for a build, in the package that it was built with.</summary>
internal static class BrowserDriver
{
    private const string Variable = "PLAYWRIGHT_DRIVER_SEARCH_PATH";
    private const string Folder = ".playwright";

    public static void Locate()
    {
        var package = typeof(BrowserDriver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "Playwright")?.Value;
        if (Environment.GetEnvironmentVariable(Variable) is null && package is { Length: > 0 }
            && !Directory.Exists(Path.Combine(AppContext.BaseDirectory, Folder)) && Directory.Exists(Path.Combine(package, Folder)))
        {
            Environment.SetEnvironmentVariable(Variable, package);
        }
    }
}

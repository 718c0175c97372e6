namespace TrendGrains.Hosting;

/// <summary>Where things lie on this machine.</summary>
internal static class Checkout
{
    /// <summary>
    /// Folder for what a running process leaves for others (address, token): TRENDGRAINS_RUN_DIR, else .local/run of the checkout
    /// that the executable was built in, else a folder under the user's temporary files.
    /// </summary>
    public static string RunFolder { get; } = FindRunFolder();

    private static string FindRunFolder()
    {
        if (Environment.GetEnvironmentVariable("TRENDGRAINS_RUN_DIR") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TrendGrains.sln")))
            {
                return Path.Combine(folder.FullName, ".local", "run");
            }
        }

        return Path.Combine(Path.GetTempPath(), $"trendgrains-{Environment.UserName}");
    }
}

namespace TrendGrains.Crawling.Processes;

/// <summary>Finds a program as a shell would, without one.</summary>
internal static class ProgramPath
{
    /// <param name="configured">An absolute path, which then is the only one looked at.</param>
    /// <param name="names">In the order of preference; looked for in PATH.</param>
    public static string? Find(string? configured, params ReadOnlySpan<string> names)
    {
        if (configured is not null)
        {
            return Path.IsPathRooted(configured) && File.Exists(configured) ? configured : null;
        }

        // A relative entry would find whatever lies in the current folder.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted).ToArray();
        foreach (var name in names)
        {
            if (folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } file)
            {
                return file;
            }
        }

        return null;
    }
}

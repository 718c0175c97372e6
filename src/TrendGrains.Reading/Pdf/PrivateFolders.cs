namespace TrendGrains.Reading.Pdf;

/// <summary>Folders that only this user may look into, each for one file while poppler reads it.</summary>
internal static class PrivateFolders
{
    private const string Prefix = "trendgrains-pdf-";

    /// <summary>No reading takes so long: an older folder is what a process left that was killed.</summary>
    private static readonly TimeSpan old = TimeSpan.FromHours(1);

    private static readonly Lazy<int> swept = new(() => Sweep(Path.GetTempPath(), TimeProvider.System.GetUtcNow()));

    /// <summary>A new one; the first of a process also clears away what others left.</summary>
    public static DirectoryInfo Make()
    {
        _ = swept.Value;
        return Directory.CreateTempSubdirectory(Prefix);
    }

    /// <summary>Whether it is gone. What was read stays good where it is not: the next process tries again.</summary>
    public static bool Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>How many old ones were there and are gone.</summary>
    public static int Sweep(string root, DateTimeOffset now)
    {
        try
        {
            return new DirectoryInfo(root).GetDirectories(Prefix + "*").Count(folder => folder.LastWriteTimeUtc < (now - old).UtcDateTime && Remove(folder));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}

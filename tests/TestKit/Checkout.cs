namespace TrendGrains.TestKit;

/// <summary>Where the checkout is that these tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder with TrendGrains.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Open data sets kept beside the checkout, or null where nobody put them.</summary>
    public static string? SharedData { get; } = FindSharedData();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TrendGrains.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds TrendGrains.sln.");
    }

    private static string? FindSharedData()
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));
        return Directory.Exists(folder) ? folder : null;
    }
}

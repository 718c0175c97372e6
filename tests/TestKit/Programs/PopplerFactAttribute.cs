using Xunit;

namespace TrendGrains.TestKit.Programs;

/// <summary>A test with poppler's programs, which <c>deploy/local/setup</c> installs where it may. Without them it is skipped with the reason.</summary>
public sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = Missing;

    /// <summary>Null where poppler is there.</summary>
    internal static string? Missing { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "pdftotext")))
        ? null
        : "No folder of PATH has pdftotext (apt-get install poppler-utils poppler-data).";
}

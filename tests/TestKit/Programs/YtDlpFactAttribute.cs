using Xunit;

namespace TrendGrains.TestKit.Programs;

/// <summary>A test with the real yt-dlp; skipped where it is not installed, in CI too: the product needs it only where an operator opts in.</summary>
public sealed class YtDlpFactAttribute : FactAttribute
{
    public YtDlpFactAttribute() => Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "yt-dlp")))
        ? null
        : "yt-dlp is not installed (apt-get install yt-dlp); access ytdlp is opt-in.";
}

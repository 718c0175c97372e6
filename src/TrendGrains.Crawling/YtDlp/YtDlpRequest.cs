namespace TrendGrains.Crawling.YtDlp;

/// <summary>One thing to ask of yt-dlp.</summary>
/// <param name="Target">An http(s) address, or a search as <c>ytsearch10:words</c>: see <see cref="YtDlpTarget"/>.</param>
/// <param name="WithSubtitles">A single video: its full metadata and its subtitles. Else a listing, flat.</param>
/// <param name="AllowPrivate">The operator allowed addresses of this machine and its private network.</param>
public sealed record YtDlpRequest(string Target, bool WithSubtitles, bool AllowPrivate);

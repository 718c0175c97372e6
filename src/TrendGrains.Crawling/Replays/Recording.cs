using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Replays;

/// <summary>
/// A source whose address is <c>file:</c>: answers that were recorded, read from disk as if the site had just given them. A file is one
/// answer; of a folder each poll reads the next in the order of names. Only an operator names such an address, never a page, feed or redirect.
/// </summary>
public static class Recording
{
    private const int MostFiles = 100_000;

    public static bool Is(SourceDefinition source) => Uri.TryCreate(source.Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeFile;

    /// <summary>What is said against the definition; null when nothing.</summary>
    public static string? Refuse(SourceDefinition source)
    {
        var url = new Uri(source.Url);
        return !source.Internal ? "a file: address is this machine's own and needs --internal."
            : url.IsUnc || url.Host.Length > 0 || url.Query.Length > 0 ? "a file: address names a path of this machine: file:///…"
            : source.Kind == SourceKind.File ? "kind file is filled by import; give the kind of what was recorded."
            : source.Kind is SourceKind.Instagram or SourceKind.TikTok && source.Access != AccessMode.YtDlp ? "what was recorded of it is yt-dlp's JSON: access ytdlp."
            : source.FollowEntries ? "a replay follows nothing: leave --follow out."
            : !File.Exists(url.LocalPath) && !Directory.Exists(url.LocalPath) ? $"there is no {url.LocalPath} on the machine that crawls."
            : null;
    }

    /// <summary>The next answer after <paramref name="position"/>, which is null at the start and else an earlier answer's.</summary>
    public static async Task<RecordedAnswer> NextAsync(SourceDefinition source, string? position, int maxBytes, CancellationToken cancellationToken)
    {
        var path = new Uri(source.Url).LocalPath;
        try
        {
            return Directory.Exists(path)
                ? await NextOfFolderAsync(new DirectoryInfo(path), position, maxBytes, cancellationToken)
                : await OfFileAsync(new FileInfo(path), position, maxBytes, cancellationToken);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return new RecordedAnswer(CrawlReason.NotFound, fault.Message, [], position);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new RecordedAnswer(CrawlReason.NotReadable, fault.Message, [], position);
        }
    }

    private static async Task<RecordedAnswer> NextOfFolderAsync(DirectoryInfo folder, string? position, int maxBytes, CancellationToken cancellationToken)
    {
        var next = folder.EnumerateFiles().Take(MostFiles).Where(f => !f.Name.StartsWith('.'))
            .Where(f => position is null || string.CompareOrdinal(f.Name, position) > 0).MinBy(f => f.Name, StringComparer.Ordinal);
        return next is null
            ? new RecordedAnswer(CrawlReason.NotModified, $"All that is in {folder.FullName} was replayed.", [], position)
            : await ReadAsync(next, next.Name, maxBytes, cancellationToken);
    }

    private static async Task<RecordedAnswer> OfFileAsync(FileInfo file, string? position, int maxBytes, CancellationToken cancellationToken)
    {
        var state = file.Exists ? $"{file.Length}-{file.LastWriteTimeUtc.Ticks}" : throw new FileNotFoundException($"There is no {file.FullName}.");
        return state == position
            ? new RecordedAnswer(CrawlReason.NotModified, $"{file.FullName} is as it was.", [], position)
            : await ReadAsync(file, state, maxBytes, cancellationToken);
    }

    private static async Task<RecordedAnswer> ReadAsync(FileInfo file, string position, int maxBytes, CancellationToken cancellationToken)
    {
        // A pipe, a device and what the kernel makes up say that they are empty; opening one could wait for ever.
        if (file.Length == 0 || file.Length > maxBytes)
        {
            return file.Length == 0
                ? new RecordedAnswer(CrawlReason.NotReadable, $"{file.FullName} is empty.", [], position)
                : new RecordedAnswer(CrawlReason.TooLarge, $"{file.FullName} has {file.Length:N0} bytes; the limit is {maxBytes:N0}.", [], position);
        }

        var body = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        return new RecordedAnswer(CrawlReason.Fetched, $"{file.FullName} has {body.Length:N0} bytes.", body, position);
    }
}

/// <summary>One recorded answer, or why there is none.</summary>
/// <param name="Position">To be given back for the next.</param>
public sealed record RecordedAnswer(CrawlReason Reason, string Detail, byte[] Body, string? Position);

using System.Text.Json;

namespace TrendGrains.Inference.Versions;

/// <summary>
/// The decisions about versions, in one file that all processes of a machine (or of a shared volume) read and write. It is replaced as a whole
/// and written under a lock, so that a process that dies in between leaves the old decisions.
/// </summary>
internal sealed class VersionFile(string path, TimeProvider clock)
{
    private const int MostChanges = 500;

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan lockPatience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private VersionDecisions known = VersionDecisions.None;
    private (DateTime Written, long Length) stamp;
    private long? looked;

    public string Path => path;

    /// <summary>As last written by any process, seen a second later at most. An unreadable file leaves what was known.</summary>
    public VersionDecisions Read()
    {
        lock (gate)
        {
            if (looked is { } last && clock.GetElapsedTime(last) < lookEvery)
            {
                return known;
            }
            looked = clock.GetTimestamp();
            var file = new FileInfo(path);
            var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            // Of a file that cannot be read the stamp is not kept: it may be readable the next time, as it stands.
            if (now != stamp && Parse() is { } decisions)
            {
                (known, stamp) = (decisions, now);
            }
            return known;
        }
    }

    /// <exception cref="ModelVersionException">The file cannot be read or written, or stays locked; nothing is changed.</exception>
    public async Task<VersionDecisions> ChangeAsync(Func<VersionDecisions, VersionDecisions> change, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            await using var held = await LockAsync(cancellationToken).ConfigureAwait(false);
            var before = Parse() ?? throw new ModelVersionException(
                $"{path} cannot be read, and a new decision would replace all that it holds. Mend it, or move it away to start without decisions.");
            var after = change(before);
            if (!ReferenceEquals(before, after))
            {
                var shortened = after with { Changes = [.. after.Changes.TakeLast(MostChanges)] };
                await WriteAsync(path + ".new", JsonSerializer.SerializeToUtf8Bytes(shortened, json), cancellationToken).ConfigureAwait(false);
                File.Move(path + ".new", path, overwrite: true);
            }
            lock (gate)
            {
                looked = null;
            }
            return Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelVersionException($"{path} cannot be written: {e.Message}");
        }
    }

    /// <summary>On the disk before it is renamed: after a loss of power there would be a file without its bytes.</summary>
    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(began) < lockPatience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Null when there is a file that does not hold decisions.</summary>
    private VersionDecisions? Parse()
    {
        try
        {
            if (!File.Exists(path))
            {
                return VersionDecisions.None;
            }
            return JsonSerializer.Deserialize<VersionDecisions>(File.ReadAllBytes(path), json) is { Standings: not null, Changes: not null } decisions ? decisions : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What was decided so far; a model that is not among the standings serves the first version that its catalog lists.</summary>
internal sealed record VersionDecisions(IReadOnlyList<ModelStanding> Standings, IReadOnlyList<VersionChange> Changes)
{
    public static VersionDecisions None { get; } = new([], []);
}

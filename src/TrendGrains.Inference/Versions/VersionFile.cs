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
            if (now != stamp)
            {
                known = Parse() ?? known;
                stamp = now;
            }
            return known;
        }
    }

    /// <exception cref="ModelVersionException">The file cannot be written or stays locked.</exception>
    public async Task<VersionDecisions> ChangeAsync(Func<VersionDecisions, VersionDecisions> change, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            await using var held = await LockAsync(cancellationToken).ConfigureAwait(false);
            var before = Parse() ?? VersionDecisions.None;
            var after = change(before);
            if (!ReferenceEquals(before, after))
            {
                var shortened = after with { Changes = [.. after.Changes.TakeLast(MostChanges)] };
                await File.WriteAllBytesAsync(path + ".new", JsonSerializer.SerializeToUtf8Bytes(shortened, json), cancellationToken).ConfigureAwait(false);
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

    private VersionDecisions? Parse()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<VersionDecisions>(File.ReadAllBytes(path), json) : VersionDecisions.None;
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

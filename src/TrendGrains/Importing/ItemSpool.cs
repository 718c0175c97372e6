using System.Runtime.CompilerServices;
using System.Text.Json;
using TrendGrains.Input;

namespace TrendGrains.Importing;

/// <summary>
/// Puts the items of many files into one order of time, in bounded memory: the items lie in a temporary file, only their times and places
/// are held. Items of one moment keep the order in which they came.
/// </summary>
internal sealed class ItemSpool(TimeProvider clock) : IAsyncDisposable
{
    private readonly List<Place> places = [];
    private readonly FileStream file = OpenFile();

    private readonly SourceLanguages languages = new();
    private RunningTime running = new(clock);
    private int firstOfFile;

    public int Count => places.Count;

    /// <summary>Items that stated no time, or one that cannot be: they take the stream's.</summary>
    public int Untimed { get; private set; }

    /// <param name="stated">When it says it was published.</param>
    public async Task AddAsync(SpooledItem item, DateTimeOffset? stated, CancellationToken cancellationToken)
    {
        if (item.Entry.Language is null)
        {
            languages.Hear(item.Source, $"{item.Entry.Title}\n{item.Entry.Content ?? item.Entry.Summary}");
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(item, JsonSerializerOptions.Web);
        var time = running.Next(stated);
        Untimed += time is null || time != stated ? 1 : 0;
        places.Add(new Place(time, file.Position, bytes.Length));
        await file.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>Gives the items at a file's beginning that came before any told its time the first time of that file, or the clock's.</summary>
    public void EndFile()
    {
        var (begin, first) = (firstOfFile, places.FindIndex(firstOfFile, p => p.Time is not null));
        var time = first < 0 ? clock.GetUtcNow() : places[first].Time;
        for (var i = begin; i < (first < 0 ? places.Count : first); i++)
        {
            places[i] = places[i] with { Time = time };
        }

        firstOfFile = places.Count;
        running = new RunningTime(clock);
    }

    /// <summary>Every item and its time, earliest first; one that names no language names what its source mostly speaks.</summary>
    public async IAsyncEnumerable<(DateTimeOffset Time, SpooledItem Item)> InOrderAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await file.FlushAsync(cancellationToken);
        foreach (var place in places.OrderBy(p => p.Time))
        {
            var bytes = new byte[place.Length];
            file.Position = place.Offset;
            await file.ReadExactlyAsync(bytes, cancellationToken);
            var item = JsonSerializer.Deserialize<SpooledItem>(bytes, JsonSerializerOptions.Web)!;
            yield return (place.Time!.Value, item with { Entry = item.Entry with { Language = item.Entry.Language ?? languages.Of(item.Source) } });
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private static FileStream OpenFile()
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"trendgrains-import-{Guid.NewGuid():N}"),
            FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // Open, it needs no name: a process that is killed leaves nothing behind.
            File.Delete(file.Name);
        }

        return file;
    }

    /// <param name="Time">Null until its file tells one.</param>
    private readonly record struct Place(DateTimeOffset? Time, long Offset, int Length);
}

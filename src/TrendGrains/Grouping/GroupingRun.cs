using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Inference;
using TrendGrains.Inference.Catalog;
using TrendGrains.Input;

namespace TrendGrains.Grouping;

/// <summary>Reads a file of lines and groups it, batch by batch; lines that cannot be read are named and counted, and the rest is done.</summary>
internal sealed class GroupingRun : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddInference().BuildServiceProvider();

    /// <summary>Lines that could not be read.</summary>
    public int Wrong { get; private set; }

    public async IAsyncEnumerable<GroupedStory> GroupAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var grouping = new StoryGrouping(await ModelsAsync(), TimeProvider.System);
        await using var input = InputFile.Open(file);
        var waiting = new List<StoryLine>(StoryGrouping.BatchSize);
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            if (!StoryLine.TryParse(line, out var story, out var problem))
            {
                Wrong++;
                await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
                continue;
            }

            waiting.Add(story);
            if (waiting.Count == StoryGrouping.BatchSize)
            {
                foreach (var grouped in await grouping.AddAsync(waiting, cancellationToken))
                {
                    yield return grouped;
                }

                waiting.Clear();
            }
        }

        if (waiting.Count > 0)
        {
            foreach (var grouped in await grouping.AddAsync(waiting, cancellationToken))
            {
                yield return grouped;
            }
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<ModelWorkers?> ModelsAsync()
    {
        try
        {
            ModelsFolder.Find();
        }
        catch (ModelCatalogException missing)
        {
            await Console.Error.WriteLineAsync($"trendgrains: grouping by words alone: {missing.Message}");
            return null;
        }

        return services.GetRequiredService<ModelWorkers>();
    }
}

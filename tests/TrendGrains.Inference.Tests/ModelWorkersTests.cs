using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Tests;

public sealed class ModelWorkersTests
{
    [Fact]
    public async Task Gives_one_unit_vector_for_each_text()
    {
        await using var workers = Workers();

        var result = await workers.EmbedAsync(ShippedModel.Name, ["한국은행 금리 인하", "", "Bank of Korea"], default);

        Assert.Equal((ShippedModel.Name, ShippedModel.Entry.Version, 3), (result.Model, result.Version, result.Vectors.Length));
        Assert.All(result.All(), v => Assert.Equal(1, v.Sum(x => x * x), 1e-4f));
    }

    [Fact]
    public async Task No_texts_give_no_vectors()
    {
        await using var workers = Workers();

        Assert.Empty((await workers.EmbedAsync(ShippedModel.Name, [], default)).Vectors);
    }

    [Fact]
    public async Task An_unknown_model_is_refused_with_the_names_of_those_there_are()
    {
        await using var workers = Workers();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => workers.EmbedAsync("no-such", ["a"], default));
        Assert.Contains("There is no model 'no-such'; there are: text-embedding", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_that_come_together_share_one_opening()
    {
        await using var workers = Workers();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => workers.EmbedAsync(ShippedModel.Name, [$"기사 {i}"], default))));

        Assert.All(results, r => Assert.Single(r.Vectors));
        Assert.Equal(50, results.Select(r => r.All()[0][0]).Distinct().Count());
    }

    [Fact]
    public async Task A_folder_that_comes_to_hold_models_is_tried_again()
    {
        var folder = Directory.CreateTempSubdirectory("models-").FullName;
        try
        {
            await using var workers = Workers(options => options.ModelsFolder = folder);
            await Assert.ThrowsAsync<ModelCatalogException>(() => workers.EmbedAsync(ShippedModel.Name, ["a"], default));

            File.Copy(Path.Combine(ShippedModel.Folder, "catalog.json"), Path.Combine(folder, "catalog.json"));
            foreach (var entry in ModelCatalog.Load(ShippedModel.Folder))
            {
                var copy = Directory.CreateDirectory(Path.Combine(folder, Path.GetFileName(entry.Folder))).FullName;
                foreach (var file in entry.Files)
                {
                    File.Copy(Path.Combine(entry.Folder, file.Name), Path.Combine(copy, file.Name));
                }
            }

            Assert.Single((await workers.EmbedAsync(ShippedModel.Name, ["a"], default)).Vectors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task More_texts_than_the_queue_holds_are_refused()
    {
        await using var workers = Workers(options => options.QueueLimit = 10);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => workers.EmbedAsync(ShippedModel.Name, [.. Enumerable.Range(0, 11).Select(i => $"a{i}")], default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public async Task A_call_of_no_rows_or_too_many_is_refused_in_words(int count)
    {
        await using var workers = Workers();
        var rows = Enumerable.Range(0, count).Select(_ => new float[workers.Models.First(m => m.Name == "advert").Features.Count]).ToArray();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => workers.ScoreAsync("advert", rows, default));
        Assert.Contains($"1 to 256 rows, not {count}", refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> OddTexts => new("", " ", "\ud83d", "\udc00 alone", new string('가', 5_000_000), "\0", string.Concat(Enumerable.Repeat("👩‍👩‍👧 ", 3000)));

    [Theory]
    [MemberData(nameof(OddTexts), DisableDiscoveryEnumeration = true)]
    public async Task An_odd_text_has_a_result_and_costs_its_neighbours_nothing(string text)
    {
        await using var workers = Workers();

        var vectors = (await workers.EmbedAsync(ShippedModel.Name, ["before", text, "after"], default)).All();
        Assert.Equal(3, vectors.Length);
        Assert.All(vectors, v => Assert.Equal(1, v.Sum(x => x * x), 1e-4f));
        Assert.Equal((await workers.EmbedAsync(ShippedModel.Name, ["before"], default)).All()[0], vectors[0]);
    }

    [Fact]
    public async Task What_is_offered_at_ten_times_the_room_is_refused_by_type_and_the_rest_is_answered()
    {
        await using var workers = Workers(options => options.QueueLimit = 256);
        await workers.EmbedAsync(ShippedModel.Name, ["warm"], default);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2560).Select(i => Task.Run(async () =>
        {
            try
            {
                return (await workers.EmbedAsync(ShippedModel.Name, [$"기사 {i}", $"story {i}"], default)).Vectors.Length;
            }
            catch (ModelBusyException busy)
            {
                Assert.InRange(busy.RetryAfter, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(5));
                return 0;
            }
        })));

        Assert.Contains(2, outcomes);
        var queue = workers.Snapshot().Single().Queue!;
        Assert.Equal((0, outcomes.Count(o => o == 0) * 2), (queue.Waiting, (int)queue.Rejected));
        Assert.Single((await workers.EmbedAsync(ShippedModel.Name, ["afterwards"], default)).Vectors);
    }

    [Fact]
    public async Task A_row_of_features_is_run_again_which_takes_less_than_to_remember_it()
    {
        await using var workers = Workers();
        var row = new float[workers.Models.First(m => m.Name == "advert").Features.Count];
        await workers.ScoreAsync("advert", [row], default);
        await workers.ScoreAsync("advert", [row], default);

        var one = Assert.Single(workers.Snapshot());
        Assert.Equal((2, 0, 0), (one.Queue!.Items, one.Cache!.InMemory, one.Cache.Missed));
    }

    [Fact]
    public async Task A_snapshot_tells_what_each_version_did()
    {
        await using var workers = Workers();
        await workers.EmbedAsync(ShippedModel.Name, ["a", "b"], default);
        await workers.EmbedAsync(ShippedModel.Name, ["b", "c"], default);

        var one = Assert.Single(workers.Snapshot());
        Assert.Equal((ShippedModel.Name, ShippedModel.Entry.Version, "live", null), (one.Model, one.Version, one.Role, one.Problem));
        Assert.Equal((3, 2, 0), (one.Queue!.Items, one.Queue.Runs, one.Queue.Failed));
        Assert.Equal((1, 3), (one.Cache!.InMemory, one.Cache.Missed));
        Assert.Equal((4, 0), (one.RecentItems, one.RecentFailures));
    }

    [Fact]
    public async Task Nothing_runs_after_it_was_closed()
    {
        var workers = Workers();
        await workers.EmbedAsync(ShippedModel.Name, ["a"], default);
        await workers.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => workers.EmbedAsync(ShippedModel.Name, ["a"], default));
    }

    [Theory]
    [InlineData(0, 1000, 1)]
    [InlineData(10, 255, 1)]
    [InlineData(10, 1000, 0)]
    [InlineData(2000, 1000, 1)]
    public void Options_out_of_range_are_refused(int maxBatch, int queueLimit, int threads)
    {
        using var services = new ServiceCollection().AddInference(o => (o.MaxBatch, o.QueueLimit, o.Threads) = (maxBatch, queueLimit, threads)).BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<InferenceOptions>>().Value);
        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task One_registration_gives_everything()
    {
        await using var services = new ServiceCollection().AddInference().BuildServiceProvider();

        Assert.Contains(services.GetRequiredService<ModelWorkers>().Models, m => m.Name == ShippedModel.Name);
    }

    private static ModelWorkers Workers(Action<InferenceOptions>? configure = null)
    {
        var options = new InferenceOptions();
        configure?.Invoke(options);
        return new ModelWorkers(Options.Create(options), TimeProvider.System);
    }
}

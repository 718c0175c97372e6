using Microsoft.Extensions.Logging.Abstractions;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Grains.Ingest;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;
using TrendGrains.TestKit;

namespace TrendGrains.Grains.Tests.Ingest;

public sealed class SummaryStepsTests
{
    private const string Story =
        "The harbour of Millport was closed on Monday.\n\nA storm reached the coast in the night. Nobody was hurt, the harbour master said. "
        + "Forty ships had left before it came. The port opens again on Tuesday. Insurers expect claims of a million dollars.";

    [Fact]
    public async Task Sentences_of_many_items_share_the_calls_and_stand_in_their_texts_word_for_word()
    {
        await using var listed = new ListedModels("summary");
        var calls = new List<int>();
        var grains = ScriptedWorkers.Scoring(batch =>
        {
            calls.Add(batch.Rows.Length);
            return Task.FromResult(Later(batch));
        });

        var summaries = await Steps(listed).SummarizeAsync([.. Enumerable.Range(0, 30).Select(_ => Page(Story))], null, grains, default);

        Assert.Equal([180], calls);
        Assert.All(summaries, s => Assert.Null(s.Missing));
        var sentences = summaries[29].Summary!.Sentences;
        Assert.Equal(2, sentences.Length);
        Assert.All(sentences, s => Assert.Equal(Story[s.Start..s.End], s.Text));
        Assert.Equal("Insurers expect claims of a million dollars.", sentences[^1].Text);
        Assert.Equal("9", summaries[29].Summary!.Version);
    }

    [Fact]
    public async Task A_call_that_fails_costs_only_the_items_whose_sentences_were_in_it()
    {
        await using var listed = new ListedModels("summary");
        var grains = ScriptedWorkers.Scoring(batch => batch.Rows.Length == 256
            ? Task.FromResult(Later(batch))
            : Task.FromException<ScoreResult>(new ModelBusyException("summary", TimeSpan.FromSeconds(1))));

        var summaries = await Steps(listed).SummarizeAsync([.. Enumerable.Range(0, 50).Select(_ => Page(Story))], null, grains, default);

        // 256 rows are those of 42 items and of a part of one more.
        Assert.All(summaries[..42], s => Assert.NotNull(s.Summary));
        Assert.All(summaries[42..], s => Assert.Contains("busy", s.Missing!.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sentence_that_fails_costs_only_its_own_item_a_summary()
    {
        await using var listed = new ListedModels("summary");
        var grains = ScriptedWorkers.Scoring(batch =>
        {
            var result = Later(batch);
            result.Scores[7] = null;
            return Task.FromResult(result with { Faults = [new RowFault(7, "poisoned")] });
        });

        var summaries = await Steps(listed).SummarizeAsync([.. Enumerable.Range(0, 3).Select(_ => Page(Story))], null, grains, default);

        Assert.Equal([null, "poisoned", null], summaries.Select(s => s.Missing?.Reason));
        Assert.All([summaries[0], summaries[2]], s => Assert.NotNull(s.Summary));
    }

    [Fact]
    public async Task A_title_alone_has_none_and_one_sentence_needs_no_model()
    {
        await using var listed = new ListedModels("summary");
        var grains = ScriptedWorkers.Scoring(_ => throw new InvalidOperationException("nobody had to be asked"));

        var summaries = await Steps(listed).SummarizeAsync([Page(""), Page("The harbour of Millport was closed on Monday.")], null, grains, default);

        Assert.Equal(PageSummary.None, summaries[0]);
        Assert.Equal(new SummarySentence("The harbour of Millport was closed on Monday.", 0, 45), Assert.Single(summaries[1].Summary!.Sentences));
    }

    [Fact]
    public async Task Where_the_catalog_lists_no_such_model_nothing_waits_for_it()
    {
        await using var listed = new ListedModels("topic");

        Assert.Equal(PageSummary.None, Assert.Single(await Steps(listed).SummarizeAsync([Page(Story)], null, ScriptedWorkers.Scoring(_ => throw new NotSupportedException()), default)));
    }

    [Fact]
    public async Task A_summary_that_is_known_is_kept_and_one_that_is_missing_is_asked_for()
    {
        await using var listed = new ListedModels("summary");
        var grains = ScriptedWorkers.Scoring(batch => Task.FromResult(Later(batch)));
        var known = new KnownParts(Guid.Empty, ["topic"], [], null, null, null) { Summary = Known("The harbour") };

        Assert.Equal("1", Assert.Single(await Steps(listed).SummarizeAsync([Page(Story)], known, grains, default)).Summary!.Version);
        Assert.Equal("9", Assert.Single(await Steps(listed).SummarizeAsync([Page(Story)], known with { Missing = ["summary"] }, grains, default)).Summary!.Version);
    }

    [Theory]
    [InlineData("The haven")]
    [InlineData("")]
    public async Task A_known_summary_that_does_not_stand_in_the_text_is_asked_for_again(string text)
    {
        await using var listed = new ListedModels("summary");
        var grains = ScriptedWorkers.Scoring(batch => Task.FromResult(Later(batch)));
        var known = new KnownParts(Guid.Empty, ["topic"], [], null, null, null) { Summary = Known("The harbour") };

        var summary = Assert.Single(await Steps(listed).SummarizeAsync([Page(text.Length == 0 ? text : Story.Replace("The harbour", text, StringComparison.Ordinal))], known, grains, default)).Summary;

        Assert.Equal(text.Length == 0 ? null : "9", summary?.Version);
    }

    [Fact]
    public async Task A_worker_that_never_answers_costs_the_items_their_summary_and_no_more_than_the_steps_time()
    {
        await using var listed = new ListedModels("summary");
        var clock = new ManualTimeProvider();
        var grains = ScriptedWorkers.Scoring(_ => new TaskCompletionSource<ScoreResult>().Task);

        // More calls than are made at once: those that come later have no time of their own.
        var summarizing = Steps(listed, clock).SummarizeAsync([.. Enumerable.Range(0, 300).Select(_ => Page(Story))], null, grains, default);
        await clock.TimersArmedAsync(4).WaitAsync(TimeSpan.FromSeconds(30));
        clock.Advance(StepTerms.Longest);
        var summaries = await summarizing.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.All(summaries, s => Assert.Equal(new PageSummary(null, new MissingPart("summary", "Model 'summary' did not answer within 15 s.")), s));
    }

    private static ItemSummary Known(string sentence) => new("1", [new SummarySentence(sentence, 0, sentence.Length)]);

    /// <summary>The later a sentence stands, the better it is.</summary>
    private static ScoreResult Later(ScoreBatch batch) => new("summary", "9", ["worth"], [.. batch.Rows.Select((_, row) => new[] { (row % 6) / 6f })]);

    private static ReadPage Page(string text) => new() { Title = "Storm", Text = text, Language = "en" };

    private static SummarySteps Steps(ListedModels listed, TimeProvider? clock = null) => new(listed.Models, clock ?? TimeProvider.System, NullLogger<SummarySteps>.Instance);
}

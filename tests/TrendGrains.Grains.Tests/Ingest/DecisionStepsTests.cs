using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TrendGrains.Grains.Ingest;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Inference;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Tests.Ingest;

public sealed class DecisionStepsTests
{
    [Fact]
    public async Task A_worker_that_was_busy_is_asked_again_and_what_the_others_said_is_kept()
    {
        await using var models = new Inference.ModelWorkers(Options.Create(new InferenceOptions()), TimeProvider.System);
        using var kinds = PageModels.Load();
        var (grains, workers) = BusyWorkers.Over(models, busyOnce: "article");
        using var steps = new DecisionSteps(models, TimeProvider.System, NullLogger<DecisionSteps>.Instance);
        var html = NewsSite.Article("Ships leave the port before the storm", "The port closed on Monday.");
        var page = new PageReader(kinds).Read(new RawPage("https://news.example/2026/a", "text/html", "utf-8", Encoding.UTF8.GetBytes(html), DateTimeOffset.UnixEpoch));

        var first = (await steps.DecideAsync([page], known: null, grains, default))[0];
        Assert.Equal("article", Assert.Single(first.Missing).Part);
        Assert.Contains("busy", first.Missing[0].Reason, StringComparison.Ordinal);
        Assert.Equal(["page-kind", "advert"], workers.Asked.Distinct());

        var asked = workers.Asked.Count;
        ItemDecision[] stored = [.. first.Page.Decisions.Select(d => new ItemDecision(d.Task, d.Label, d.Score, d.Version, d.Why))];
        var second = (await steps.DecideAsync([page], new KnownParts(Guid.Empty, ["article"], stored, null, null, null), grains, default))[0];

        Assert.Empty(second.Missing);
        Assert.Equal(["article"], workers.Asked.Skip(asked).Distinct());
        Assert.Equal(["page-kind", "advert", "article"], second.Page.Decisions.Select(d => d.Task));
        Assert.Equal((first.Page.PageKind, first.Page.IsAdvert), (second.Page.PageKind, second.Page.IsAdvert));
        Assert.Equal(first.Page.AdvertScore, second.Page.AdvertScore, 1e-6);
    }
}

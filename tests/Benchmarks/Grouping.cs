using TrendGrains.Benchmarks.Baselines;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;
using TrendGrains.Trends.Clustering;
using TrendGrains.Trends.Evaluation;

namespace TrendGrains.Benchmarks;

/// <summary>
/// Same-story grouping: the board against TF-IDF single pass, average link and a k-NN graph on the same items in the same run. Each
/// baseline's threshold is the one that serves it best on data for development, found in the same run; the board's are in its code.
/// </summary>
internal sealed class Grouping : IBenchmark
{
    public string Name => "grouping";

    public Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        using var embedder = TextEmbedder.Open(ModelCatalog.Load(ModelsFolder.Find()).Single(m => m.Name == "text-embedding"));
        var rows = new List<BenchmarkRow>();
        foreach (var language in PressCorpus.Languages)
        {
            foreach (var news in (bool[])[false, true])
            {
                rows.AddRange(Compare(
                    $"Press {language}, {(news ? "news alone" : "everything")}",
                    Press(Seeds.Development.Except(Seeds.Scored), language, news, embedder), Press(Seeds.Scored, language, news, embedder)));
            }
        }

        if (EcbCorpus.Read("dev", embedder) is { } dev && EcbCorpus.Read("train", embedder) is { } train)
        {
            rows.AddRange(Compare("ECB+ en", [dev], [train]));
        }
        else
        {
            rows.Add(new BenchmarkRow(Name, "ECB+", double.NaN, "BCubed F1", "skipped: there is no ../shared/data/ecbplus_clusters beside the checkout"));
        }

        return Task.FromResult<IReadOnlyList<BenchmarkRow>>(rows);
    }

    private IEnumerable<BenchmarkRow> Compare(string name, GroupingCorpus[] dev, GroupingCorpus[] scored)
    {
        var grouped = Array.ConvertAll(scored, s => (Corpus: s, Trends: Group(s)));
        yield return Row($"{name}: board", Array.ConvertAll(grouped, g => (g.Corpus, GroupingScore.Of(g.Corpus.Gold, g.Trends))), "");
        foreach (var (kind, items, precision, recall) in KindFigures.Of(grouped))
        {
            yield return new BenchmarkRow(Name, $"{name}: board, {kind}", 2 * precision * recall / (precision + recall), "BCubed F1", $"P {precision:F3}, R {recall:F3}; {items} items");
        }

        yield return Row($"{name}: board, on data for development", Array.ConvertAll(dev, d => (d, GroupingScore.Of(d.Gold, Group(d)))), "");
        var (tuning, scoring) = (Array.ConvertAll(dev, d => new Rivals(d)), Array.ConvertAll(scored, s => new Rivals(s)));
        foreach (var rival in Enum.GetValues<Rival>())
        {
            var best = Rivals.SettingsOf(rival).MaxBy(t => tuning.Average(d => d.Score(rival, t).BCubed.F1));
            yield return Row($"{name}: {Rivals.NameOf(rival)}", Array.ConvertAll(scoring, s => (s.Corpus, s.Score(rival, best))), $"; {best}");
        }
    }

    private static GroupingCorpus[] Press(IEnumerable<int> seeds, string language, bool news, TextEmbedder embedder) =>
        [.. seeds.Select(s => PressCorpus.Read(s, language, news, embedder))];

    private static Guid[] Group(GroupingCorpus corpus)
    {
        var board = new Board(corpus.Items[0].Language, new BoardOptions());
        return Array.ConvertAll(corpus.Items, i => board.Assign(i).Trend);
    }

    private BenchmarkRow Row(string name, (GroupingCorpus Corpus, GroupingScore Score)[] scores, string more)
    {
        var each = scores.Length == 1 ? "" : "; " + string.Join(", ", scores.Select(s => $"{s.Corpus.Name} {s.Score.BCubed.F1:F3}"));
        return new BenchmarkRow(Name, name, scores.Average(s => s.Score.BCubed.F1), "BCubed F1", string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"P {scores.Average(s => s.Score.BCubed.Precision):F3}, R {scores.Average(s => s.Score.BCubed.Recall):F3}, AMI {scores.Average(s => s.Score.AdjustedMutualInformation):F3}; {scores.Sum(s => s.Score.Items)} items, {scores.Sum(s => s.Score.GoldClusters)} gold clusters, {scores.Sum(s => s.Score.PredictedClusters)} found{more}{each}"));
    }
}

using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Summaries;

/// <summary>Texts in, summaries out: the rows of many texts share the calls to the model <c>summary</c>.</summary>
/// <param name="scoreAsync">The model's scores of 1-256 rows: a model worker's.</param>
public sealed class Summarizer(Func<float[][], CancellationToken, Task<ScoreResult>> scoreAsync)
{
    public const string Model = "summary";

    /// <summary>Over the process's own workers.</summary>
    /// <exception cref="ModelCatalogException">The catalog's model was made for other features than this version reads.</exception>
    public static Summarizer Of(ModelWorkers workers)
    {
        Expect(workers.Models.FirstOrDefault(m => m.Name == Model));
        return new Summarizer((rows, cancellationToken) => workers.ScoreAsync(Model, rows, cancellationToken));
    }

    /// <summary>One summary a text, in order: its sentences word for word with their offsets, in the order of the text; none for a text without sentences.</summary>
    /// <param name="most">Sentences a summary; null takes one to three by the text's length.</param>
    public async Task<IReadOnlyList<SummarySentence>[]> SummarizeAsync(IReadOnlyList<(string? Title, string Text)> texts, int? most, CancellationToken cancellationToken)
    {
        var drafts = texts.Select(t => SummaryDraft.Of(t.Title, t.Text)).ToArray();
        var rows = drafts.SelectMany(d => d.Rows).ToArray();
        var scores = new List<float>(rows.Length);
        foreach (var part in rows.Chunk(ModelWorkers.MostRows))
        {
            var result = await scoreAsync(part, cancellationToken).ConfigureAwait(false);
            scores.AddRange(result.All().Select(s => s[0]));
        }
        var summaries = new IReadOnlyList<SummarySentence>[drafts.Length];
        var next = 0;
        for (var i = 0; i < drafts.Length; i++)
        {
            summaries[i] = drafts[i].Choose(scores.GetRange(next, drafts[i].Rows.Length), most);
            next += drafts[i].Rows.Length;
        }
        return summaries;
    }

    /// <exception cref="ModelCatalogException">There is no such model, or it was made for other features.</exception>
    public static void Expect(ModelEntry? entry)
    {
        if (entry is null)
        {
            throw new ModelCatalogException($"The catalog lists no model '{Model}'.");
        }
        if (!entry.Features.SequenceEqual(SentenceFeatures.Names))
        {
            throw new ModelCatalogException($"Model '{entry.Name}' was made for other features of sentences than this version reads.");
        }
    }
}

using System.CommandLine;
using TrendGrains.Commands;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Input;

/// <summary>Which of WCXB's pages an evaluation takes and where its figures go.</summary>
internal sealed class WcxbOptions
{
    public Option<string> Gold { get; } = new("--gold") { Description = "WCXB's development split: wcxb-dev.tar.xz, or the folder it was unpacked to.", Required = true };

    public Option<string> Part { get; } = new("--part")
    {
        Description = "all; held-out: the third of the sites that nothing is tuned on; tuning: the others.",
        DefaultValueFactory = _ => "all",
    };

    public Option<bool> CrossValidated { get; } = new("--cross-validated")
    {
        Description = "Each page by the models that were trained without its site; with --part held-out, by those trained on the tuning part alone.",
    };

    public Option<string?> Pages { get; } = new("--pages") { Description = "File for a line a page with what was said of it." };

    public Option<string?> Metrics { get; } = new("--metrics") { Description = "File for the figures as JSON: a model's metrics.json." };

    public void AddTo(Command command)
    {
        Part.AcceptOnlyFromAmong("all", "held-out", "tuning");
        foreach (var option in new Option[] { Gold, Part, CrossValidated, Pages, Metrics })
        {
            command.Add(option);
        }
    }

    /// <summary>The pages of the part; null, and the reason on standard error, when there are none to be had.</summary>
    public async Task<List<WcxbPage>?> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var corpus = await WcxbCorpus.ReadAsync(parsed.GetRequiredValue(Gold), cancellationToken);
            return corpus.FindAll(p => parsed.GetRequiredValue(Part) switch { "held-out" => p.IsHeldOut, "tuning" => !p.IsHeldOut, _ => true });
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
            return null;
        }
    }

    /// <summary>The models that the options ask for.</summary>
    public EvaluationModels Models(ParseResult parsed) =>
        new(!parsed.GetValue(CrossValidated) ? FoldChoice.Shipped : parsed.GetRequiredValue(Part) == "held-out" ? FoldChoice.TuningPart : FoldChoice.FoldOfSite);

    /// <summary>The pages in words.</summary>
    public string Describe(ParseResult parsed, EvaluationModels models) => $"WCXB 1.0 development pages, part '{parsed.GetRequiredValue(Part)}'. {models.Seen}";
}

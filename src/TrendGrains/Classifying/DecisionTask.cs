using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Inference;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;

namespace TrendGrains.Classifying;

/// <summary>The tasks that models decide from signals: the kind of a page, whether it is an article, whether it is an advert.</summary>
internal static class DecisionTask
{
    public static IReadOnlyList<ClassifyTask> All { get; } =
    [
        Of(DecisionTasks.Advert, "advert or editorial"),
        Of(DecisionTasks.PageKind, "article, service, forum, product, collection, listing or documentation; wants \"html\""),
        Of(DecisionTasks.Article, "article or other; wants \"html\""),
    ];

    private static ClassifyTask Of(string name, string says) => new(name, says, (services, questions, cancellationToken) => AnswerAsync(name, services, questions, cancellationToken));

    private static async Task<IReadOnlyList<ClassifyLine>> AnswerAsync(
        string name, IServiceProvider services, IReadOnlyList<ClassifyQuestion> questions, CancellationToken cancellationToken)
    {
        var workers = services.GetRequiredService<ModelWorkers>();
        var pages = Read(name, questions);
        var decisions = await ServedDeciders.Of(workers, name).DecideAsync([.. pages.Select(p => p.Signals)], cancellationToken);
        var labels = workers.Models.First(m => m.Task == name).Labels;
        return [.. questions.Zip(decisions, (question, decision) => new ClassifyLine(
            question.Id, decision!.Label, Rounded(decision.Score), labels.Zip(decision.Scores).ToDictionary(s => s.First, s => Rounded(s.Second))) { Why = decision.Why })];
    }

    private static List<ReadPage> Read(string name, IReadOnlyList<ClassifyQuestion> questions)
    {
        // Only a page needs the models that reading runs: they are opened when the first comes.
        using var models = questions.Any(q => q.Html is not null) ? PageModels.Load() : PageModels.None;
        var reader = new PageReader(models);
        var pages = new List<ReadPage>(questions.Count);
        foreach (var question in questions)
        {
            var page = question.Html is { } html ? reader.Read(new RawPage(question.Url, "text/html", "utf-8", System.Text.Encoding.UTF8.GetBytes(html), null)) : null;
            pages.Add(page?.Signals is not null ? page : BareText.Read(question.Title, question.Text, question.Url, question.Language));
        }

        return pages;
    }

    private static double Rounded(double score) => Math.Round(score, 4);
}

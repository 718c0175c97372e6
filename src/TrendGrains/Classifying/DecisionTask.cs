using System.Text;
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

    private static async Task<IReadOnlyList<ClassifyAnswer>> AnswerAsync(
        string name, IServiceProvider services, IReadOnlyList<ClassifyQuestion> questions, CancellationToken cancellationToken)
    {
        var workers = services.GetRequiredService<ModelWorkers>();
        var pages = questions.Select(q => Read(name, services, q)).ToArray();
        var decisions = await ServedDeciders.Of(workers, name).DecideAsync([.. pages.Select(p => p.Page?.Signals)], cancellationToken);
        var labels = workers.ForTask(name)!.Labels;
        return [.. questions.Select((question, i) => decisions[i] is { } decision
            ? new ClassifyAnswer(
                new ClassifyLine(question.Id, decision.Label, Rounded(decision.Score), labels.Zip(decision.Scores).ToDictionary(s => s.First, s => Rounded(s.Second))) { Why = decision.Why }, null)
            : new ClassifyAnswer(null, pages[i].Problem ?? "nothing in it could be read"))];
    }

    /// <summary>What can be decided about, or why it cannot: the kind of a bare text is nothing to guess at.</summary>
    private static (ReadPage? Page, string? Problem) Read(string name, IServiceProvider services, ClassifyQuestion question)
    {
        if (question.Html is not { } html)
        {
            return name == DecisionTasks.Advert ? (BareText.Read(question.Title, question.Text, question.Url, question.Language), null) : (null, "the task needs \"html\"");
        }

        // Only a page needs the models that reading runs: they are opened when the first comes.
        var reader = new PageReader(services.GetRequiredService<PageModels>());
        var page = reader.Read(new RawPage(question.Url, "text/html", "utf-8", Encoding.UTF8.GetBytes(html), null));
        return page.Problem is { IsUnreadable: true } problem ? (null, problem.Sentence) : (page, null);
    }

    private static double Rounded(double score) => Math.Round(score, 4);
}

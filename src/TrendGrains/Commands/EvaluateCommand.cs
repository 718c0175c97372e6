using System.CommandLine;

namespace TrendGrains.Commands;

/// <summary><c>evaluate TASK</c>: the one spelling of every evaluation against a gold file.</summary>
internal static class EvaluateCommand
{
    public static Command Create() => new("evaluate", "Measure against a gold file.")
    {
        EvaluateAdvertCommand.Create(),
        EvaluateArticleCommand.Create(),
        EvaluateEmbedCommand.Create(),
        EvaluateExtractCommand.Create(),
        EvaluateGroupingCommand.Create(),
        EvaluateMetadataCommand.Create(),
        EvaluateReadabilityCommand.Create(),
        EvaluateKeywordsCommand.Create(),
        EvaluateLanguageCommand.Create(),
        EvaluatePageKindCommand.Create(),
        EvaluateSeverityCommand.Create(),
        EvaluateSummaryCommand.Create(),
        EvaluateTextCommand.Create("topic"),
        EvaluateTextCommand.Create("tone"),
    };
}

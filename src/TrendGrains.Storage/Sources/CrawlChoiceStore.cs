using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace TrendGrains.Storage.Sources;

/// <summary>The log of what crawl policies chose, with propensities: enough to weigh another policy on the same choices.</summary>
public sealed class CrawlChoiceStore(NpgsqlDataSource database, IDbContextFactory<TrendGrainsContext> contexts)
{
    public async Task AppendAsync(IReadOnlyList<CrawlChoiceRow> choices, CancellationToken cancellationToken)
    {
        if (choices.Count == 0)
        {
            return;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY crawl_choices (at, source, run, url, policy, link_group, propensity, expected, is_article, reward) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var choice in choices)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(choice.At.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteTextAsync(choice.Source, cancellationToken);
            await copy.WriteAsync(choice.Run, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteTextAsync(choice.Url, cancellationToken);
            await copy.WriteTextAsync(choice.Policy, cancellationToken);
            await copy.WriteTextAsync(choice.LinkGroup, cancellationToken);
            await copy.WriteAsync(choice.Propensity, NpgsqlDbType.Double, cancellationToken);
            await copy.WriteNullableAsync(choice.Expected, NpgsqlDbType.Double, cancellationToken);
            await copy.WriteNullableAsync(choice.IsArticle, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteNullableAsync(choice.Reward, NpgsqlDbType.Double, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>How many pages of a source were weighed in all its runs, and what they were worth together.</summary>
    public async Task<(int Pages, double Worth)> SumAsync(string source, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var weighed = context.CrawlChoices.Where(c => c.Source == source && c.Reward != null);
        return (await weighed.CountAsync(cancellationToken), await weighed.SumAsync(c => c.Reward, cancellationToken) ?? 0);
    }

    /// <summary>What one run of a source chose, in order.</summary>
    public async Task<IReadOnlyList<CrawlChoiceRow>> OfRunAsync(string source, long run, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.CrawlChoices.Where(c => c.Source == source && c.Run == run).OrderBy(c => c.At).ToListAsync(cancellationToken);
    }
}

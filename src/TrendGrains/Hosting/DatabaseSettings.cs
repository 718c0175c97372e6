namespace TrendGrains.Hosting;

/// <summary>The database to use: a Npgsql connection string in TRENDGRAINS_DATABASE.</summary>
internal static class DatabaseSettings
{
    public const string Variable = "TRENDGRAINS_DATABASE";

    public static string ConnectionString =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"No database is named: set {Variable} to a Npgsql connection string, or use deploy/local/trendgrains, which starts a private one.");
}

using System.Net.Sockets;
using Npgsql;

namespace TrendGrains.TestKit.Postgres;

/// <summary>
/// The server that test databases are made on: TRENDGRAINS_TEST_DATABASE (a connection string), else what the checkout's own
/// cluster wrote to .local/run/database.env when it started.
/// </summary>
internal static class TestServer
{
    private const string Variable = "TRENDGRAINS_TEST_DATABASE";
    private const string WrittenVariable = "TRENDGRAINS_DATABASE=";

    private static readonly Lazy<(string? ConnectionString, string? Absence)> Found = new(Find);

    /// <summary>Connection string of the server's maintenance database, or null.</summary>
    public static string? ConnectionString => Found.Value.ConnectionString;

    /// <summary>Why there is none, or null.</summary>
    public static string? Absence => Found.Value.Absence;

    public static string? SkipReason =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase) ? null : Absence;

    private static (string?, string?) Find()
    {
        var file = Path.Combine(Checkout.Root, ".local", "run", "database.env");
        var (text, origin) = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value
            ? (value, Variable)
            : (ReadSettings(file), file);
        if (text is null)
        {
            return (null, $"No database: {Variable} is not set and {file} does not exist. Run deploy/local/database start.");
        }

        var settings = new NpgsqlConnectionStringBuilder(text) { Database = "postgres", Pooling = false, IncludeErrorDetail = true };
        return Answers(settings.Host!, settings.Port)
            ? (settings.ConnectionString, null)
            : (null, $"No database answers at {settings.Host}:{settings.Port}, which {origin} names. Run deploy/local/database start.");
    }

    /// <summary>The file is a shell assignment: TRENDGRAINS_DATABASE='Host=…'.</summary>
    private static string? ReadSettings(string file) => File.Exists(file)
        ? File.ReadLines(file)
            .Where(line => line.StartsWith(WrittenVariable, StringComparison.Ordinal))
            .Select(line => line[WrittenVariable.Length..].Trim().Trim('\''))
            .FirstOrDefault()
        : null;

    private static bool Answers(string host, int port)
    {
        try
        {
            using var client = new TcpClient(host, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

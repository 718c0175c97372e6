using Npgsql;

namespace TrendGrains.TestKit.Postgres;

/// <summary>
/// An empty database of a test's own, with pgvector in it, gone when disposed. Use it from tests marked
/// <see cref="DatabaseFactAttribute"/> or <see cref="DatabaseTheoryAttribute"/>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Any number that nothing else on the test server locks with.</summary>
    private const long TemplateLock = 0x7467_7465_6d70;

    private readonly string name;

    private TestDatabase(string name, string connectionString)
    {
        this.name = name;
        ConnectionString = connectionString;
        DataSource = NpgsqlDataSource.Create(connectionString);
    }

    /// <summary>With the password, for code that connects by itself.</summary>
    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    public static async Task<TestDatabase> CreateAsync(CancellationToken cancellationToken = default)
    {
        var server = TestServer.ConnectionString ?? throw new InvalidOperationException(TestServer.Absence);
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancellationToken);

        var template = await TemplateAsync(connection, cancellationToken);
        var name = $"tg_test_{Guid.NewGuid():n}";
        await ExecuteAsync(connection, $"CREATE DATABASE {name} TEMPLATE {template}", cancellationToken);

        var settings = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = true, MaxPoolSize = 20 };
        return new TestDatabase(name, settings.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await using var pool = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(pool);

        await using var connection = new NpgsqlConnection(TestServer.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
    }

    /// <summary>The database to clone: it has the extension already, in the version that the server would install now.</summary>
    private static async Task<string> TemplateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var version = await ScalarAsync(
            connection, "SELECT default_version FROM pg_available_extensions WHERE name = 'vector'", cancellationToken)
            ?? throw new InvalidOperationException("The test server lacks the extension vector. Run deploy/local/setup.");
        var template = $"tg_template_vector_{((string)version).Replace('.', '_')}";

        // A half-made template never carries the name: it is made under another one and renamed when it is ready.
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({TemplateLock})", cancellationToken);
        try
        {
            if (await ScalarAsync(connection, $"SELECT 1 FROM pg_database WHERE datname = '{template}'", cancellationToken) is null)
            {
                var draft = $"{template}_draft";
                await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {draft} WITH (FORCE)", cancellationToken);
                await ExecuteAsync(connection, $"CREATE DATABASE {draft} TEMPLATE template0", cancellationToken);
                await InstallVectorAsync(connection, draft, cancellationToken);
                await ExecuteAsync(connection, $"ALTER DATABASE {draft} RENAME TO {template}", cancellationToken);
            }
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({TemplateLock})", CancellationToken.None);
        }

        return template;
    }

    private static async Task InstallVectorAsync(NpgsqlConnection server, string database, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Database = database };
        await using (var connection = new NpgsqlConnection(settings.ConnectionString))
        {
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, "CREATE EXTENSION vector", cancellationToken);
        }

        // A closed session may linger for a moment, and a database with sessions cannot be renamed.
        await ExecuteAsync(server, $"ALTER DATABASE {database} ALLOW_CONNECTIONS false", cancellationToken);
        await ExecuteAsync(
            server,
            $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{database}'",
            cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}

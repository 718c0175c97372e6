using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>State in table OrleansStorage, in the rows that the real provider reads and writes; the row's version is the ETag.</summary>
internal sealed class AdoNetGrainStorage : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>, IAsyncDisposable
{
    private readonly string _name;
    private readonly string _serviceId;
    private readonly IGrainStorageSerializer _serializer;
    private readonly NpgsqlDataSource _source;
    private OrleansQueries? _queries;

    public AdoNetGrainStorage(string name, IOptionsMonitor<AdoNetGrainStorageOptions> options, IOptions<ClusterOptions> cluster)
    {
        var configured = options.Get(name);
        _name = name;
        _serviceId = cluster.Value.ServiceId;
        _serializer = configured.GrainStorageSerializer ?? JsonGrainStorageSerializer.Instance;
        _source = OrleansQueries.Open(configured.Invariant, configured.ConnectionString, $"Grain storage {name}");
    }

    private OrleansQueries Queries => _queries ?? throw new OrleansException($"Grain storage {_name} has not started.");

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        $"Grain storage {_name}",
        ServiceLifecycleStage.ApplicationServices,
        async token => _queries = await OrleansQueries.ReadAsync(_source, token).ConfigureAwait(false));

    public async Task ReadAsync<T>(string stateName, GrainId id, StoredState<T> state)
    {
        await using var command = Command("ReadFromStorageKey", stateName, id);
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var found = await reader.ReadAsync().ConfigureAwait(false);
        var payload = found ? reader["PayloadBinary"] as byte[] : null;
        state.Value = payload is null ? StoredState<T>.Fresh() : _serializer.Deserialize<T>(new(payload));
        state.Etag = found && reader["Version"] is int version ? version.ToString(CultureInfo.InvariantCulture) : null;
        state.Exists = payload is not null;
    }

    public async Task WriteAsync<T>(string stateName, GrainId id, StoredState<T> state)
    {
        await using var command = Command("WriteToStorageKey", stateName, id);
        AddVersion(command, state.Etag);
        command.Parameters.AddWithValue("PayloadBinary", NpgsqlDbType.Bytea, _serializer.Serialize(state.Value).ToArray());
        state.Etag = await NewVersionAsync(command, stateName, id, state.Etag).ConfigureAwait(false);
        state.Exists = true;
    }

    public async Task ClearAsync<T>(string stateName, GrainId id, StoredState<T> state)
    {
        if (!state.Exists && state.Etag is null)
        {
            await ReadAsync(stateName, id, state).ConfigureAwait(false);
            if (!state.Exists)
            {
                return;
            }
        }

        await using var command = Command("ClearStorageKey", stateName, id);
        AddVersion(command, state.Etag);
        state.Etag = await NewVersionAsync(command, stateName, id, state.Etag).ConfigureAwait(false);
        state.Exists = false;
        state.Value = StoredState<T>.Fresh();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static void AddVersion(NpgsqlCommand command, string? etag) => command.Parameters.AddWithValue(
        "GrainStateVersion", NpgsqlDbType.Integer, etag is null ? DBNull.Value : int.Parse(etag, CultureInfo.InvariantCulture));

    private async Task<string> NewVersionAsync(NpgsqlCommand command, string stateName, GrainId id, string? etag)
    {
        var version = (await command.ExecuteScalarAsync().ConfigureAwait(false) as int?)?.ToString(CultureInfo.InvariantCulture);

        // The version that was sent, or none: no row was touched.
        return version is null || version == etag
            ? throw new InconsistentStateException($"Version conflict: ServiceId={_serviceId} ProviderName={_name} GrainType={stateName} GrainId={id} ETag={etag}.")
            : version;
    }

    private NpgsqlCommand Command(string query, string stateName, GrainId id)
    {
        var key = StorageKey.Of(id);
        var command = _source.CreateCommand(Queries[query]);
        command.Parameters.AddWithValue("GrainIdHash", key.Hash);
        command.Parameters.AddWithValue("GrainIdN0", key.N0);
        command.Parameters.AddWithValue("GrainIdN1", key.N1);
        command.Parameters.AddWithValue("GrainTypeHash", StorageKey.HashOf(stateName));
        command.Parameters.AddWithValue("GrainTypeString", stateName);
        command.Parameters.AddWithValue("GrainIdExtensionString", NpgsqlDbType.Text, (object?)key.Extension ?? DBNull.Value);
        command.Parameters.AddWithValue("ServiceId", _serviceId);
        return command;
    }
}

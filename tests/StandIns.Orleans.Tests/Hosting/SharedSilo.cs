namespace TrendGrains.StandIns.Orleans.Tests.Hosting;

/// <summary>One silo for all tests of a class; each test uses keys of its own.</summary>
public sealed class SharedSilo : IAsyncLifetime
{
    private TestSilo? _silo;

    public IGrainFactory Grains => _silo!.Grains;

    public async Task InitializeAsync() => _silo = await TestSilo.StartAsync(silo => silo
        .AddMemoryGrainStorageAsDefault()
        .AddMemoryGrainStorage("other")
        .UseInMemoryReminderService()
        .Configure<global::Orleans.Configuration.SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(20)));

    public async Task DisposeAsync() => await _silo!.DisposeAsync();
}

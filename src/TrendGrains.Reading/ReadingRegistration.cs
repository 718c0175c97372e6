using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TrendGrains.Reading;

/// <summary>Offers the room to a host.</summary>
public static class ReadingRegistration
{
    /// <summary>Adds <see cref="PageReader"/> with the models of the models folder, or with rules alone where they cannot be opened.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton(s => PageModels.LoadOrNone(fault => Log.ModelsNotOpened(s.GetService<ILogger<PageModels>>() ?? NullLogger<PageModels>.Instance, fault)))
        .AddSingleton(s => new PageReader(s.GetRequiredService<PageModels>()));
}

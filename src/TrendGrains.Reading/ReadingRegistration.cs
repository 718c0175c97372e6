using Microsoft.Extensions.DependencyInjection;

namespace TrendGrains.Reading;

/// <summary>Offers the room to a host.</summary>
public static class ReadingRegistration
{
    /// <summary>Adds <see cref="PageReader"/> with the models of the models folder.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services) =>
        services.AddSingleton(_ => PageModels.Load()).AddSingleton(s => new PageReader(s.GetRequiredService<PageModels>()));
}

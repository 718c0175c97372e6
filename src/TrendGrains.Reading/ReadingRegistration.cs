using Microsoft.Extensions.DependencyInjection;

namespace TrendGrains.Reading;

/// <summary>Offers the room to a host.</summary>
public static class ReadingRegistration
{
    /// <summary>Adds <see cref="PageReader"/>.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services) => services.AddSingleton<PageReader>();
}

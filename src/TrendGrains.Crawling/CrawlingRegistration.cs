using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TrendGrains.Crawling.Checks;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Politeness;
using TrendGrains.Crawling.Rendering;
using TrendGrains.Crawling.Robots;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Search;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling;

public static class CrawlingRegistration
{
    /// <summary>Adds <see cref="PageFetcher"/>, <see cref="RobotsReader"/> and their validated options; the host may bind configuration on top.</summary>
    public static IServiceCollection AddCrawling(this IServiceCollection services, Action<FetchOptions>? configure = null)
    {
        var fetch = services.AddOptions<FetchOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configure is not null)
        {
            fetch.Configure(configure);
        }

        services.AddOptions<YtDlpOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RenderingOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PolitenessOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SearchOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PageFetcher>();
        services.TryAddSingleton<RobotsReader>();
        services.TryAddSingleton(new SiteSecrets(Environment.GetEnvironmentVariable));
        services.TryAddSingleton<SiteAdapters>();
        services.TryAddSingleton<SourceChecks>();
        services.TryAddSingleton<YtDlpRunner>();
        services.TryAddSingleton<PageRenderer>();
        return services;
    }
}

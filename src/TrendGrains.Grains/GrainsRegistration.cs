using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Grains.Ingest;
using TrendGrains.Grains.ModelWorkers;
using TrendGrains.Grains.Scouting;
using TrendGrains.Grains.Sources;
using TrendGrains.Inference.Caching;
using TrendGrains.Reading;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Grains;

/// <summary>What the grains need besides the rooms they call.</summary>
public static class GrainsRegistration
{
    public static IServiceCollection AddGrains(this IServiceCollection services)
    {
        services.AddOptions<ScoutingOptions>().ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IResultStore, StoredResults>()
            .AddSingleton<FocusVectors>()
            .AddSingleton<DecisionSteps>()
            .AddSingleton<SeverityReasons>()
            .AddSingleton<MarkSteps>()
            .AddSingleton<SummarySteps>()
            .AddSingleton<DocumentUnderstanding>()
            .AddSingleton<PoliteFetch>()
            .AddSingleton<SiteTokens>()
            .AddSingleton<ListingStep>()
            .AddSingleton<FeedStep>()
            .AddSingleton<SitemapStep>()
            .AddSingleton<SiteFeedStep>()
            .AddSingleton<PageStep>()
            .AddSingleton(services => new SiteLook(
                services.GetRequiredService<PoliteFetch>(), services.GetRequiredService<PageReader>(), services.GetRequiredService<TimeProvider>()))
            .AddSingleton<YtDlpStep>()
            .AddSingleton<ReplayStep>()
            .AddSingleton<CrawlSlice>()
            .AddSingleton(new BoardOptions());
    }
}

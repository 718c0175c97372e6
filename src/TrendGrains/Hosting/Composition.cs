using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TrendGrains.Crawling;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Politeness;
using TrendGrains.Crawling.Rendering;
using TrendGrains.Crawling.Sites.Search;
using TrendGrains.Crawling.YtDlp;
using TrendGrains.Grains;
using TrendGrains.Grains.Scouting;
using TrendGrains.Inference;
using TrendGrains.Operating;
using TrendGrains.Reading;
using TrendGrains.Storage;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Hosting;

/// <summary>Every feature of a silo, in one place.</summary>
internal static class Composition
{
    public static void AddTrendGrains(this IHostApplicationBuilder builder, string connectionString)
    {
        builder.Services.AddStorage(connectionString);
        builder.Services.AddCrawling();
        builder.Services.AddReading();
        builder.Services.AddInference();
        builder.Services.AddGrains();
        builder.Services.Configure<FetchOptions>(builder.Configuration.GetSection(FetchOptions.Section));
        builder.Services.Configure<PolitenessOptions>(builder.Configuration.GetSection(PolitenessOptions.Section));
        builder.Services.Configure<YtDlpOptions>(builder.Configuration.GetSection(YtDlpOptions.Section));
        builder.Services.Configure<SearchOptions>(builder.Configuration.GetSection(SearchOptions.Section));
        builder.Services.Configure<RenderingOptions>(builder.Configuration.GetSection(RenderingOptions.Section));
        builder.Services.AddExternalModels(builder.Configuration);
        builder.Services.Configure<ScoutingOptions>(builder.Configuration.GetSection(ScoutingOptions.Section));
        builder.Services.Configure<CrawlLogOptions>(builder.Configuration.GetSection("CrawlLog"));
        builder.Services.AddSingleton<GrainOperator>();
        builder.AddSilo(connectionString);
    }
}

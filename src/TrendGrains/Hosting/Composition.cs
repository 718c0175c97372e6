using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TrendGrains.Crawling;
using TrendGrains.Grains;
using TrendGrains.Inference;
using TrendGrains.Operating;
using TrendGrains.Reading;
using TrendGrains.Storage;

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
        builder.Services.AddSingleton<GrainOperator>();
        builder.AddSilo(connectionString);
    }
}

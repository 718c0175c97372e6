using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Hosting;
using TrendGrains.Output;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Operating;

/// <summary>The operator's verbs over HTTP, for the command line of the same user: every request carries the token of <see cref="ServeAddress"/>.</summary>
internal static class OperatorEndpoints
{
    /// <summary>A batch of 256 pages at the largest accepted page is rare; this bounds one request's memory.</summary>
    private const long LargestRequest = 256L * 1024 * 1024;

    public static void MapOperator(this IEndpointRouteBuilder endpoints, string token)
    {
        var group = endpoints.MapGroup("/operator").AddEndpointFilter(async (context, next) =>
            IsAuthorized(context.HttpContext.Request, token) ? await Guarded(context, next) : Results.Unauthorized());
        group.MapGet("", () => Results.NoContent());
        group.MapGet("/sources", async (GrainOperator grains, CancellationToken cancellationToken) =>
            Results.Json(await grains.ListAsync(cancellationToken), Json.Options));
        group.MapGet("/look", async (string url, bool isInternal, GrainOperator grains, CancellationToken cancellationToken) =>
            Results.Json(await grains.LookAsync(url, isInternal, cancellationToken), Json.Options));
        group.MapGet("/check", async (string[]? slug, bool live, GrainOperator grains, CancellationToken cancellationToken) =>
            Results.Json(await grains.CheckAsync(slug ?? [], live, cancellationToken), Json.Options));
        group.MapGet("/trends", async (int count, string? language, string? topic, GrainOperator grains, CancellationToken cancellationToken) =>
            Results.Json(await grains.TrendsAsync(new TrendQuery(count, language, topic), cancellationToken), Json.Options));
        group.MapPut("/sources/{slug}", async (string slug, HttpRequest request, GrainOperator grains, CancellationToken cancellationToken) =>
        {
            var definition = await ReadAsync<SourceDefinition>(request, cancellationToken);
            await grains.ConfigureAsync(definition with { Slug = slug }, cancellationToken);
            return Results.NoContent();
        });
        group.MapDelete("/sources/{slug}", async (string slug, GrainOperator grains, CancellationToken cancellationToken) =>
            await grains.RemoveAsync(slug, cancellationToken) ? Results.NoContent() : Results.NotFound());
        group.MapGet("/proposals", async (int count, string? state, GrainOperator grains, CancellationToken cancellationToken) =>
            Results.Json(await grains.ProposalsAsync(count, state, cancellationToken), Json.Options));
        group.MapPost("/proposals/veto", async (HttpRequest request, GrainOperator grains, CancellationToken cancellationToken) =>
        {
            await grains.VetoAsync(await ReadAsync<string>(request, cancellationToken), cancellationToken);
            return Results.NoContent();
        });
        group.MapPost("/proposals/accept", async (HttpRequest request, GrainOperator grains, CancellationToken cancellationToken) =>
            Results.Json(await grains.AcceptAsync(await ReadAsync<string>(request, cancellationToken), cancellationToken), Json.Options));
        group.MapPost("/sources/{slug}/crawl", async (string slug, HttpContext context, GrainOperator grains) =>
        {
            var order = context.Request.HasJsonContentType() ? await ReadAsync<CrawlOrder>(context.Request, context.RequestAborted) : null;
            await WriteAsync(grains.CrawlAsync(slug, order, context.RequestAborted), context);
        });
        group.MapPost("/sources/{slug}/rehearse/{policy}", async (string slug, string policy, HttpContext context, GrainOperator grains) =>
        {
            var order = await ReadAsync<CrawlOrder>(context.Request, context.RequestAborted);
            var kind = CrawlPolicies.Parse(policy) ?? throw new ArgumentException($"There is no policy '{policy}'.");
            await WriteAsync(grains.RehearseAsync(slug, kind, order, context.RequestAborted), context);
        });
        group.MapGet("/sources/{slug}/choices/{run:long}", async (string slug, long run, GrainOperator grains, CancellationToken cancellationToken) =>
            Results.Json(await grains.ChoicesAsync(slug, run, cancellationToken), Json.Options));
        group.MapPost("/settle", async (GrainOperator grains, CancellationToken cancellationToken) =>
        {
            await grains.SettleAsync(cancellationToken);
            return Results.NoContent();
        });
        group.MapPost("/ingest", async (HttpRequest request, GrainOperator grains, CancellationToken cancellationToken) =>
            Results.Json(await grains.IngestAsync(await ReadAsync<IngestBatch>(request, cancellationToken), cancellationToken), Json.Options))
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestRequest));
    }

    private static async Task WriteAsync(IAsyncEnumerable<CrawlProgress> crawl, HttpContext context)
    {
        context.Response.ContentType = "application/x-ndjson";
        await foreach (var progress in crawl.WithCancellation(context.RequestAborted))
        {
            await context.Response.WriteAsync(JsonSerializer.Serialize(progress, Json.Options) + "\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken) =>
        await JsonSerializer.DeserializeAsync<T>(request.Body, Json.Options, cancellationToken)
        ?? throw new ArgumentException("The request's body is null.");

    private static bool IsAuthorized(HttpRequest request, string token) =>
        request.Headers.Authorization is [{ } header]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes($"Bearer {token}"));

    /// <summary>A failure becomes its message; the caller is the operator, who must read what went wrong.</summary>
    private static async ValueTask<object?> Guarded(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or JsonException)
        {
            return Results.Text(error.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<GrainOperator>>()
                .OperatorRequestFailed(error, context.HttpContext.Request.Path);
            return Results.Text(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

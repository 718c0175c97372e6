using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Npgsql;
using TrendGrains.ServiceDefaults;
using TrendGrains.Storage;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Web.Trends;

/// <summary><c>/</c>, <c>/trends/{id}</c>, <c>/trends/stream</c> and <c>/assets/</c>.</summary>
internal static class TrendRoutes
{
    /// <summary>Members on a trend's page.</summary>
    private const int MostMembers = 300;

    /// <summary>What a browser waits before it connects again, in milliseconds.</summary>
    private const int Retry = 2000;

    public static void MapTrends(this IEndpointRouteBuilder endpoints, BuildDescription build)
    {
        var assets = new Assets();
        var frame = new PageFrame(build, assets);
        endpoints.MapGet("/", (string? language, string? topic, HttpContext context, LiveBoard board) => BoardAsync(language, topic, context, board, frame));
        endpoints.MapGet("/trends/{id:guid}", (Guid id, HttpContext context, TrendStore trends, DatabaseReadiness database, TimeProvider clock) =>
            TrendAsync(id, context, trends, database, clock, frame));
        endpoints.MapGet("/trends/stream", (string? language, string? topic, string? have, HttpContext context, LiveBoard board, IHostApplicationLifetime lifetime) =>
            StreamAsync(BoardFilter.Parse(language, topic), have, context, board, lifetime, assets));
        endpoints.MapGet("/assets/{name}", (string name, HttpContext context) => assets.Answer(name, context));
    }

    private static async Task<IResult> BoardAsync(string? language, string? topic, HttpContext context, LiveBoard board, PageFrame frame)
    {
        if (BoardFilter.Parse(language, topic) is not { } filter)
        {
            return Results.Redirect("/");
        }

        var current = await board.ReadAsync(filter, context.RequestAborted);
        return frame.Answer(
            context, filter.Title is { } title ? $"{title} – TrendGrains" : "TrendGrains", BoardPage.Draw(filter, current), refresh: true,
            current.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> TrendAsync(
        Guid id, HttpContext context, TrendStore trends, DatabaseReadiness database, TimeProvider clock, PageFrame frame)
    {
        try
        {
            if (await trends.FindAsync(id, context.RequestAborted) is not { } trend)
            {
                return frame.Answer(context, "TrendGrains", TrendPage.Missing, status: StatusCodes.Status404NotFound);
            }

            var members = await trends.MembersAsync([id], MostMembers, context.RequestAborted);
            var health = await trends.HealthAsync(context.RequestAborted);
            return frame.Answer(
                context, $"{trend.Label} – TrendGrains", TrendPage.Draw(trend, members, new PageClock(clock.GetUtcNow(), health.Now)));
        }
        catch (NpgsqlException error)
        {
            var problem = await database.ProblemAsync(context.RequestAborted) ?? error.Message;
            return frame.Answer(context, "TrendGrains", TrendPage.Unreadable(problem), status: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task StreamAsync(
        BoardFilter? filter, string? have, HttpContext context, LiveBoard board, IHostApplicationLifetime lifetime, Assets assets)
    {
        var response = context.Response;
        if (filter is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // A browser that lost the connection says what it saw last; a page that was just loaded says what it was loaded with.
        var version = context.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? have;
        if (board.Join(filter, version) is not { } viewer)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = "30";
            return;
        }

        // A server that stops does not wait for viewers.
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            response.ContentType = "text/event-stream";
            response.Headers.CacheControl = "no-store";
            response.Headers["X-Accel-Buffering"] = "no";
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await response.WriteAsync($"retry: {Retry}\nevent: hello\ndata: {assets.Version}\n\n", leaving.Token);
            await response.Body.FlushAsync(leaving.Token);
            await foreach (var message in viewer.MessagesAsync(leaving.Token))
            {
                await response.Body.WriteAsync(message, leaving.Token);
                await response.Body.FlushAsync(leaving.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            board.Leave(viewer);
        }
    }
}

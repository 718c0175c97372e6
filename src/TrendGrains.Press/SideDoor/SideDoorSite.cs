using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TrendGrains.Press.Clock;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;

namespace TrendGrains.Press.SideDoor;

/// <summary>The way in for those who score and steer: truth, clock, request counts. No reader of the press ever sees it.</summary>
internal sealed class SideDoorSite(PressWorld world, Truth truth, PressClock clock, RequestLedger ledger, ReadyNote note)
{
    public async Task ServeAsync(HttpContext context)
    {
        Delivery.Mark(context.Response);
        var request = context.Request;
        switch (request.Path.Value, request.Method)
        {
            case ("/healthz", "GET"):
                await context.Response.WriteAsync("ok\n", context.RequestAborted);
                break;
            case ("/", "GET"):
                await WriteAsync(context, note);
                break;
            case ("/clock", "GET"):
                await WriteAsync(context, clock.Read());
                break;
            case ("/clock", "POST"):
                await ChangeClockAsync(context);
                break;
            case ("/requests", "GET"):
                await WriteAsync(context, new { outlets = ledger.Counts() });
                break;
            case ("/truth", "GET"):
                await WriteAsync(context, new { world.Seed, world.Start, End = world.Start + world.Length, clock.Now, world.Outlets, world.Stories, Items = truth.Items(until: null), Pages = truth.Pages() });
                break;
            case ("/truth/stories", "GET"):
                await WriteLinesAsync(context, world.Stories);
                break;
            case ("/truth/items", "GET"):
                await ItemsAsync(context);
                break;
            case ("/truth/pages", "GET"):
                await WriteLinesAsync(context, truth.Pages());
                break;
            default:
                await RefuseAsync(context, StatusCodes.Status404NotFound, "Here are /healthz, /clock, /requests, /truth, /truth/stories, /truth/items?until=, /truth/pages.");
                break;
        }
    }

    private async Task ChangeClockAsync(HttpContext context)
    {
        try
        {
            var order = await JsonSerializer.DeserializeAsync<ClockOrder>(context.Request.Body, PressJson.Options, context.RequestAborted);
            await WriteAsync(context, clock.Change(order?.Read() ?? throw new FormatException("The body is null.")));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, error.Message);
        }
    }

    private Task ItemsAsync(HttpContext context)
    {
        if (!context.Request.Query.TryGetValue("until", out var until))
        {
            return WriteLinesAsync(context, truth.Items(until: null));
        }

        return until == "now" ? WriteLinesAsync(context, truth.Items(clock.Now))
            : DateTimeOffset.TryParse(until, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment) ? WriteLinesAsync(context, truth.Items(moment))
            : RefuseAsync(context, StatusCodes.Status400BadRequest, $"until: '{until}' is neither an ISO 8601 moment nor 'now'.");
    }

    private static Task WriteAsync<T>(HttpContext context, T value)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, value, PressJson.Options, context.RequestAborted);
    }

    private static async Task WriteLinesAsync<T>(HttpContext context, IEnumerable<T> values)
    {
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        foreach (var chunk in values.Chunk(256))
        {
            var lines = string.Concat(chunk.Select(v => JsonSerializer.Serialize(v, PressJson.Options) + "\n"));
            await context.Response.WriteAsync(lines, context.RequestAborted);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new { error = why });
    }
}

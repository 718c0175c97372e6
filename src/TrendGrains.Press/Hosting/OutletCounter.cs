using Microsoft.AspNetCore.Http;
using TrendGrains.Press.Clock;
using TrendGrains.Press.Faults;
using TrendGrains.Press.SideDoor;
using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Hosting;

/// <summary>Takes an outlet's requests: counts them, lets a slow host be slow and a failing one fail, and sends what its site answers.</summary>
internal sealed class OutletCounter(Outlet outlet, ISite site, PressClock clock, RequestLedger ledger, bool faults, TimeProvider time)
{
    public async Task ServeAsync(HttpContext context)
    {
        using var entry = ledger.Enter(outlet.Slug, context.Request.Path);
        if (faults && outlet.Latency > TimeSpan.Zero)
        {
            await Task.Delay(outlet.Latency, time, context.RequestAborted);
        }

        var answer = Decide(context.Request);
        await Delivery.SendAsync(context, answer, context.RequestAborted);
        entry.Leave(context.Response.StatusCode);
    }

    private Answer Decide(HttpRequest request)
    {
        var now = clock.Now;
        if (faults && FailingHost.Fail(outlet, $"{request.Path}{request.QueryString}", now) is { } failure)
        {
            return failure;
        }

        var asked = new SiteRequest(request.Method, request.Path.Value ?? "/", request.Query, now, request.Headers.Authorization.ToString());
        return HttpMethods.IsGet(asked.Method) || HttpMethods.IsHead(asked.Method) || site is Forum.ForumSite
            ? site.Respond(asked)
            : Answer.Text(StatusCodes.Status405MethodNotAllowed, "text/plain; charset=utf-8", "Only GET and HEAD.\n");
    }
}

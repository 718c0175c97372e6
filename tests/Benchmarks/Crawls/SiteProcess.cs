using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TrendGrains.Benchmarks.Crawls;

/// <summary>The sites that are crawled: a process of its own, one port of 127.0.0.1 for each site. Ends with its standard input.</summary>
internal static class SiteProcess
{
    public const string Role = "crawl-sites";

    private static readonly byte[] robots = "User-agent: *\nAllow: /\n"u8.ToArray();

    /// <param name="arguments">Sites, pages of each, children of each page.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var numbers = Array.ConvertAll(arguments, a => int.Parse(a, CultureInfo.InvariantCulture));
        var web = new PretendWeb(numbers[1], numbers[2]);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            for (var i = 0; i < numbers[0]; i++)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
        });
        await using var application = builder.Build();
        application.Run(context => AnswerAsync(web, context));
        await application.StartAsync();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine(JsonSerializer.Serialize(new SitesReady(Environment.ProcessId, [.. addresses.Select(a => a + "/")])));
        await Console.In.ReadToEndAsync();
        await application.StopAsync();
        return 0;
    }

    private static async Task AnswerAsync(PretendWeb web, HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/robots.txt")
        {
            context.Response.ContentType = "text/plain";
            await context.Response.Body.WriteAsync(robots);
        }
        else if (web.Html(path) is { } html)
        {
            var body = Encoding.UTF8.GetBytes(html);
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}

/// <summary>What the sites say once they answer.</summary>
/// <param name="Urls">First page of each.</param>
internal sealed record SitesReady(int ProcessId, string[] Urls);

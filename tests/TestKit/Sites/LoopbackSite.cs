using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace TrendGrains.TestKit.Sites;

/// <summary>A web site on a free port of 127.0.0.1: a folder, or whatever a test answers. Keeps a log of what it was asked.</summary>
public sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<LoggedRequest> requests = [];

    private LoopbackSite(WebApplication application) => this.application = application;

    /// <summary>E.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Url => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");

    /// <summary>Answered requests, oldest first.</summary>
    public IReadOnlyList<LoggedRequest> Requests => [.. requests];

    public Uri At(string path) => new(Url, path);

    public static Task<LoopbackSite> StartAsync(RequestDelegate answer) => StartAsync(application => application.Run(answer));

    /// <summary>Each page under its path; the HTML given.</summary>
    public static Task<LoopbackSite> StartAsync(IReadOnlyDictionary<string, string> pages) => StartAsync(context =>
    {
        if (!pages.TryGetValue(context.Request.Path, out var html))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html);
    });

    /// <summary>The files of a folder, <c>index.html</c> for its folders; validators and conditional requests as a real server has them.</summary>
    public static Task<LoopbackSite> ServeAsync(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".xml"] = "application/xml";
        types.Mappings[".rss"] = "application/rss+xml";
        types.Mappings[".atom"] = "application/atom+xml";
        types.Mappings[".html"] = "text/html; charset=utf-8";
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        return StartAsync(application => application
            .UseDefaultFiles(new DefaultFilesOptions { FileProvider = files })
            .UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = types, ServeUnknownFileTypes = true }));
    }

    public async ValueTask DisposeAsync()
    {
        // A test is over: a client that keeps its connection open does not hold the site up.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await application.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
        }

        await application.DisposeAsync();
    }

    private static async Task<LoopbackSite> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var site = new LoopbackSite(application);
        application.Use(site.LogAsync);
        map(application);
        await application.StartAsync();
        return site;
    }

    private async Task LogAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            requests.Enqueue(new LoggedRequest(
                context.Request.Method,
                $"{context.Request.Path}{context.Request.QueryString}",
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                context.Response.StatusCode,
                TimeProvider.System.GetUtcNow()));
        }
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>
/// The rendered web site of Apache Flink (shared/data/sites, Apache-2.0), served from loopback. Its absolute links to
/// https://flink.apache.org/ are rewritten to where it stands, so that all 378 of its pages that links lead to can be reached.
/// </summary>
internal sealed class RealSite : IAsyncDisposable
{
    private const string Archive = "flink.apache.org_en_zh_news.tar.xz";
    private const string Origin = "https://flink.apache.org/";

    private readonly string folder = Directory.CreateTempSubdirectory("trendgrains-site-").FullName;
    private readonly FileExtensionContentTypeProvider types = new();
    private readonly PathBarrier barrier = new();
    private LoopbackSite site = null!;

    public string Address => site.Url.AbsoluteUri;

    public PathBarrier Requests => barrier;

    public static async Task<RealSite> StartAsync()
    {
        var real = new RealSite();
        var archive = Path.Combine(Checkout.SharedData!, "sites", Archive);
        using var unpack = Process.Start("tar", ["-xJf", archive, "-C", real.folder]);
        await unpack.WaitForExitAsync();
        Assert.True(unpack.ExitCode == 0, $"tar could not unpack {archive}; xz is needed.");
        real.site = await LoopbackSite.StartAsync(real.AnswerAsync);
        return real;
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        barrier.Pass(context.Request.Path.Value!);
        var root = Path.Combine(folder, "flink.apache.org");
        var file = Path.GetFullPath(Path.Combine(root, context.Request.Path.Value!.TrimStart('/')));
        if (Directory.Exists(file))
        {
            file = Path.Combine(file, "index.html");
        }

        if (!file.StartsWith(root, StringComparison.Ordinal) || !File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = types.TryGetContentType(file, out var type) ? type : "application/octet-stream";
        if (file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".xml", StringComparison.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, context.RequestAborted);
            await context.Response.WriteAsync(text.Replace(Origin, Address, StringComparison.Ordinal), context.RequestAborted);
        }
        else
        {
            await context.Response.SendFileAsync(file, context.RequestAborted);
        }
    }
}

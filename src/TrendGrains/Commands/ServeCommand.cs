using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TrendGrains.Hosting;
using TrendGrains.Operating;
using TrendGrains.ServiceDefaults;
using TrendGrains.Web;

namespace TrendGrains.Commands;

/// <summary><c>serve</c>: a silo and its web front in one process, until told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Address to listen on; port 0 takes a free one.", DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var command = new Command("serve", "Run the platform until stopped.") { urls };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(urls), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string urls, CancellationToken cancellationToken)
    {
        var build = BuildDescription.Of(typeof(ServeCommand).Assembly);
        var token = ServeAddress.NewToken();
        var address = ListenAddress.Resolve(urls);
        var serve = new ServeAddress(address, token, Environment.ProcessId);
        await using var application = Build(address, build, token);
        Console.WriteLine($"TrendGrains {build}");
        Console.WriteLine($"starting on {address}");
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("stopped before it could start");
            return CommandLine.Done;
        }

        serve.Write();
        Console.WriteLine($"listening on {address}");
        try
        {
            await application.WaitForShutdownAsync(cancellationToken);
        }
        finally
        {
            serve.Remove();
        }

        return CommandLine.Done;
    }

    private static WebApplication Build(string urls, BuildDescription build, string token)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults("serve");
        builder.WebHost.UseUrls(urls);

        // The web front answers while the silo still waits for its database.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.AddTrendGrains(DatabaseSettings.ConnectionString);
        builder.Services.AddHostedService<WakeSources>();
        builder.Services.AddWeb();

        var application = builder.Build();
        application.MapHealth(build);
        application.MapOperator(token);
        application.MapWeb(build);
        return application;
    }
}

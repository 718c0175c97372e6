using System.CommandLine;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Json;
using TrendGrains.Input;
using TrendGrains.Operating;

namespace TrendGrains.Commands;

/// <summary><c>sources add</c>: one more place to crawl.</summary>
internal static class SourcesAddCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url") { Description = "Address of the feed, of the site's first page, of a listing; words for googlenews, search and youtube." };
        var id = new Option<string?>("--id") { Description = "Short name; made from the address when absent." };
        var kind = new Option<SourceKind?>("--kind") { Description = "feed, site, reddit, json, netflix, youtube, googlenews, search, instagram or tiktok; when absent, the address is looked at and is a feed or a site." };
        var access = new Option<AccessMode?>("--access") { Description = "feed, crawl, api or ytdlp: how it may be read; each kind has a default." };
        var language = new Option<string?>("--language") { Description = "For words: language of the results, e.g. ko, en, zh-TW." };
        var region = new Option<string?>("--region") { Description = "For words: country of the results, e.g. KR." };
        var title = new Option<string?>("--title") { Description = "A title for people." };
        var interval = Durations.Option("--every", "Time between crawls, e.g. 30s, 15m, 6h; auto learns it from what each crawl brings, 1m to 24h; 15 minutes when absent, 6 hours for search, whose requests cost.", null, "auto");
        var delay = Durations.Option("--delay", "Least time between two requests to the host, e.g. 0s, 500ms, 2s.", null);
        var isInternal = new Option<bool>("--internal") { Description = "Allow an address on this machine or its private network." };
        var maxPages = new Option<int>("--max-pages") { Description = "Pages one crawl may fetch; 0 for no bound.", DefaultValueFactory = _ => 1000 };
        var maxDepth = new Option<int>("--max-depth") { Description = "Links away from the first page.", DefaultValueFactory = _ => 20 };
        var maxBytes = new Option<long>("--max-bytes") { Description = "Bytes one crawl may read, after decompression; 0 for no bound." };
        var maxTime = Durations.Option("--max-time", "How long one crawl may take, e.g. 10m; no bound when absent.", null);
        var render = new Option<bool>("--render") { Description = "Read its pages through a browser, where one is installed." };
        var policy = new Option<CrawlPolicy?>("--policy")
        {
            Description = "For a site, in which order its pages are fetched: breadth-first, random, best-first or bandit, which learns where its articles are (the default).",
            CustomParser = result =>
            {
                if (CrawlPolicies.Parse(result.Tokens[0].Value) is { } known)
                {
                    return known;
                }

                result.AddError($"--policy {result.Tokens[0].Value}: a policy is breadth-first, random, best-first or bandit.");
                return null;
            },
        };
        var focus = new Option<string?>("--focus") { Description = "For a site: what its pages should be about, a few words of any language; every article counts alike when absent." };
        var follow = new Option<bool>("--follow") { Description = "For a feed: also fetch the pages that its entries announce." };
        var mapping = new Option<string?>("--mapping") { Description = "For json: YAML file that says where the listing keeps address, title, text, time and author." };
        var paused = new Option<bool>("--paused") { Description = "Do not crawl on a schedule; only when told to." };
        var synthetic = new Option<bool>("--synthetic") { Description = "Its items are made up, for a demonstration or a test; pages say so." };
        var command = new Command("add", "Add or change a source.")
        {
            url, id, kind, access, language, region, title, interval, delay, isInternal, maxPages, maxDepth, maxBytes, maxTime, policy, focus, render, follow,
            mapping, paused, synthetic,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var typed = parsed.GetRequiredValue(url);
            var address = SourceAddress.Of(parsed.GetValue(kind) ?? SourceKind.Feed, typed, parsed.GetValue(language), parsed.GetValue(region));
            var yaml = await ReadMappingAsync(parsed.GetValue(mapping), cancellationToken);
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            if ((parsed.GetValue(kind) ?? await SourceKindLook.FindAsync(cluster, address, parsed.GetValue(isInternal), cancellationToken)) is not { } found)
            {
                return CommandLine.Failed;
            }

            var source = new SourceDefinition
            {
                Slug = parsed.GetValue(id) ?? SourceSlug.From(SlugText(found, typed, address)),
                Kind = found,
                Url = address,
                Title = parsed.GetValue(title),
                Access = parsed.GetValue(access) ?? AccessModes.Of(found)[0],
                Interval = parsed.GetValue(interval) ?? (found == SourceKind.Search ? TimeSpan.FromHours(6) : TimeSpan.FromMinutes(15)),
                Delay = parsed.GetValue(delay),
                Internal = parsed.GetValue(isInternal),
                MaxPages = parsed.GetValue(maxPages),
                MaxDepth = parsed.GetValue(maxDepth),
                MaxBytes = parsed.GetValue(maxBytes),
                MaxTime = parsed.GetValue(maxTime),
                Render = parsed.GetValue(render),
                Policy = parsed.GetValue(policy) ?? (found == SourceKind.Site ? CrawlPolicy.Bandit : CrawlPolicy.BreadthFirst),
                Focus = string.IsNullOrWhiteSpace(parsed.GetValue(focus)) ? null : parsed.GetValue(focus),
                FollowEntries = parsed.GetValue(follow),
                Paused = parsed.GetValue(paused),
                Synthetic = parsed.GetValue(synthetic),
                Mapping = yaml,
            };
            await cluster.ConfigureAsync(source, cancellationToken);
            Console.WriteLine($"added {source.Slug}");
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>Words alone would meet those of another kind.</summary>
    private static string SlugText(SourceKind kind, string typed, string address) =>
        typed == address ? SubscriptionList.WithoutScheme(address) : $"{AccessModes.Word(kind)} {SubscriptionList.WithoutScheme(typed)}";

    /// <summary>The file's text, checked here so that the message can name the file.</summary>
    private static async Task<string?> ReadMappingAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        var yaml = await File.ReadAllTextAsync(file, cancellationToken);
        ListingMapping.Parse(yaml, file);
        return yaml;
    }
}

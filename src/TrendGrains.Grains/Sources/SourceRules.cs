using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Replays;
using TrendGrains.Crawling.Sites;

namespace TrendGrains.Grains.Sources;

/// <summary>What a source definition must satisfy; each message names the field and the range.</summary>
internal static class SourceRules
{
    public static void Check(SourceDefinition source, string key, SiteAdapters adapters)
    {
        Require(SourceSlug.IsValid(source.Slug), $"Source '{source.Slug}': the id is 1-64 of a-z, 0-9 and '-', starting with a letter or digit.");
        Require(source.Slug == key, $"Source '{source.Slug}' was sent to the grain of '{key}'.");
        Require(Enum.IsDefined(source.Kind), $"Source '{source.Slug}': unknown kind {(int)source.Kind}.");
        Require(Enum.IsDefined(source.Access), $"Source '{source.Slug}': unknown access mode {(int)source.Access}.");
        Require(source.Kind == SourceKind.File || IsWebAddress(source.Url) || Recording.Is(source), $"Source '{source.Slug}': '{source.Url}' is not an absolute http or https address.");
        Require(
            source.Interval == TimeSpan.Zero || (source.Interval >= TimeSpan.FromSeconds(1) && source.Interval <= TimeSpan.FromDays(31)),
            $"Source '{source.Slug}': interval {source.Interval} is neither 0 (learned) nor between 1 second and 31 days.");
        Require(source.MaxPages is >= 0 and <= 10_000_000, $"Source '{source.Slug}': max pages {source.MaxPages} is not between 0 (no bound) and 10,000,000.");
        Require(source.MaxBytes >= 0, $"Source '{source.Slug}': max bytes {source.MaxBytes} is neither 0 (no bound) nor above.");
        Require(
            source.MaxTime is not { } time || (time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromDays(31)),
            $"Source '{source.Slug}': max time {source.MaxTime} is not between 1 second and 31 days.");
        Require(source.MaxDepth is >= 0 and <= 1000, $"Source '{source.Slug}': max depth {source.MaxDepth} is not between 0 and 1000.");
        Require(source.Delay is not { } delay || (delay >= TimeSpan.Zero && delay <= TimeSpan.FromHours(1)), $"Source '{source.Slug}': delay {source.Delay} is not between 0 and 1 hour.");
        Require(Enum.IsDefined(source.Policy), $"Source '{source.Slug}': unknown policy {(int)source.Policy}.");
        Require(source.Focus is null || source.Focus.Length <= 500, $"Source '{source.Slug}': the focus has {source.Focus?.Length} characters, not 500 at most.");
        var refusal = adapters.Refuse(source);
        Require(refusal is null, $"Source '{source.Slug}': {refusal}");
    }

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}

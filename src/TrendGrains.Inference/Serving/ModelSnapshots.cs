using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Caching;
using TrendGrains.Inference.Versions;

namespace TrendGrains.Inference.Serving;

internal static class ModelSnapshots
{
    public static IReadOnlyList<ModelSnapshot> Of(ModelVersions versions, OpenModels open)
    {
        var served = open.Served.Select(s => new ModelSnapshot(
            s.Entry.Name, s.Entry.Version, Role(versions.Of(s.Entry.Name), s.Entry.Version), null, s.Snapshot(), s.Cache.Read(), s.Shadow.Read(), s.Errors.Read().Items, s.Errors.Read().Failed));
        var broken = open.Unavailable.Select(u => new ModelSnapshot(u.Model, u.Version, Role(versions.Of(u.Model), u.Version), u.Reason, null, null, null, 0, 0));
        return [.. served.Concat(broken).OrderBy(s => s.Model, StringComparer.Ordinal).ThenBy(s => s.Version, StringComparer.Ordinal)];
    }

    private static string Role(ModelStanding? standing, string version) => standing switch
    {
        not null when standing.Live == version => "live",
        { Trial: { } trial } when trial.Version == version => trial.Kind == TrialKind.Canary ? "canary" : "shadow",
        not null when standing.Earlier.Contains(version) => "earlier",
        _ => "idle",
    };
}

/// <summary>How one version is doing in this process.</summary>
/// <param name="Role"><c>live</c>, <c>canary</c>, <c>shadow</c>, <c>earlier</c> or <c>idle</c>.</param>
/// <param name="Problem">Why it could not be opened; the figures are then null.</param>
/// <param name="RecentItems">Items of the last five minutes.</param>
/// <param name="RecentFailures">Of those, the ones that failed.</param>
public sealed record ModelSnapshot(
    string Model, string Version, string Role, string? Problem, QueueSnapshot? Queue, CacheSnapshot? Cache, ShadowSnapshot? Shadow, int RecentItems, int RecentFailures);

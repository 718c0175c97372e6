using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Versions;

/// <summary>
/// Which version of each model serves. The first that the catalogs list does, until another is promoted; decisions outlive the process and
/// are seen by the others within a second.
/// </summary>
public sealed class ModelVersions
{
    public const string FileName = "versions.json";

    private const int MostEarlier = 5;

    // Every call asks; the file and the catalogs are looked at this often.
    private static readonly TimeSpan lookEvery = TimeSpan.FromMilliseconds(250);

    private readonly Func<IReadOnlyList<ModelEntry>> catalog;
    private readonly TimeProvider clock;
    private readonly VersionFile file;
    private Choice? choice;

    /// <param name="path">The file of decisions; it need not exist.</param>
    /// <param name="catalog">Every version that is listed, those of a name in order.</param>
    internal ModelVersions(string path, Func<IReadOnlyList<ModelEntry>> catalog, TimeProvider clock) =>
        (this.catalog, this.clock, file) = (catalog, clock, new VersionFile(path, clock));

    /// <summary>Every version of every model.</summary>
    public IReadOnlyList<ModelEntry> All => catalog();

    /// <summary>The live version of each model, in the catalog's order.</summary>
    public IReadOnlyList<ModelEntry> Live => Chosen().Live;

    /// <summary>How each model stands, in the catalog's order.</summary>
    public IReadOnlyList<ModelStanding> Standings => Chosen().Standings;

    /// <summary>What was decided about a model, oldest first.</summary>
    public IReadOnlyList<VersionChange> Changes(string model) => [.. file.Read().Changes.Where(c => c.Model == model)];

    /// <summary>Null when no catalog lists the model.</summary>
    public ModelStanding? Of(string model) => Stand(model)?.Standing;

    public ModelEntry? Find(string model, string version) => Chosen().ByVersion.GetValueOrDefault((model, version));

    /// <summary>
    /// The live version of the model for a task that nobody named. A model behind an address is none, or whatever is read would be sent there
    /// without anyone's asking: only as the promoted version of a model that is kept here.
    /// </summary>
    public ModelEntry? ForTask(string task) => Live.FirstOrDefault(m => m.Task == task && (!m.IsExternal || All.Any(o => o.Name == m.Name && !o.IsExternal)));

    /// <summary>How a model stands with its live version; null when no catalog lists it.</summary>
    internal StandingModel? Stand(string model) => Chosen().ByName.GetValueOrDefault(model);

    /// <summary>Lets a version answer that percentage of items. Not for models that make vectors: those of two versions do not mix.</summary>
    /// <exception cref="ModelVersionException">No such model or version, one that is broken or answers in another way, or a share out of range.</exception>
    public Task<ModelStanding> CanaryAsync(string model, string version, double percent, string why, CancellationToken cancellationToken)
    {
        if (percent is not (> 0 and <= 100))
        {
            throw new ModelVersionException($"A canary answers more than 0 and at most 100 percent of items, not {percent}.");
        }
        return ChangeAsync(model, version, "canary", why, standing => Expect(model, version) is { Dimension: > 0 }
            ? throw new ModelVersionException($"Model '{model}' makes vectors, and those of two versions do not mix: try {version} in the shadow, then promote it.")
            : standing with { Trial = new VersionTrial(version, TrialKind.Canary, percent) }, cancellationToken);
    }

    /// <summary>Asks a version whatever the live one is asked, to compare.</summary>
    /// <inheritdoc cref="CanaryAsync" path="/exception"/>
    public Task<ModelStanding> ShadowAsync(string model, string version, string why, CancellationToken cancellationToken) =>
        ChangeAsync(model, version, "shadow", why, standing => standing with { Trial = new VersionTrial(Expect(model, version).Version, TrialKind.Shadow, 0) }, cancellationToken);

    /// <summary>Ends the trial; the live version goes on. Nothing happens when that version is not on trial.</summary>
    public Task<ModelStanding> EndTrialAsync(string model, string version, string why, CancellationToken cancellationToken) =>
        ChangeAsync(model, version, "end", why, standing => standing.Trial?.Version == version ? standing with { Trial = null } : standing, cancellationToken);

    /// <summary>Makes a version the live one; what was live is what a rollback goes back to.</summary>
    /// <inheritdoc cref="CanaryAsync" path="/exception"/>
    public Task<ModelStanding> PromoteAsync(string model, string version, string why, CancellationToken cancellationToken) =>
        ChangeAsync(model, version, "promote", why, standing => standing.Live == Expect(model, version).Version
            ? standing
            : standing with
            {
                Live = version,
                Earlier = [.. standing.Earlier.Prepend(standing.Live).Where(v => v != version).Distinct().Take(MostEarlier)],
                Trial = standing.Trial?.Version == version ? null : standing.Trial,
            }, cancellationToken);

    /// <summary>Goes back to the version that served before.</summary>
    /// <param name="from">The version that is to go; nothing happens when it is not live any more, so that several processes may ask.</param>
    /// <exception cref="ModelVersionException">No version served before.</exception>
    public Task<ModelStanding> RollBackAsync(string model, string from, string why, CancellationToken cancellationToken)
    {
        var to = Of(model)?.Earlier is [var last, ..] ? last : "";
        return ChangeAsync(model, to, "roll back", why, standing => standing.Live != from
            ? standing
            : standing.Earlier is [var earlier, ..]
                ? standing with { Live = earlier, Earlier = [.. standing.Earlier.Skip(1)] }
                : throw new ModelVersionException($"No version of model '{model}' served before {from}."), cancellationToken);
    }

    private async Task<ModelStanding> ChangeAsync(
        string model, string version, string what, string why, Func<ModelStanding, ModelStanding> change, CancellationToken cancellationToken)
    {
        await file.ChangeAsync(decisions =>
        {
            var before = Stand(model, decisions);
            var after = change(before);
            return after == before ? decisions : new VersionDecisions(
                [.. decisions.Standings.Where(s => s.Model != model), after],
                [.. decisions.Changes, new VersionChange(clock.GetUtcNow(), model, what, before.Live, what == "roll back" ? after.Live : version, why)]);
        }, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref choice, null);
        return Of(model)!;
    }

    /// <summary>As decided, as far as the catalogs still list it.</summary>
    private ModelStanding Stand(string model, VersionDecisions decisions)
    {
        var listed = catalog().Where(m => m.Name == model).Select(m => m.Version).ToArray();
        if (listed is not [var first, ..])
        {
            throw new ModelVersionException($"There is no model '{model}'; there are: {string.Join(", ", catalog().Select(m => m.Name).Distinct())}.");
        }
        return decisions.Standings.FirstOrDefault(s => s.Model == model) is { } decided && listed.Contains(decided.Live)
            ? decided with
            {
                Earlier = [.. decided.Earlier.Where(listed.Contains)],
                Trial = decided.Trial is { } trial && listed.Contains(trial.Version) && trial.Version != decided.Live ? trial : null,
            }
            : new ModelStanding(model, first, [], null);
    }

    private ModelEntry Expect(string model, string version)
    {
        var versions = catalog().Where(m => m.Name == model).ToArray();
        var entry = versions.FirstOrDefault(m => m.Version == version)
            ?? throw new ModelVersionException($"Model '{model}' has no version {version}; it has: {string.Join(", ", versions.Select(m => m.Version))}.");
        if (entry.Problem is { } problem)
        {
            throw new ModelVersionException($"Version {version} of model '{model}' cannot be used: {problem}");
        }
        var live = versions.First(m => m.Version == Of(model)!.Live);
        return live.Task == entry.Task && live.Labels.SequenceEqual(entry.Labels) && live.Features.SequenceEqual(entry.Features) && live.Dimension == entry.Dimension
            ? entry
            : throw new ModelVersionException($"Version {version} of model '{model}' has another task, labels, features or dimension than the live one, {live.Version}.");
    }

    private Choice Chosen()
    {
        var made = Volatile.Read(ref choice);
        if (made is not null && clock.GetElapsedTime(made.At) < lookEvery)
        {
            return made;
        }
        var (now, decisions, listed) = (clock.GetTimestamp(), file.Read(), catalog());
        made = made is not null && ReferenceEquals(made.Decisions, decisions) && ReferenceEquals(made.Listed, listed) ? made with { At = now } : Choose(now, decisions, listed);
        Volatile.Write(ref choice, made);
        return made;
    }

    private Choice Choose(long now, VersionDecisions decisions, IReadOnlyList<ModelEntry> listed)
    {
        StandingModel[] standings = [.. listed.Select(m => m.Name).Distinct().Select(name => Stand(name, decisions))
            .Select(s => new StandingModel(s, listed.First(m => m.Name == s.Model && m.Version == s.Live)))];
        return new Choice(
            now,
            decisions,
            listed,
            [.. standings.Select(s => s.Standing)],
            [.. standings.Select(s => s.Live)],
            standings.ToDictionary(s => s.Standing.Model),
            listed.DistinctBy(m => (m.Name, m.Version)).ToDictionary(m => (m.Name, m.Version)));
    }

    private sealed record Choice(
        long At,
        VersionDecisions Decisions,
        IReadOnlyList<ModelEntry> Listed,
        IReadOnlyList<ModelStanding> Standings,
        IReadOnlyList<ModelEntry> Live,
        Dictionary<string, StandingModel> ByName,
        Dictionary<(string Model, string Version), ModelEntry> ByVersion);
}

/// <param name="Live">The version that serves.</param>
internal sealed record StandingModel(ModelStanding Standing, ModelEntry Live);

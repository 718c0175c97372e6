namespace Orleans.Runtime;

/// <inheritdoc cref="IManagementGrain"/>
internal sealed class ManagementGrain(Silo silo) : Grain, IManagementGrain
{
    public Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics()
    {
        var counts = new Dictionary<string, int>();
        foreach (var (id, target) in silo.Catalog)
        {
            var grainClass = silo.Types.Named(id.Type).ToString();
            counts[grainClass] = counts.GetValueOrDefault(grainClass) + target.CountActivations();
        }

        return Task.FromResult<SimpleGrainStatistic[]>([.. counts.Where(count => count.Value > 0).Select(count => new SimpleGrainStatistic { GrainType = count.Key, ActivationCount = count.Value })]);
    }

    public Task<int> GetTotalActivationCount() => Task.FromResult(silo.Catalog.Sum(entry => entry.Value.CountActivations()));
}

namespace Orleans.Runtime;

/// <summary>Figures of the silo, for consoles; ask for key 0.</summary>
public interface IManagementGrain : IGrainWithIntegerKey
{
    /// <summary>Activations by grain class.</summary>
    Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics();

    Task<int> GetTotalActivationCount();
}

/// <summary>How many activations a grain class has.</summary>
[GenerateSerializer, Immutable]
public sealed class SimpleGrainStatistic
{
    /// <summary>The class's full name.</summary>
    [Id(0)]
    public string GrainType { get; init; } = "";

    [Id(2)]
    public int ActivationCount { get; init; }
}

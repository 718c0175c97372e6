namespace TrendGrains.Grains;

/// <summary>Names under which grains ask for storage; a host registers a provider for each.</summary>
public static class GrainStores
{
    public const string State = "grains";
}

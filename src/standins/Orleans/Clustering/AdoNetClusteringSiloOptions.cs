namespace Orleans.Configuration;

/// <summary>The database that says who belongs to the cluster.</summary>
public class AdoNetClusteringSiloOptions
{
    /// <summary>Only <c>Npgsql</c> here.</summary>
    public string Invariant { get; set; } = null!;

    public string? ConnectionString { get; set; }
}

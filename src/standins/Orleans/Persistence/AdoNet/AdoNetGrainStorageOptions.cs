using Orleans.Storage;

namespace Orleans.Configuration;

/// <summary>A provider that keeps state in OrleansStorage.</summary>
public class AdoNetGrainStorageOptions
{
    /// <summary>Only <c>Npgsql</c> here.</summary>
    public string Invariant { get; set; } = "Microsoft.Data.SqlClient";

    public string? ConnectionString { get; set; }

    /// <summary>By default System.Text.Json as it comes.</summary>
    public IGrainStorageSerializer GrainStorageSerializer { get; set; } = null!;
}

using System.Reflection;

namespace TrendGrains.ServiceDefaults;

/// <summary>Which build runs: the product's version, and for each switched package whether it is the package or its stand-in.</summary>
public sealed record BuildDescription(string Version, IReadOnlyDictionary<string, string> Packages)
{
    private const string Prefix = "Packages.";

    /// <summary>Reads what the build wrote into the executable's assembly metadata.</summary>
    public static BuildDescription Of(Assembly assembly) => new(
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(m => m.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(m => m.Key[Prefix.Length..], m => m.Value ?? "unknown"));

    /// <summary>One line for a person, e.g. <c>0.1.0, stand-ins for Orleans, OnnxRuntime and Pgvector (single process)</c>.</summary>
    public override string ToString()
    {
        var standIns = Packages.Where(p => p.Value != "full").Select(p => p.Key).Order(StringComparer.Ordinal).ToArray();
        return standIns.Length == 0
            ? $"{Version}, full: every package is the real one"
            : $"{Version}, stand-in{(standIns.Length > 1 ? "s" : "")} for {string.Join(", ", standIns)}"
              + (standIns.Contains("Orleans") ? " (single process)" : "");
    }
}

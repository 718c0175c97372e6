namespace TrendGrains.Inference.Catalog;

/// <param name="Name">File name inside the model's folder.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ModelFile(string Name, string Sha256)
{
    /// <summary>The full path, once the file is known to be there and unaltered.</summary>
    /// <param name="known">Files that were read before; null reads this one in any case.</param>
    internal string Verify(string model, string folder, KnownFiles? known = null)
    {
        if (Name != Path.GetFileName(Name))
        {
            throw new ModelCatalogException($"Model '{model}': '{Name}' is not a plain file name.");
        }
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new ModelCatalogException($"Model '{model}': {path} is missing.");
        }
        var found = known?.HashOf(path) ?? KnownFiles.Hash(path);
        return found.Equals(Sha256, StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new ModelCatalogException($"Model '{model}': {path} has SHA-256 {found}, the catalog says {Sha256}.");
    }
}

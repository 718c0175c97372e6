using System.Security.Cryptography;

namespace TrendGrains.Inference.Catalog;

/// <param name="Name">File name inside the model's folder.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ModelFile(string Name, string Sha256)
{
    /// <summary>The full path, once the file is known to be there and unaltered.</summary>
    internal string Verify(string model, string folder)
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
        using var stream = File.OpenRead(path);
        var found = Convert.ToHexStringLower(SHA256.HashData(stream));
        return found.Equals(Sha256, StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new ModelCatalogException($"Model '{model}': {path} has SHA-256 {found}, the catalog says {Sha256}.");
    }
}

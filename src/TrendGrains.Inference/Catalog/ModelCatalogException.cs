namespace TrendGrains.Inference.Catalog;

/// <summary>The models folder is not what its catalog says; the message names the file.</summary>
public sealed class ModelCatalogException(string message, Exception? inner = null) : Exception(message, inner);

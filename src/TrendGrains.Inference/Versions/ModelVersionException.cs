namespace TrendGrains.Inference.Versions;

/// <summary>A change of versions that cannot be made; the message says why and what there is instead.</summary>
public sealed class ModelVersionException(string message) : Exception(message);

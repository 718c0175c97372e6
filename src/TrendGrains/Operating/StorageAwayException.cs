namespace TrendGrains.Operating;

/// <summary><c>serve</c> answered that it cannot work at the moment; the same request may succeed later.</summary>
internal sealed class StorageAwayException(string message) : Exception(message);

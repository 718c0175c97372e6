namespace TrendGrains.Crawling.Fetch;

/// <summary>Carries the refusal of an address out of the connection pool, which knows exceptions only.</summary>
internal sealed class EgressRefusedException(string message) : Exception(message);

/// <summary>Carries out of the pool that connecting took too long, told apart from a caller who gave up.</summary>
internal sealed class ConnectTimeoutException(string message) : Exception(message);

namespace TrendGrains.TestKit.Sites;

/// <summary>One request that a <see cref="LoopbackSite"/> was sent, and how it answered.</summary>
public sealed record LoggedRequest(
    string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, int Status, DateTimeOffset At);

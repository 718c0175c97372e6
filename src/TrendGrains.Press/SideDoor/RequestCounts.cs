namespace TrendGrains.Press.SideDoor;

/// <param name="ByStatus">Answers by status code; fewer than <paramref name="Requests"/> while some are under way or were broken off.</param>
/// <param name="AtOnce">Most requests that were under way at the same time.</param>
/// <param name="Disallowed">Requests for paths that robots.txt keeps to itself.</param>
public sealed record RequestCounts(string Outlet, int Requests, IReadOnlyDictionary<string, int> ByStatus, int AtOnce, int Disallowed);

namespace TrendGrains.Press.SideDoor;

/// <summary>A page that belongs to no publication.</summary>
/// <param name="Page"><c>listing</c> or <c>service</c>.</param>
public sealed record TruthPage(string Url, string Outlet, string Page);

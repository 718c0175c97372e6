namespace TrendGrains.Press.Hosting;

/// <summary>What a running press tells those who started it.</summary>
/// <param name="SideDoor">Address of truth, clock and request counts; ends with a slash.</param>
public sealed record ReadyNote(int Seed, DateTimeOffset Start, DateTimeOffset End, string SideDoor, OutletNote[] Outlets);

namespace TrendGrains.Press.World;

/// <summary>
/// Everything that the pretend press ever publishes, decided by the seed before the first request: the same seed, start and length
/// give the same world, byte for byte, on every machine.
/// </summary>
/// <param name="Seed">1-99 are for development; 100 and up for final scoring, never tuned on.</param>
/// <param name="Outlets">Who publishes; at least six news sites in Korean and English, a forum and a video channel.</param>
/// <param name="Stories">What happens, as scripted.</param>
/// <param name="Publications">What is said about it and about nothing, in order of publication, ties by id.</param>
public sealed record PressWorld(
    int Seed, DateTimeOffset Start, TimeSpan Length, Outlet[] Outlets, ScriptedStory[] Stories, Publication[] Publications);

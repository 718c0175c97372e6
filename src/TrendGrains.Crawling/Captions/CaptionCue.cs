namespace TrendGrains.Crawling.Captions;

/// <summary>One cue of a caption file, its markup gone.</summary>
/// <param name="Voice">Who speaks, where the cue says so.</param>
internal sealed record CaptionCue(TimeSpan Start, TimeSpan End, string[] Lines, string? Voice);

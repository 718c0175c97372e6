namespace TrendGrains.Reading;

/// <summary>Why a page was not read, or not read to its end.</summary>
/// <param name="Code">Short and stable: <c>media-type</c>, <c>too-large</c>, <c>empty</c>, <c>not-text</c>, <c>entry</c>, <c>truncated</c>, <c>parser</c>.</param>
/// <param name="Sentence">For a person: what is wrong with which page.</param>
/// <param name="IsUnreadable">True when nothing was read; false when the rest of the result holds what could be.</param>
public sealed record ReadProblem(string Code, string Sentence, bool IsUnreadable);

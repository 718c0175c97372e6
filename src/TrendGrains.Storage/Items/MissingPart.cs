namespace TrendGrains.Storage.Items;

/// <summary>A part of an item that is still to come.</summary>
/// <param name="Part">Name of the task, or <c>embedding</c>.</param>
/// <param name="Reason">Why it is not there: a sentence.</param>
public sealed record MissingPart(string Part, string Reason)
{
    /// <summary>UTF-16 units of a reason that are kept.</summary>
    private const int LongestReason = 300;

    internal string StoredReason => StoredText.Clean(Reason.Length <= LongestReason ? Reason : Reason[..LongestReason]);
}

namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>How rows are filled up to one length.</summary>
/// <param name="Length">The length of every row; null is that of the longest.</param>
/// <param name="ToMultipleOf">The length is rounded up to a multiple of this; 0 does nothing.</param>
/// <param name="AtStart">Before the tokens, not behind them.</param>
public sealed record Padding(int Id, int TypeId = 0, int? Length = null, int ToMultipleOf = 0, bool AtStart = false)
{
    /// <summary>The length that rows get whose longest has so many tokens.</summary>
    public int LengthFor(int longest)
    {
        var length = Length ?? longest;
        return ToMultipleOf > 0 && length % ToMultipleOf > 0 ? length + ToMultipleOf - (length % ToMultipleOf) : length;
    }
}

namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>Which of two texts gives way when both are too long.</summary>
public enum TruncationStrategy
{
    LongestFirst,
    OnlyFirst,
    OnlySecond,
}

/// <summary>How many tokens there may be, special ones included.</summary>
/// <param name="CutsStart">The end of a text is kept, not its beginning.</param>
public sealed record Truncation(int MaxTokens, TruncationStrategy Strategy = TruncationStrategy.LongestFirst, bool CutsStart = false)
{
    /// <param name="room">Tokens that are left for the texts.</param>
    internal void Apply(TokenRow first, TokenRow? second, int room)
    {
        var total = first.Count + (second?.Count ?? 0);
        if (total <= room)
        {
            return;
        }
        if (second is null)
        {
            first.Truncate(room, CutsStart);
            return;
        }
        switch (Strategy)
        {
            case TruncationStrategy.OnlyFirst:
                first.Truncate(Math.Max(0, first.Count - (total - room)), CutsStart);
                break;
            case TruncationStrategy.OnlySecond:
                second.Truncate(Math.Max(0, second.Count - (total - room)), CutsStart);
                break;
            default:
                var (shorter, longer) = first.Count <= second.Count ? (first, second) : (second, first);
                var less = shorter.Count;
                var more = less > room ? less : Math.Max(less, room - less);
                if (less + more > room)
                {
                    less = room / 2;
                    more = less + (room % 2);
                }
                shorter.Truncate(less, CutsStart);
                longer.Truncate(more, CutsStart);
                break;
        }
    }
}

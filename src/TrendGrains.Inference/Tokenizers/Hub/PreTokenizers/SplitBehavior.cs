namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>What becomes of the matches of a pattern that cuts.</summary>
internal enum SplitBehavior
{
    Removed,
    Isolated,
    MergedWithPrevious,
    MergedWithNext,
    Contiguous,
}

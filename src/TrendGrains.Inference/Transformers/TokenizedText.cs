namespace TrendGrains.Inference.Transformers;

/// <summary>One row of a run: the ids of its tokens and, where any is not zero, their types.</summary>
internal sealed record TokenizedRow(int[] Ids, int[]? Types);

/// <summary>A text as a run takes it: one row, or one for each label that it is asked about.</summary>
internal sealed record TokenizedText(TokenizedRow[] Rows)
{
    public int Tokens { get; } = Rows.Sum(r => r.Ids.Length);
}

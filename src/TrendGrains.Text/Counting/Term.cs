namespace TrendGrains.Text.Counting;

/// <summary>One word as it is counted.</summary>
/// <param name="Key"><see cref="TermKey"/> of its stem; two forms of one word share it.</param>
/// <param name="Start">Where its surface stands in the text, in UTF-16 units.</param>
public readonly record struct Term(uint Key, TermKind Kind, int Start, int Length);

public enum TermKind : byte
{
    Word,

    /// <summary>Written with a capital where a plain word would have none.</summary>
    Name,

    /// <summary>An amount, brought to one spelling: 1,200 and 1천200 and 1.2 thousand are one term.</summary>
    Number,
}

namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>A token that is looked for in the text before any model sees it.</summary>
/// <param name="SingleWord">Only where no word character stands beside it.</param>
/// <param name="StripsLeft">White space before it belongs to it.</param>
/// <param name="StripsRight">White space behind it belongs to it.</param>
/// <param name="IsNormalized">It is looked for in the normalised text, in its own normalised form.</param>
/// <param name="IsSpecial">It stands for no text.</param>
internal sealed record AddedToken(string Content, int Id, bool SingleWord, bool StripsLeft, bool StripsRight, bool IsNormalized, bool IsSpecial);

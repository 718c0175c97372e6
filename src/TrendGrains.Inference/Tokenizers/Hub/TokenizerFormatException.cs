namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>A <c>tokenizer.json</c> that cannot be followed exactly; the message says which part.</summary>
public sealed class TokenizerFormatException(string message, Exception? inner = null) : Exception(message, inner);

using System.Text.Json;
using TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

namespace TrendGrains.Inference.Tokenizers.Hub.Reading;

internal static class PatternReader
{
    /// <summary><c>{"String": …}</c> or <c>{"Regex": …}</c>.</summary>
    public static IPattern Read(JsonElement pattern) => pattern switch
    {
        { ValueKind: JsonValueKind.Object } when pattern.Text("Regex") is { Length: > 0 } regex => new RegexPattern(regex),
        { ValueKind: JsonValueKind.Object } when pattern.Text("String") is { Length: > 0 } literal => new LiteralPattern(literal),
        _ => throw new TokenizerFormatException("a pattern is neither a 'Regex' nor a 'String'."),
    };
}

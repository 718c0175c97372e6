using TrendGrains.Output;

namespace TrendGrains.Classifying;

/// <summary>What a task makes of one question: a line, or a sentence that says why there is none.</summary>
internal sealed record ClassifyAnswer(ClassifyLine? Line, string? Problem);

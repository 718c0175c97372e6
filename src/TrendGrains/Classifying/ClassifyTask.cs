using TrendGrains.Input;

namespace TrendGrains.Classifying;

/// <summary>One task of the verb <c>classify</c>.</summary>
/// <param name="Name">As <c>--task</c> names it.</param>
/// <param name="Says">What its labels are, for the help.</param>
/// <param name="AnswerAsync">One answer a question, in order.</param>
internal sealed record ClassifyTask(
    string Name, string Says, Func<IServiceProvider, IReadOnlyList<ClassifyQuestion>, CancellationToken, Task<IReadOnlyList<ClassifyAnswer>>> AnswerAsync);

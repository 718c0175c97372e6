using TrendGrains.Input;

namespace TrendGrains.Classifying;

/// <summary>One task of the verb <c>classify</c>.</summary>
/// <param name="Name">As <c>--task</c> names it.</param>
/// <param name="Says">What its labels are, for the help.</param>
/// <param name="AnswerAsync">One answer a question, in order.</param>
internal sealed record ClassifyTask(
    string Name, string Says, Func<IServiceProvider, IReadOnlyList<ClassifyQuestion>, CancellationToken, Task<IReadOnlyList<ClassifyAnswer>>> AnswerAsync)
{
    /// <summary>The same with what costs more to say: the words that weighed most. Null where the answer says all there is.</summary>
    public Func<IServiceProvider, IReadOnlyList<ClassifyQuestion>, CancellationToken, Task<IReadOnlyList<ClassifyAnswer>>>? ExplainAsync { get; init; }
}

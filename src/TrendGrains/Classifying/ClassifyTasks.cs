namespace TrendGrains.Classifying;

/// <summary>What <c>classify --task</c> can be asked. A task is added here, and in a file of its own beside this.</summary>
internal static class ClassifyTasks
{
    public static IReadOnlyList<ClassifyTask> All { get; } =
    [
        LanguageTask.Task,
        SeverityTask.Task,
        .. TextTask.All,
        .. DecisionTask.All,
    ];

    public static ClassifyTask? Find(string name) => All.FirstOrDefault(t => t.Name == name);
}

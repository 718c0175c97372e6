using System.CommandLine;

namespace TrendGrains.Commands;

/// <summary><c>models list|add|verify|bench|promote|rollback</c>: the models that ship, the operator's own, and those behind addresses. Needs no database.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "List, add, verify or measure models, and choose which version serves.")
    {
        ModelsListCommand.Create(),
        ModelsAddCommand.Create(),
        ModelsVerifyCommand.Create(),
        ModelsBenchCommand.Create(),
        ModelsPromoteCommand.Create(),
        ModelsRollbackCommand.Create(),
    };
}

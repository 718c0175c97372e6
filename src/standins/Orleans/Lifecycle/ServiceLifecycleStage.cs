namespace Orleans;

/// <summary>Stages in the order in which they start; they stop in reverse.</summary>
public static class ServiceLifecycleStage
{
    public const int First = int.MinValue;
    internal const int RuntimeInitialize = 2000;
    internal const int ApplicationServices = 10000;
    internal const int BecomeActive = 19999;
    internal const int Active = 20000;
}

namespace Orleans;

/// <summary>Stages in the order in which they start; they stop in reverse.</summary>
public static class ServiceLifecycleStage
{
    public const int First = int.MinValue;
    public const int RuntimeInitialize = 2000;
    public const int ApplicationServices = 10000;
    public const int BecomeActive = 19999;
    public const int Active = 20000;
}

using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Egress;

/// <summary>What one run has spent, and what it was refused. Thread-safe.</summary>
internal sealed class EgressMeter(EgressRules rules)
{
    /// <summary>A program that tries for ever is not listed for ever.</summary>
    private const int MostRefusals = 100;

    private readonly List<EgressRefusal> refusals = [];
    private readonly TaskCompletionSource spent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long bytes;
    private int connections;

    public long Bytes => Interlocked.Read(ref bytes);

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Completes when the budget is passed.</summary>
    public Task Spent => spent.Task;

    public EgressRefusal[] Refusals
    {
        get
        {
            lock (refusals)
            {
                return [.. refusals];
            }
        }
    }

    public bool TryConnect() => Interlocked.Increment(ref connections) <= rules.MaxConnections || Over($"It asked for more than {rules.MaxConnections:N0} connections.");

    public bool TryCarry(int count) => Interlocked.Add(ref bytes, count) <= rules.MaxBytes || Over($"It moved more than {rules.MaxBytes:N0} bytes.");

    public void Refuse(CrawlReason reason, string detail)
    {
        lock (refusals)
        {
            if (refusals.Count < MostRefusals)
            {
                refusals.Add(new EgressRefusal(reason, detail));
            }
        }
    }

    private bool Over(string detail)
    {
        if (spent.TrySetResult())
        {
            Refuse(CrawlReason.BudgetSpent, detail);
        }

        return false;
    }
}

/// <summary>One thing that a program asked of the network and did not get.</summary>
internal sealed record EgressRefusal(CrawlReason Reason, string Detail);

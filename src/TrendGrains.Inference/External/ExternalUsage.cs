namespace TrendGrains.Inference.External;

/// <summary>What one external model was asked and what it cost, since the process began.</summary>
public sealed record ExternalUsage(long Requests, long TokensIn, long TokensOut, double Cost);

/// <summary>Counts it. Thread-safe.</summary>
internal sealed class UsageMeter(ExternalModelOptions options)
{
    private long requests;
    private long tokensIn;
    private long tokensOut;

    public ExternalUsage Usage
    {
        get
        {
            var (asked, sent, said) = (Interlocked.Read(ref requests), Interlocked.Read(ref tokensIn), Interlocked.Read(ref tokensOut));
            return new ExternalUsage(asked, sent, said, ((sent * options.PricePer1kIn) + (said * options.PricePer1kOut)) / 1000);
        }
    }

    public void Asked() => Interlocked.Increment(ref requests);

    public void Spent(long sent, long said)
    {
        Interlocked.Add(ref tokensIn, sent);
        Interlocked.Add(ref tokensOut, said);
    }
}

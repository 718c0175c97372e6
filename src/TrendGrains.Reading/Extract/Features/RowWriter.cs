namespace TrendGrains.Reading.Extract.Features;

/// <summary>Fills one row of features from its left.</summary>
internal ref struct RowWriter(Span<float> row)
{
    private readonly Span<float> row = row;

    public int Written { get; private set; }

    public void Add(double value) => row[Written++] = (float)value;

    public void Add(bool value) => row[Written++] = value ? 1 : 0;

    /// <summary>Counts and lengths, whose differences matter less the larger they are.</summary>
    public void AddLog(double count) => row[Written++] = (float)Math.Log(1 + Math.Max(0, count));
}

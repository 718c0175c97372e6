using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Signals;

/// <summary>The numbers of one page, computed once while it is read: see <see cref="Signal"/>.</summary>
public sealed class PageSignals
{
    private readonly float[] values = new float[SignalNames.All.Count];

    /// <summary>NaN and infinity are refused: a model would take them for something.</summary>
    public double this[Signal signal]
    {
        get => values[(int)signal];
        internal set => values[(int)signal] = float.IsFinite((float)value) ? (float)value : 0;
    }

    /// <summary>A model's row.</summary>
    public float[] Row(ReadOnlySpan<Signal> signals)
    {
        var row = new float[signals.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = values[(int)signals[i]];
        }
        return row;
    }

    /// <summary>What can be said before the content is chosen: from the parse, the metadata and the blocks.</summary>
    internal static PageSignals Of(ReadOnlySpan<PageNode> nodes, List<Block> blocks, PageParts parts, PageMetadata meta, PageUrls urls)
    {
        var signals = new PageSignals();
        AddressSignals.Fill(signals, urls.Page ?? meta.CanonicalUrl);
        MetadataSignals.Fill(signals, meta, parts);
        BlockSignals.Fill(signals, nodes, blocks);
        ElementSignals.Fill(signals, nodes, parts);
        RepeatSignals.Fill(signals, nodes, blocks);
        LinkSignals.Fill(signals, parts, urls);
        return signals;
    }
}

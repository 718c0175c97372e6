namespace TrendGrains.Abstractions.Trends;

/// <param name="Seq">Arrival number of the last item that belongs to a trend; 0 before the first.</param>
/// <param name="OpenTrends">Trends that may still take items.</param>
/// <param name="Behind">More has arrived.</param>
[GenerateSerializer, Immutable, Alias("board-status")]
public sealed record BoardStatus([property: Id(0)] string Board, [property: Id(1)] long Seq, [property: Id(2)] int OpenTrends, [property: Id(3)] bool Behind);

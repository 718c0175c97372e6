namespace TrendGrains.StandIns.Orleans.Tests.Serialization;

[GenerateSerializer, Alias("test.note")]
public class Note
{
    [Id(0)]
    public string Text { get; set; } = "";

    [Id(1)]
    public List<string> Tags { get; init; } = [];

    [Id(2)]
    public Note? Next { get; set; }

    [NonSerialized]
    public string NotSent = "as constructed";
}

[GenerateSerializer, Alias("test.dated-note")]
public sealed class DatedNote : Note
{
    [Id(0)]
    public DateTimeOffset Date { get; set; }
}

[GenerateSerializer, Alias("test.point")]
public sealed record Point(int X, int[] Path)
{
    [Id(0)]
    public Dictionary<string, double?> Weights { get; init; } = [];
}

[GenerateSerializer, Alias("test.span")]
public record struct Span(TimeSpan Length, Uri? Where, (int, string) Pair);

[GenerateSerializer, Immutable, Alias("test.fixed")]
public sealed record FixedList(List<int> Numbers);

public sealed class Unmarked
{
    public int Number { get; set; }
}

[GenerateSerializer, Alias("test.holder")]
public sealed class Holder
{
    [Id(0)]
    public object? Content { get; set; }
}

public enum Colour
{
    Red,
    Green,
}

using TrendGrains.Text;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Trends.Tests.Clustering;

/// <summary>Items for tests: single ones, and streams drawn from a seed with everything in them that a real stream has.</summary>
internal static class PretendStream
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] places = ["Marlow", "Teval", "Ostrin", "Quelby", "Harrowfen", "서평", "남해림", "도원진"];
    private static readonly string[] events = ["flood", "strike", "election", "merger", "wildfire", "산불", "파업", "지진"];
    private static readonly string[] plain = ["residents", "officials", "weekend", "report", "minister", "river", "night", "주민", "정부", "발표", "피해", "대책"];

    public static StoryItem Item(long seq, string? title, string text = "", string source = "alpha", DateTimeOffset? time = null) => new()
    {
        Id = TextHash.Hash128($"item {seq}"),
        Seq = seq,
        Time = time ?? Start.AddMinutes(seq),
        Source = source,
        Title = title,
        Text = text,
    };

    /// <summary>Stories, copies, items without a title, a text or a vector, late and very old ones.</summary>
    public static StoryItem[] Of(int seed, int count)
    {
        var random = new Random(seed);
        var items = new StoryItem[count];
        var now = Start;
        for (var i = 0; i < count; i++)
        {
            now = now.AddMinutes(random.Next(0, 90));
            var title = random.Next(12) == 0 ? null : $"{Pick(events)} in {Pick(places)} {random.Next(3, 40)} {Pick(plain)}";
            var text = random.Next(3) == 0 ? "" : string.Join(' ', Enumerable.Range(0, random.Next(4, 60)).Select(_ => random.Next(4) == 0 ? Pick(places) : Pick(plain)));
            items[i] = new StoryItem
            {
                Id = TextHash.Hash128($"{seed} {i}"),
                Seq = i + 1,
                Time = random.Next(10) switch { 0 => now.AddHours(-random.Next(1, 60)), 1 when random.Next(4) == 0 => now.AddYears(-10), _ => now },
                Source = $"source {random.Next(6)}",
                Title = title,
                Text = text,
                Vector = random.Next(4) == 0 ? null : Vector(random),
            };
            if (i > 3 && random.Next(6) == 0)
            {
                items[i] = items[i] with { Title = items[i - 3].Title, Text = items[i - 3].Text, Vector = items[i - 3].Vector };
            }
        }

        return items;

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static float[] Vector(Random random)
    {
        var vector = Enumerable.Range(0, 16).Select(_ => (float)random.NextDouble()).ToArray();
        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return Array.ConvertAll(vector, x => x / length);
    }
}

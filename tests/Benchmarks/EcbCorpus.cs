using System.IO.Compression;
using System.Text.Json;
using TrendGrains.Inference.Embedding;
using TrendGrains.TestKit;
using TrendGrains.Text;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks;

/// <summary>
/// ECB+ (Cybulska and Vossen 2014, CC BY 3.0) as documents with story clusters. They have no times: all are of one moment, in a fixed order
/// that mixes the topics, by a hash of their names. The first sentence stands for the title.
/// </summary>
internal static class EcbCorpus
{
    private static readonly DateTimeOffset moment = new(2013, 5, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="split"><c>dev</c>: topics 2, 5, 12, 18, 21, 23, 34 and 35; <c>train</c>: the other ones up to 33.</param>
    /// <returns>Null where the data is absent.</returns>
    public static GroupingCorpus? Read(string split, TextEmbedder? embedder)
    {
        if (Checkout.SharedData is not { } data || Path.Combine(data, "ecbplus_clusters", "ecbplus_train_dev.jsonl.gz") is var file && !File.Exists(file))
        {
            return null;
        }

        var items = new List<(StoryItem Item, string Gold)>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.GetProperty("split").GetString() == split)
            {
                items.Add(Read(document.RootElement));
            }
        }

        var ordered = items.OrderBy(i => i.Item.Id).Select((i, seq) => (Item: i.Item with { Seq = seq + 1 }, i.Gold)).ToArray();
        return new GroupingCorpus($"ECB+ {split}", Embedded.Of(Array.ConvertAll(ordered, o => o.Item), embedder), Array.ConvertAll(ordered, o => o.Gold), []);
    }

    private static (StoryItem Item, string Gold) Read(JsonElement document)
    {
        var sentences = document.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()!).ToArray();
        var name = document.GetProperty("doc").GetString()!;
        return (
            new StoryItem
            {
                Id = TextHash.Hash128(name),
                Seq = 0,
                Time = moment,
                Source = name,
                Title = sentences[0],
                Text = string.Join(' ', sentences.Skip(1)),
                Language = "en",
            },
            document.GetProperty("cluster").GetString()!);
    }
}

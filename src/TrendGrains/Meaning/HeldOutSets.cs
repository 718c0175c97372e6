using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TrendGrains.Input;

namespace TrendGrains.Meaning;

/// <summary>
/// The parts of open sets that embed was not trained on, by the rules that models/train/embed.py keeps: KorSTS and STS-B where the MD5 of
/// filename|year|id is a multiple of five, SIB-200 where index_id is one, every fifth line of NTREX-128, and the news test part whole.
/// </summary>
internal static class HeldOutSets
{
    private const int Part = 5;

    /// <param name="data">The folder that holds korsts/, stsb/, sib200/.</param>
    /// <param name="parallel">The folder that parallel_texts.py wrote; null leaves its sets out.</param>
    public static async Task<List<MeaningSet>> ReadAsync(string data, string? parallel, CancellationToken cancellationToken)
    {
        List<MeaningSet> sets =
        [
            await SimilarAsync("KorSTS", Path.Combine(data, "korsts", "korsts_train.jsonl.gz"), "filename", cancellationToken),
            await SimilarAsync("STS-B", Path.Combine(data, "stsb", "stsb_train.jsonl.gz"), "file", cancellationToken),
            await TopicalAsync(Path.Combine(data, "sib200"), cancellationToken),
        ];
        if (parallel is not null)
        {
            sets.Add(await TranslatedAsync("NTREX-128", Path.Combine(parallel, "ntrex.tsv"), Part, cancellationToken));
            sets.Add(await TranslatedAsync("Korean-English news", Path.Combine(parallel, "news-park-test.tsv"), 1, cancellationToken));
        }

        return sets;
    }

    /// <summary>ECB+ (train and dev topics): whole documents, none of which was learned from.</summary>
    public static async Task<StorySet> StoriesAsync(string data, CancellationToken cancellationToken)
    {
        var (texts, stories) = (new List<string>(), new List<string>());
        await foreach (var row in RowsAsync(Path.Combine(data, "ecbplus_clusters", "ecbplus_train_dev.jsonl.gz"), cancellationToken))
        {
            var sentences = row.GetProperty("sentences");
            texts.Add(sentences.ValueKind == JsonValueKind.Array ? string.Join(' ', sentences.EnumerateArray().Select(s => s.GetString())) : sentences.GetString()!);
            stories.Add(row.GetProperty("cluster").ToString());
        }

        return new StorySet("ECB+", texts, stories);
    }

    internal static bool IsHeldOut(string file, string year, string id)
    {
#pragma warning disable CA5351 // It spreads rows over parts; nothing is kept secret.
        var digest = MD5.HashData(Encoding.UTF8.GetBytes($"{file}|{year}|{id}"));
#pragma warning restore CA5351
        return BinaryPrimitives.ReadUInt32BigEndian(digest) % Part == 0;
    }

    private static async Task<MeaningSet> SimilarAsync(string name, string path, string file, CancellationToken cancellationToken)
    {
        var (left, right, scores) = (new List<string>(), new List<string>(), new List<double>());
        await foreach (var row in RowsAsync(path, cancellationToken))
        {
            if (IsHeldOut(row.GetProperty(file).ToString(), row.GetProperty("year").ToString(), row.GetProperty("id").ToString()))
            {
                left.Add(row.GetProperty("sentence1").GetString()!);
                right.Add(row.GetProperty("sentence2").GetString()!);
                scores.Add(row.GetProperty("score").GetDouble());
            }
        }

        return new MeaningSet(name, left, right, scores);
    }

    private static async Task<MeaningSet> TopicalAsync(string folder, CancellationToken cancellationToken)
    {
        var english = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in RowsAsync(Path.Combine(folder, "eng_Latn_train.jsonl.gz"), cancellationToken))
        {
            english[row.GetProperty("index_id").ToString()] = row.GetProperty("text").GetString()!;
        }

        var (left, right) = (new List<string>(), new List<string>());
        await foreach (var row in RowsAsync(Path.Combine(folder, "kor_Hang_train.jsonl.gz"), cancellationToken))
        {
            var id = row.GetProperty("index_id").ToString();
            if (int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) % Part == 0 && english.TryGetValue(id, out var text))
            {
                left.Add(row.GetProperty("text").GetString()!);
                right.Add(text);
            }
        }

        return new MeaningSet("SIB-200", left, right, null);
    }

    private static async Task<MeaningSet> TranslatedAsync(string name, string path, int every, CancellationToken cancellationToken)
    {
        var pairs = (await File.ReadAllLinesAsync(path, cancellationToken)).Where((_, i) => i % every == 0).Select(line => line.Split('\t')).ToList();
        return new MeaningSet(name, pairs.ConvertAll(p => p[0]), pairs.ConvertAll(p => p[1]), null);
    }

    private static async IAsyncEnumerable<JsonElement> RowsAsync(string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var input = InputFile.Open(path);
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            using var document = JsonDocument.Parse(line.Bytes ?? throw new InvalidDataException($"{path}:{line.Number}: the line is too long."));
            yield return document.RootElement.Clone();
        }
    }
}

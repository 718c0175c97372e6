using TrendGrains.Text;
using TrendGrains.Text.Counting;
using TrendGrains.Text.Fingerprints;

namespace TrendGrains.Trends.Clustering;

/// <summary>Reads an item into what a board compares. Holds the last one's terms, so that reading allocates only what is kept. One thread.</summary>
internal sealed class ItemReader(DocumentFrequencies frequencies)
{
    public const int SignatureLength = 32;
    public const int Bands = 4;
    public const int BandRows = 4;

    /// <summary>
    /// Characters of a text that are read. News says what it is about at its beginning; reading twice as far moved BCubed by less than 0.004.
    /// </summary>
    private const int MostText = 6_000;
    private const int MostTitle = 300;
    private const int MostTerms = 96;
    private const int MostTitleTerms = 24;
    private const int MostNames = 40;
    private const int MostNumbers = 16;
    private const int MostTermKeys = 12;

    /// <summary>A term of the title counts as if it stood this often more in the text.</summary>
    private const float TitleWeight = 1.5f;

    private readonly List<Term> read = [];
    private uint[] keys = new uint[512];
    private float[] weights = new float[512];
    private ulong[] ranked = new ulong[512];
    private uint[] fresh = new uint[512];
    private int distinct;

    /// <summary>Every different term of the last item read, ascending.</summary>
    public ReadOnlySpan<uint> Distinct => keys.AsSpan(0, distinct);

    /// <summary>Those of them that nothing held has.</summary>
    public ReadOnlySpan<uint> DistinctBut(OpenTrend trend)
    {
        var known = trend.Middle is { } middle ? middle.Terms : trend.Held[0].Terms;
        var (count, at) = (0, 0);
        for (var i = 0; i < distinct; i++)
        {
            while (at < known.Length && known[at] < keys[i])
            {
                at++;
            }

            if (at == known.Length || known[at] != keys[i])
            {
                fresh[count++] = keys[i];
            }
        }

        return fresh.AsSpan(0, count);
    }

    public HeldItem Read(StoryItem item)
    {
        var title = Start(item.Title, MostTitle);
        var text = Start(item.Text, MostText);
        read.Clear();
        TermReader.ReadBySuffixes(title, read);
        var titleCount = read.Count;
        TermReader.ReadBySuffixes(text, read);

        // What has no title is known by how it begins.
        var titleTerms = Distinguish(read, 0, titleCount > 0 ? titleCount : Math.Min(read.Count, 12), MostTitleTerms);
        var signature = Sign(titleCount);
        Count(titleCount);
        var (terms, amounts) = Heaviest();
        var held = new HeldItem
        {
            Id = item.Id,
            Seq = item.Seq,
            Time = item.Time.ToUniversalTime(),
            Source = TermKey.Of(item.Source),
            Title = title.Length > 0 ? title : Beginning(text),
            Terms = terms,
            Frequencies = amounts,
            TitleTerms = titleTerms,
            Names = Pick(numbers: false, MostNames),
            Numbers = Pick(numbers: true, MostNumbers),
            Keys = Keys(terms, amounts, titleTerms, signature),
            Signature = Array.ConvertAll(signature, static bin => (byte)bin),
            Vector = Quantize(item.Vector),
        };
        Weigh(held);
        return held;
    }

    /// <summary>Brings the lengths up to date with the frequencies known now.</summary>
    public void Weigh(HeldItem item)
    {
        var square = 0f;
        for (var i = 0; i < item.Terms.Length; i++)
        {
            var weight = item.Frequencies[i] * HeldItem.FrequencyUnit * frequencies.Idf(item.Terms[i]);
            square += weight * weight;
        }

        item.Norm = MathF.Sqrt(square);
        item.TitleNorm = Length(item.TitleTerms);
        item.NamesNorm = Length(item.Names);
    }

    private float Length(uint[] terms)
    {
        var square = 0f;
        foreach (var term in terms)
        {
            var weight = frequencies.Idf(term);
            square += weight * weight;
        }

        return MathF.Sqrt(square);
    }

    private static string Start(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        // A lone surrogate cannot be composed; what it stood for is lost anyway.
        var start = text.Length > most ? text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] : text;
        try
        {
            return TextNormalizer.Compose(start);
        }
        catch (ArgumentException)
        {
            return TextNormalizer.Fold(start);
        }
    }

    private static string Beginning(string text)
    {
        foreach (var sentence in Sentences.Of(text))
        {
            return TextNormalizer.Fold(sentence.Length > 140 ? sentence.AsSpan(0, 140) : sentence);
        }

        return "";
    }

    /// <summary>The keys of a stretch of terms, ascending, each once; the first <paramref name="most"/> where there are more.</summary>
    private static uint[] Distinguish(List<Term> terms, int from, int to, int most)
    {
        Span<uint> found = stackalloc uint[most];
        var count = 0;
        for (var i = from; i < to && count < most; i++)
        {
            if (!found[..count].Contains(terms[i].Key))
            {
                found[count++] = terms[i].Key;
            }
        }

        var result = found[..count].ToArray();
        Array.Sort(result);
        return result;
    }

    private uint[] Pick(bool numbers, int most)
    {
        Span<uint> found = stackalloc uint[most];
        var count = 0;
        for (var i = 0; i < read.Count && count < most; i++)
        {
            var term = read[i];
            var picked = numbers
                ? term.Kind == TermKind.Number
                : term.Kind == TermKind.Name;
            if (picked && !found[..count].Contains(term.Key))
            {
                found[count++] = term.Key;
            }
        }

        var result = found[..count].ToArray();
        Array.Sort(result);
        return result;
    }

    /// <summary>Pairs of neighbours for a text, single terms for a headline, whose order varies more.</summary>
    private uint[] Sign(int titleCount)
    {
        if (read.Count == 0)
        {
            return [];
        }

        Reserve(read.Count);
        var shingles = 0;
        var body = read.Count - titleCount;
        for (var i = body >= 12 ? titleCount : 0; i < read.Count; i++)
        {
            keys[shingles++] = body >= 12 && i + 1 < read.Count ? TermKey.Pair(read[i].Key, read[i + 1].Key) : read[i].Key;
        }

        var signature = new uint[SignatureLength];
        MinHash.Sign(keys.AsSpan(0, shingles), signature);
        return signature;
    }

    private void Count(int titleCount)
    {
        Reserve(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            keys[i] = read[i].Key;
            weights[i] = i < titleCount ? TitleWeight : 1;
        }

        Array.Sort(keys, weights, 0, read.Count);
        distinct = 0;
        for (var i = 0; i < read.Count; i++)
        {
            if (distinct > 0 && keys[distinct - 1] == keys[i])
            {
                weights[distinct - 1] += weights[i];
            }
            else
            {
                (keys[distinct], weights[distinct]) = (keys[i], weights[i]);
                distinct++;
            }
        }
    }

    private (uint[] Terms, byte[] Amounts) Heaviest()
    {
        for (var i = 0; i < distinct; i++)
        {
            // 1 + log2 of the count, as TF-IDF is usually damped.
            weights[i] = Math.Clamp(MathF.Round((float)(1 + StableMath.Log2(Math.Max(1, weights[i]))) / HeldItem.FrequencyUnit), 1, 255);
        }

        var count = Math.Min(distinct, MostTerms);
        if (count < distinct)
        {
            Rank(distinct, i => weights[i] * frequencies.Idf(keys[i]));
        }

        var terms = new uint[count];
        for (var i = 0; i < count; i++)
        {
            terms[i] = count < distinct ? ~(uint)ranked[distinct - 1 - i] : keys[i];
        }

        Array.Sort(terms);
        var amounts = new byte[count];
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            while (keys[next] != terms[i])
            {
                next++;
            }

            amounts[i] = (byte)weights[next];
        }

        return (terms, amounts);
    }

    private uint[] Keys(uint[] terms, byte[] amounts, uint[] titleTerms, uint[] signature)
    {
        var count = 0;
        Reserve(terms.Length);
        for (var i = 0; i < terms.Length; i++)
        {
            var weight = amounts[i] * frequencies.Idf(terms[i]) * (Array.BinarySearch(titleTerms, terms[i]) >= 0 ? TitleWeight : 1);
            ranked[count++] = ((ulong)BitConverter.SingleToUInt32Bits(weight) << 32) | ~terms[i];
        }

        Array.Sort(ranked, 0, count);
        var most = Math.Min(count, MostTermKeys);
        var found = new uint[most + (signature.Length > 0 ? Bands : 0)];
        for (var i = 0; i < most; i++)
        {
            found[i] = ~(uint)ranked[count - 1 - i];
        }

        if (signature.Length > 0)
        {
            MinHash.Bands(signature, BandRows, found.AsSpan(most, Bands));
        }

        return found;
    }

    /// <summary>Orders by weight, ties by term: the same on every machine.</summary>
    private void Rank(int count, Func<int, float> weight)
    {
        for (var i = 0; i < count; i++)
        {
            ranked[i] = ((ulong)BitConverter.SingleToUInt32Bits(weight(i)) << 32) | ~keys[i];
        }

        Array.Sort(ranked, 0, count);
    }

    private static sbyte[]? Quantize(float[]? vector)
    {
        if (vector is not { Length: > 0 })
        {
            return null;
        }

        var quantized = new sbyte[vector.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            if (!float.IsFinite(vector[i]))
            {
                return null;
            }

            quantized[i] = (sbyte)Math.Clamp(MathF.Round(vector[i] * 127), -127, 127);
        }

        return quantized;
    }

    private void Reserve(int count)
    {
        if (keys.Length < count)
        {
            var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
            (keys, fresh, weights, ranked) = (new uint[size], new uint[size], new float[size], new ulong[size]);
        }
    }
}

namespace TrendGrains.Trends.Clustering;

/// <summary>What a trend keeps of one of its items, to compare the next one with. Never changes but for <see cref="Norm"/> and <see cref="Copies"/>.</summary>
internal sealed class HeldItem
{
    /// <summary>Term frequencies are kept in sixteenths, a byte each.</summary>
    public const float FrequencyUnit = 1f / 16;

    public required Guid Id { get; init; }
    public required long Seq { get; init; }
    public required DateTimeOffset Time { get; init; }

    /// <summary><see cref="TrendGrains.Text.Counting.TermKey"/> of the source.</summary>
    public required uint Source { get; init; }

    /// <summary>The title, or how the text begins; empty when there is neither.</summary>
    public required string Title { get; init; }

    /// <summary>Terms of title and text, ascending; the heaviest where there were too many.</summary>
    public required uint[] Terms { get; init; }

    /// <summary>How often each of <see cref="Terms"/> stands, damped and weighted by place, in <see cref="FrequencyUnit"/>.</summary>
    public required byte[] Frequencies { get; init; }

    /// <summary>Terms of the title, ascending.</summary>
    public required uint[] TitleTerms { get; init; }

    /// <summary>Names, and words that text in general hardly knows, which are names more often than not; ascending.</summary>
    public required uint[] Names { get; init; }

    /// <summary>Numbers, ascending.</summary>
    public required uint[] Numbers { get; init; }

    /// <summary>What it is found by: its rarest terms and its MinHash bands.</summary>
    public required uint[] Keys { get; init; }

    /// <summary>Low bytes of the MinHash of its shingles (b-bit minwise hashing, Li and König, WWW 2010); empty when nothing could be read.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>Place in the embedding space in units of 1/127, or null.</summary>
    public required sbyte[]? Vector { get; init; }

    /// <summary>Length of the TF-IDF vector, by the frequencies known when it was last brought up to date.</summary>
    public float Norm { get; set; }

    /// <summary>The same for the title alone.</summary>
    public float TitleNorm { get; set; }

    /// <summary>The same for the names.</summary>
    public float NamesNorm { get; set; }

    /// <summary>Near-copies of it that came after it and were not kept.</summary>
    public int Copies { get; set; }

    /// <summary>Estimated Jaccard likeness of the shingles, 0-1; one bin in 256 agrees by chance, which does not matter where copies are told.</summary>
    public float Agreement(HeldItem other)
    {
        if (Signature.Length == 0 || Signature.Length != other.Signature.Length)
        {
            return 0;
        }

        var same = 0;
        for (var i = 0; i < Signature.Length; i++)
        {
            same += Signature[i] == other.Signature[i] ? 1 : 0;
        }

        return (float)same / Signature.Length;
    }
}

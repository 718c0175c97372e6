using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Fingerprints;

/// <summary>
/// What a text is recognised by when others print it: MinHash over its runs of four words (Broder 1997: shingles). Agency copy keeps most of them under
/// another headline and with paragraphs cut; two reports of one event, written apart, share few.
/// </summary>
public static class CopyFingerprint
{
    /// <summary>Numbers of a signature, behind which stands how many shingles there were.</summary>
    private const int Size = 64;

    /// <summary>20 bands of 3: texts that share half of their shingles meet with probability 0.93, a third with 0.53, a tenth with 0.02.</summary>
    private const int Bands = 20;

    private const int Rows = 3;
    private const int ShingleWords = 4;

    /// <summary>Shorter texts, a feed's teasers, are alike by chance and by their credits.</summary>
    private const int LeastShingles = 40;

    /// <summary>From this share on a text counts as a copy: on the Press two reports of one story by two houses reach 0.78, nearly all of an agency's copy 0.8.</summary>
    public const float Alike = 0.8f;

    /// <summary>Null for a text that is too short to tell.</summary>
    public static uint[]? Of(string text)
    {
        var lower = text.ToLowerInvariant();
        var words = Text.Words.Spans(lower).Select(w => TermKey.Of(lower.AsSpan(w.Start, w.Length))).ToList();
        if (words.Count < LeastShingles + ShingleWords - 1)
        {
            return null;
        }

        var shingles = new uint[words.Count - ShingleWords + 1];
        for (var i = 0; i < shingles.Length; i++)
        {
            shingles[i] = TermKey.Pair(TermKey.Pair(words[i], words[i + 1]), TermKey.Pair(words[i + 2], words[i + 3]));
        }

        var fingerprint = new uint[Size + 1];
        MinHash.Sign(shingles, fingerprint.AsSpan(0, Size));
        fingerprint[Size] = (uint)shingles.Length;
        return fingerprint;
    }

    /// <summary>
    /// Share of the shorter text that stands in the other, 0…1: what is left when one masthead cuts two paragraphs and another three. From the
    /// likeness of both sets (Jaccard) and their sizes.
    /// </summary>
    public static float Contained(uint[] a, uint[] b)
    {
        var likeness = MinHash.Jaccard(a.AsSpan(0, Size), b.AsSpan(0, Size));
        var (sum, least) = ((float)a[Size] + b[Size], Math.Min(a[Size], b[Size]));
        return Math.Min(1, likeness * sum / ((1 + likeness) * least));
    }

    /// <summary>One key a band.</summary>
    public static uint[] BandsOf(uint[] fingerprint)
    {
        var keys = new uint[Bands];
        MinHash.Bands(fingerprint.AsSpan(0, Size), Rows, keys);
        return keys;
    }
}

using TrendGrains.Press.World;
using TrendGrains.Text.Fingerprints;
using Xunit.Abstractions;

namespace TrendGrains.Grains.Tests.Ingest;

/// <summary>Near copies against the Press's truth: what an agency sent, under several mastheads with cuts, among everything else that was written.</summary>
public sealed class WireCopyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Finds_agency_copy_and_little_else(int seed)
    {
        var world = WorldBuilder.Build(seed, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(2), WorldSize.Usual);
        // The same advert under two mastheads is a copy too, and no wire.
        var texts = world.Publications.Where(p => p.Paragraphs.Length > 0 && p.Kind != PublicationKind.Advert)
            .Select(p => (Publication: p, Signature: CopyFingerprint.Of(string.Join("\n\n", p.Paragraphs))))
            .Where(t => t.Signature is not null).ToArray();

        var (right, wrong, missed) = (0, 0, 0);
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = i + 1; j < texts.Length; j++)
            {
                var isCopy = IsSameWire(texts[i].Publication, texts[j].Publication);
                var found = Meet(texts[i].Signature!, texts[j].Signature!);
                right += isCopy && found ? 1 : 0;
                wrong += !isCopy && found ? 1 : 0;
                missed += isCopy && !found ? 1 : 0;
            }
        }

        var (precision, recall) = ((double)right / (right + wrong), (double)right / (right + missed));
        output.WriteLine($"seed {seed}: {texts.Length} texts, {right + missed} pairs of copies: precision {precision:0.000}, recall {recall:0.000}");
        Assert.True(right + missed > 50, $"only {right + missed} pairs");
        Assert.True(precision >= 0.90, $"precision {precision:0.000} ({wrong} wrong)");
        Assert.True(recall >= 0.80, $"recall {recall:0.000} ({missed} missed)");
    }

    /// <summary>Cuts never touch the first paragraph, which carries the dateline.</summary>
    private static bool IsSameWire(Publication a, Publication b) =>
        a.Kind == PublicationKind.Wire && b.Kind == PublicationKind.Wire && a.Story == b.Story && a.Paragraphs[0] == b.Paragraphs[0];

    private static bool Meet(uint[] a, uint[] b)
    {
        if (CopyFingerprint.Contained(a, b) < CopyFingerprint.Alike)
        {
            return false;
        }

        var theirs = CopyFingerprint.BandsOf(b);
        return CopyFingerprint.BandsOf(a).Where((band, i) => band == theirs[i]).Any();
    }
}

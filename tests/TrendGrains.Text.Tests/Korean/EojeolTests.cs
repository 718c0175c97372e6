using TrendGrains.Text.Counting;
using TrendGrains.Text.Korean;

namespace TrendGrains.Text.Tests.Korean;

/// <summary>
/// TestData/eojeol.tsv: 396 eojeols out of YNAT train titles (KLUE, CC BY-SA 4.0) that the list of nouns was not learned from, each with its noun in
/// parts or the stem of its verb or adjective, by hand. Before there was a list of nouns 90.3 % of the nouns were right and 63.6 % of the others;
/// terms had F1 0.622. The rules were written with these before one's eyes, so other text will do a little worse.
/// </summary>
public sealed class EojeolTests
{
    private static readonly (string Eojeol, string[] Parts, string Kind)[] gold =
        [.. File.ReadLines("TestData/eojeol.tsv").Select(l => l.Split('\t')).Select(l => (l[0], l[1].Split('+'), l[2]))];

    [Theory]
    [InlineData("noun", 300, 0.98)]
    [InlineData("verb", 70, 0.79)]
    public void Stems_nearly_all_of(string kind, int least, double share)
    {
        var own = gold.Where(g => g.Kind == kind).ToArray();
        Assert.True(own.Length >= least);
        Assert.InRange(own.Count(g => Stem(g.Eojeol) == string.Concat(g.Parts)) / (double)own.Length, share, 1);
    }

    [Fact]
    public void Counts_the_parts_of_compounds()
    {
        var (right, said, wanted) = (0, 0, 0);
        foreach (var (eojeol, parts, _) in gold.Where(g => g.Kind == "noun"))
        {
            var terms = new List<Term>();
            TermReader.Read(eojeol, terms);
            var left = parts.Select(p => TermKey.Of(p)).ToList();
            (said, wanted) = (said + terms.Count, wanted + left.Count);
            right += terms.Count(t => left.Remove(t.Key));
        }

        Assert.InRange(2.0 * right / (said + wanted), 0.74, 1);
    }

    [Theory]
    [InlineData("국제과학기술경진대회에서", "국제 과학기술 경진대회")]
    [InlineData("춘천서", "춘천")]
    [InlineData("국회엔", "국회")]
    [InlineData("우루과이", "우루과이")]
    [InlineData("눈이", "눈")]
    public void Reads_known_nouns_out_of_an_eojeol(string eojeol, string nouns)
    {
        var terms = new List<Term>();
        TermReader.Read(eojeol, terms);
        Assert.Equal(nouns.Split(' ').Select(n => TermKey.Of(n)), terms.Select(t => t.Key));
    }

    [Fact]
    public void Boards_still_read_by_suffixes_alone()
    {
        var terms = new List<Term>();
        TermReader.ReadBySuffixes("춘천서", terms);
        Assert.Equal(TermKey.Of("춘천서"), Assert.Single(terms).Key);
    }

    private static string Stem(string eojeol)
    {
        var letters = eojeol.ToCharArray();
        return new string(letters, 0, KoreanStem.Length(letters));
    }
}

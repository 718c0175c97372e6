using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Tests.Counting;

public sealed class DocumentFrequenciesTests
{
    [Fact]
    public void Weighs_a_rare_term_more_than_a_common_one()
    {
        var table = new DocumentFrequencies();
        for (var i = 0u; i < 100; i++)
        {
            table.Add([1, 1000 + i]);
        }

        Assert.Equal(100, table.Count(1));
        Assert.Equal(1, table.Count(1007));
        Assert.True(table.Idf(1007) > table.Idf(1) + 5);
        Assert.True(table.Idf(5) > table.Idf(1007));
    }

    [Fact]
    public void Stays_within_its_capacity_and_keeps_what_is_common()
    {
        var table = new DocumentFrequencies(1024);
        for (var i = 0u; i < 100_000; i++)
        {
            table.Add([1, 1000 + i]);
            Assert.InRange(table.Terms, 1, 1024);
        }

        Assert.InRange(table.Count(1), table.Documents / 2, table.Documents + 1);
        Assert.True(table.Idf(1) + 5 < table.Idf(999));
    }

    [Fact]
    public void Counts_on_from_what_was_saved_as_if_nothing_had_been()
    {
        var (one, random) = (new DocumentFrequencies(1024), new Random(7));
        var other = one;
        for (var i = 0; i < 5000; i++)
        {
            if (i == 2500)
            {
                other = DocumentFrequencies.Of(1024, one.Documents, one.ToArray());
            }

            uint[] document = [.. Enumerable.Range(0, 5).Select(_ => (uint)random.Next(3000)).Distinct()];
            one.Add(document);
            if (i >= 2500)
            {
                other.Add(document);
            }
        }

        Assert.Equal(one.Documents, other.Documents);
        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public void Refuses_a_term_twice_and_a_count_of_nothing()
    {
        Assert.Throws<ArgumentException>(() => DocumentFrequencies.Of(1024, 1, [(1, 1), (1, 1)]));
        Assert.Throws<ArgumentException>(() => DocumentFrequencies.Of(1024, 1, [(1, 0)]));
    }
}

using TrendGrains.Inference.Tokenizers;

namespace TrendGrains.Inference.Tests.Tokenizers;

public sealed class HashedNGramsTests
{
    private readonly HashedNGrams tokenizer = new(ShippedModel.Entry.Tokenizer!);

    [Fact]
    public void Agrees_with_the_Python_tokenizer_on_every_golden_text()
    {
        var golden = Golden.Load();
        Assert.NotEmpty(golden.Rows);
        foreach (var row in golden.Rows)
        {
            var features = tokenizer.Features(row.Text);
            Assert.True(row.Buckets.SequenceEqual(features.Buckets), $"buckets differ for '{row.Shown}'");
            Assert.All(row.Weights.Zip(features.Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public void The_golden_file_belongs_to_the_shipped_tokenizer()
    {
        var golden = Golden.Load().Tokenizer;
        var shipped = ShippedModel.Entry.Tokenizer!;

        Assert.Equal((shipped.Kind, shipped.Buckets, shipped.MaxChars), (golden.Kind, golden.Buckets, golden.MaxChars));
        Assert.Equal(shipped.CjkNGrams, golden.CjkNGrams);
        Assert.Equal(shipped.OtherNGrams, golden.OtherNGrams);
    }

    [Fact]
    public void A_text_without_words_has_one_feature()
    {
        var none = tokenizer.Features("");

        Assert.Equal(1, none.Count);
        Assert.Equal(none.Buckets, tokenizer.Features(" \t\n … !?").Buckets);
    }

    [Fact]
    public void Composed_and_decomposed_spellings_are_one()
    {
        Assert.Equal(tokenizer.Features("\uD55C\uAE00").Buckets, tokenizer.Features("\u1112\u1161\u11AB\u1100\u1173\u11AF").Buckets);
        Assert.Equal(tokenizer.Features("caf\u00E9").Buckets, tokenizer.Features("cafe\u0301").Buckets);
    }

    [Fact]
    public void Case_and_white_space_do_not_matter() =>
        Assert.Equal(tokenizer.Features("bank of korea").Buckets, tokenizer.Features("\u3000Bank\u00A0OF\r\n\tKOREA ").Buckets);

    [Fact]
    public void Nothing_after_the_bounded_prefix_is_read()
    {
        var start = string.Concat(Enumerable.Repeat("가나다 ", ShippedModel.Entry.Tokenizer!.MaxChars / 4));

        Assert.Equal(tokenizer.Features(start).Buckets, tokenizer.Features(start + new string('x', 5_000_000)).Buckets);
    }

    [Fact]
    public void An_earlier_text_leaves_no_trace()
    {
        var first = tokenizer.Features("한국은행 기준금리");
        tokenizer.Features("The quick brown fox");

        var again = tokenizer.Features("한국은행 기준금리");
        Assert.Equal(first.Buckets, again.Buckets);
        Assert.Equal(first.Weights, again.Weights);
    }

    [Fact]
    public void Many_threads_at_once_get_the_same_features()
    {
        var expected = Golden.Load().Rows.Select(r => r.Text).ToDictionary(t => t, t => tokenizer.Features(t).Buckets);

        Parallel.For(0, 400, i =>
        {
            var text = expected.Keys.ElementAt(i % expected.Count);
            Assert.Equal(expected[text], tokenizer.Features(text).Buckets);
        });
    }

    [Theory]
    [InlineData("wordpiece", 100, 10, "tokenizer 'wordpiece' is unknown")]
    [InlineData(HashedNGrams.Kind, 0, 10, "0 buckets")]
    [InlineData(HashedNGrams.Kind, 100, 0, "maxChars 0")]
    public void Settings_it_cannot_follow_are_refused_with_the_reason(string kind, int buckets, int maxChars, string reason) =>
        Assert.StartsWith(reason, ITextFeatures.WhyRefused(new(kind, buckets, maxChars, [1, 3], [3, 5])), StringComparison.Ordinal);

    [Fact]
    public void An_n_gram_range_upside_down_is_refused() =>
        Assert.NotNull(ITextFeatures.WhyRefused(new(HashedNGrams.Kind, 100, 10, [3, 1], [3, 5])));
}

using System.Runtime.InteropServices;
using System.Text.Json;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Tokenizers;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Tokenizers;

public sealed class HashedStreamTests
{
    private static readonly TokenizerSettings settings = new(HashedStream.Kind, 1 << 20, 1200, [1, 4], [1, 4]) { WordNGrams = [1, 2] };

    private readonly HashedStream tokenizer = new(settings);

    [Fact]
    public void Agrees_with_the_Python_tokenizer_on_every_golden_text()
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "tests", "TrendGrains.Inference.Tests", "TestData", "tone.golden.json")));
        Assert.NotEqual(0, golden.RootElement.GetArrayLength());
        foreach (var row in golden.RootElement.EnumerateArray())
        {
            var text = new string(MemoryMarshal.Cast<byte, char>(row.GetProperty("utf16").GetBytesFromBase64()));
            var buckets = row.GetProperty("buckets").EnumerateArray().Select(b => b.GetInt32()).ToArray();

            Assert.Equal(buckets, tokenizer.Features(text).Buckets.Order().Take(300));
        }
    }

    [Fact]
    public void Laughing_longer_is_laughing_the_same() =>
        Assert.Equal(tokenizer.Features("재밌다 ㅋㅋㅋ !!!").Buckets, tokenizer.Features("재밌다 ㅋㅋㅋㅋㅋㅋㅋㅋ !!!!!!").Buckets);

    [Fact]
    public void Marks_are_words_of_their_own() => Assert.NotEqual(tokenizer.Features("좋다").Buckets.Order(), tokenizer.Features("좋다?!").Buckets.Order());

    [Fact]
    public void A_text_without_words_has_one_feature() => Assert.Equal(1, tokenizer.Features(" \u3000\n").Count);

    [Fact]
    public void Without_a_range_of_words_the_settings_are_refused() =>
        Assert.Contains("wordNGrams", ITextFeatures.WhyRefused(settings with { WordNGrams = null }), StringComparison.Ordinal);
}

using TrendGrains.Inference.Tokenizers.Hub;

namespace TrendGrains.Inference.Tests.Tokenizers.Hub;

/// <summary>Token by token what the reference gives, on rows of every kind of text and on tokenizer files of the shapes that hubs carry.</summary>
public sealed class HubTokenizerTests
{
    public static TheoryData<string> Shapes => [.. HubAnswers.Shapes];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gives_the_ids_of_the_reference(string shape)
    {
        var tokenizer = HubAnswers.Open(shape);
        var expected = HubAnswers.Ids(shape);
        for (var i = 0; i < expected.Length; i++)
        {
            var ids = Padded(tokenizer, tokenizer.Ids(HubAnswers.Rows[i]));
            Assert.True(
                expected[i].AsSpan().SequenceEqual(ids),
                $"{shape}, row {i} '{Show(HubAnswers.Rows[i])}': {Tokens(tokenizer, ids)} and not {Tokens(tokenizer, expected[i])}");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gives_the_ids_of_the_reference_on_thousands_of_rows(string shape)
    {
        var tokenizer = HubAnswers.Open(shape);
        var expected = HubAnswers.Numbers(shape, "hashes");
        Assert.Equal(HubAnswers.Rows.Length, expected.Length);

        var wrong = HubAnswers.Rows.Where((row, i) => HubAnswers.Hash(Padded(tokenizer, tokenizer.Ids(row))) != expected[i]);

        Assert.Empty(wrong.Select(Show));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gives_the_ids_and_types_of_the_reference_for_pairs(string shape)
    {
        var tokenizer = HubAnswers.Open(shape);
        var expected = HubAnswers.Numbers(shape, "pairs");
        var row = new TokenRow();
        var wrong = new List<string>();
        for (var i = 0; i < expected.Length; i++)
        {
            var second = HubAnswers.Rows[((i * 7) + 3) % HubAnswers.Rows.Length];
            tokenizer.Encode(HubAnswers.Rows[i], second, row);
            var ids = Padded(tokenizer, row.Ids.ToArray());
            var types = row.TypeIds.ToArray().Concat(Enumerable.Repeat(0, ids.Length - row.Count));
            if (HubAnswers.Hash(ids.Concat(types)) != expected[i])
            {
                wrong.Add($"{i}: {Show(HubAnswers.Rows[i])} + {Show(second)}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Tells_where_each_token_stands_as_the_reference_does(string shape)
    {
        var tokenizer = HubAnswers.Open(shape);
        var expected = HubAnswers.Numbers(shape, "spans");
        var row = new TokenRow();
        var wrong = new List<string>();
        for (var i = 0; i < expected.Length; i++)
        {
            tokenizer.Encode(HubAnswers.Rows[i], null, row, withSpans: true);
            var length = tokenizer.Padding?.LengthFor(row.Count) ?? row.Count;
            var spans = row.Spans.ToArray().SelectMany(s => new[] { s.Start, s.End }).Concat(Enumerable.Repeat(0, 2 * (length - row.Count)));
            if (HubAnswers.Hash(spans) != expected[i])
            {
                wrong.Add($"{i}: {Show(HubAnswers.Rows[i])}: {string.Join(' ', row.Spans.ToArray().Select(s => $"{s.Start}-{s.End}"))}");
            }
        }

        Assert.Empty(wrong);
    }

    private static int[] Padded(HubTokenizer tokenizer, int[] ids) => tokenizer.Padding is { } padding
        ? [.. ids, .. Enumerable.Repeat(padding.Id, Math.Max(0, padding.LengthFor(ids.Length) - ids.Length))]
        : ids;

    private static string Tokens(HubTokenizer tokenizer, int[] ids) => string.Join(' ', ids.Take(60).Select(id => $"{id}:{Show(tokenizer.TokenOf(id) ?? "?")}"));

    private static string Show(string text) => string.Concat(text.Take(60).Select(c => c is < ' ' or > '\u007E' and < '\u1100' or >= '\uD800' ? $"\\u{(int)c:X4}" : c.ToString()));
}

using TrendGrains.Reading.Keywords;

namespace TrendGrains.Reading.Tests.Keywords;

public sealed class KeyphrasesTests
{
    private const string KoreanTitle = "한국은행, 기준금리 2.5%로 인하…성장률 전망 하향";

    private const string Korean =
        "한국은행 금융통화위원회가 28일 기준금리를 연 2.75%에서 2.5%로 0.25%포인트 인하했다. 이창용 한국은행 총재는 기자간담회에서 \"내수 부진이 예상보다 길어지고 있다\"고 말했다. "
        + "금융통화위원회는 올해 경제성장률 전망치를 1.5%에서 0.8%로 낮췄다. 미국의 관세 정책과 수출 둔화가 성장률 전망을 끌어내렸다. 부동산 시장과 가계부채는 여전히 부담이다. 이 총재는 가계부채 증가세를 지켜보겠다고 강조했다.";

    private const string English =
        "The Bank of Korea cut its benchmark interest rate by a quarter point on Thursday and slashed its growth forecast for this year. Governor Rhee Chang-yong "
        + "said weak domestic demand had lasted longer than expected. US tariffs and slowing exports weigh on the outlook. Markets expect another interest rate cut "
        + "before the end of the year. Household debt remains a concern for the Bank of Korea.";

    [Fact]
    public void Finds_what_a_Korean_article_is_about_without_particles()
    {
        var terms = Keyphrases.Of(KoreanTitle, Korean).Select(k => k.Term).ToArray();
        Assert.Contains("한국은행", terms.Take(3));
        Assert.Contains("금융통화위원회", terms);
        Assert.Contains("가계부채", terms);
        Assert.DoesNotContain(terms, t => t.EndsWith('를') || t.EndsWith('은') || t.EndsWith('가'));
        Assert.DoesNotContain(terms, t => t.Contains("말했다") || t.Contains("낮췄다"));
    }

    [Theory]
    [InlineData("Apache Flink 中文文档 发布 新版本说明", "en")]
    [InlineData("최신 中文文档 발표와 東京都知事選挙 소식", "ko")]
    [InlineData("流处理 und 批处理 mit Flink 1.20版本发布公告", "de")]
    public void Reads_ideographs_in_texts_of_other_languages(string text, string language) =>
        Assert.NotEmpty(Keyphrases.Of(text, string.Join(". ", Enumerable.Repeat(text, 3)), language));

    [Fact]
    public void Keeps_a_name_of_several_words_whole()
    {
        var terms = Keyphrases.Of("Bank of Korea cuts rates as growth falters", English).Select(k => k.Term).ToArray();
        Assert.Equal("Bank of Korea", terms[0]);
        Assert.DoesNotContain("Bank", terms);
        Assert.Contains("interest rate", terms);
    }

    [Theory]
    [InlineData("日銀、利上げ見送り", "日本銀行は1日の金融政策決定会合で、政策金利を据え置くことを決めた。日本銀行は経済・物価情勢を見極める。政策金利の据え置きは2会合連続。", "日本銀行")]
    [InlineData("中国央行下调存款准备金率", "中国人民银行宣布下调存款准备金率0.5个百分点。存款准备金率下调有助于稳定市场预期。", "存款准备金率")]
    [InlineData("Bundesregierung beschließt Rentenpaket", "Das Bundeskabinett hat das Rentenpaket beschlossen. Die Junge Union kritisiert das Rentenpaket scharf.", "Rentenpaket")]
    public void Speaks_other_languages(string title, string text, string expected) => Assert.Contains(expected, Keyphrases.Of(title, text).Select(k => k.Term).Take(3));

    [Theory]
    [InlineData("円、1.20上昇", "円は1.20上昇した。2026年に1.20円の上昇。バージョン1.20を公開。", "20", "1.20", "2026")]
    [InlineData("版本1.20发布", "版本1.20发布了。1.20版本更新了很多功能，2026年发布。", "20", "1.20", "2026")]
    [InlineData("환율 1.20 하락", "환율이 1.20 내렸다. 1.20(금) 발표. 1.20% 상승.", "20", "1.20", "1")]
    [InlineData("Won at 1.20", "The won stood at 1.20 on Monday. 1.20 is the lowest of the year.", "20", "1.20", "1")]
    public void No_number_and_no_piece_of_one_is_a_keyphrase(string title, string text, params string[] numbers)
    {
        var terms = Keyphrases.Of(title, text, most: 30).Select(k => k.Term).ToArray();
        Assert.NotEmpty(terms);
        Assert.Empty(terms.Intersect(numbers));
    }

    [Theory]
    [InlineData("Kubernetes v1.20.4 is out", "Kubernetes v1.20.4 fixes storage. Upgrade to Kubernetes v1.20.4 today.", "Kubernetes v1.20.4")]
    [InlineData("新版v1.20发布", "v1.20修复了问题。请升级到v1.20。", "v1.20")]
    public void A_version_stays_whole(string title, string text, string expected) => Assert.Contains(expected, Keyphrases.Of(title, text).Select(k => k.Term));

    [Fact]
    public void Weights_descend_from_one()
    {
        var weights = Keyphrases.Of(KoreanTitle, Korean, most: 30).Select(k => k.Weight).ToArray();
        Assert.Equal(1, weights[0]);
        Assert.Equal(weights.OrderDescending(), weights);
        Assert.All(weights, w => Assert.InRange(w, 0, 1));
    }

    [Fact]
    public void Gives_no_more_than_asked_and_nothing_twice()
    {
        var terms = Keyphrases.Of(KoreanTitle, Korean, most: 4).Select(k => k.Term).ToArray();
        Assert.Equal(4, terms.Length);
        Assert.Equal(terms.Length, terms.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,200 34% !!!")]
    [InlineData("그리고 그러나 하지만")]
    public void Finds_nothing_where_nothing_is_said(string text) => Assert.Empty(Keyphrases.Of(null, text));

    [Theory]
    [InlineData(15_999)]
    [InlineData(16_000)]
    [InlineData(40)]
    public void A_pair_cut_in_two_harms_nothing(int before) =>
        Assert.NotNull(Keyphrases.Of("\uD83D", new string('a', before) + "\U0001F600 and the bridge.\uDE00"));

    [Fact]
    public async Task Ideographs_without_an_end_are_not_taken_apart_for_ever() =>
        await Task.Run(() => Keyphrases.Of(null, new string('東', 16_000), "zh"), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(3), CancellationToken.None);

    [Fact]
    public void A_title_alone_is_enough() => Assert.Contains("기준금리", Keyphrases.Of("한국은행 기준금리 인하", "").Select(k => k.Term).SelectMany(t => t.Split(' ')));
}

using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Tests.Signals;

public sealed class TextSignalsTests
{
    [Theory]
    [InlineData("This post contains affiliate links.", 1)]
    [InlineData("We may earn a commission when you buy.", 1)]
    [InlineData("이 포스팅은 업체로부터 제품을 제공받아 작성하였습니다.", 1)]
    [InlineData("쿠팡 파트너스 활동의 일환으로 수수료를 받습니다.", 1)]
    [InlineData("※ 이 글은 루모라로부터 소정의 원고료를 받아 작성되었습니다.", 1)]
    [InlineData("The regulator fined influencers who hid that posts were sponsored.", 0)]
    [InlineData("공정위는 협찬 사실을 밝히지 않은 인플루언서를 제재했다.", 0)]
    public void Texts_that_speak_of_themselves_as_paid_are_told_from_texts_about_such(string text, double disclosed) =>
        Assert.Equal(disclosed > 0, Read(null, text)[Signal.DisclosedAdvert] > 0);

    [Theory]
    [InlineData("[광고] 겨울 준비", "본문이다.", true)]
    [InlineData("Sleep better", "Paid post\n\nYou deserve rest.", true)]
    [InlineData("Sleep better", "Sponsored by Nordhaven\n\nYou deserve rest.", true)]
    [InlineData("산간 도시 둘레길", "비가 온 뒤에는 미끄럽다.\n\n광고 여행 고수의 닷새, 385,000원부터", false)]
    [InlineData("둘레길", "좋은 길이다.\n\n광고", false)]
    [InlineData("둘레길", "좋은 길이다.\n\n[기사형 광고]", true)]
    [InlineData("광고 시장 위축", "광고비가 줄었다.", false)]
    [InlineData("Advertising slump deepens", "Advertisers cut budgets on Tuesday.", false)]
    public void A_label_is_a_line_of_its_own_or_stands_in_brackets(string title, string text, bool isLabelled) =>
        Assert.Equal(isLabelled, Read(title, text)[Signal.LabelledAdvert] > 0);

    [Theory]
    [InlineData("https://www.amazon.com/dp/B0?tag=me-20", true)]
    [InlineData("https://link.coupang.com/a/bcd", true)]
    [InlineData("https://news.example.com/story?id=20", false)]
    [InlineData("https://shop.example.com/?stage=2", false)]
    public void Links_that_pay_are_known_by_their_address(string url, bool isAffiliate) =>
        Assert.Equal(isAffiliate, Read(null, $"See {url} for more")[Signal.AffiliateLinks] > 0);

    [Fact]
    public void Links_of_a_long_text_weigh_less_than_those_of_a_short_one()
    {
        var post = Read(null, "Get it here: https://amzn.to/3abc");
        var essay = Read(null, string.Concat(Enumerable.Repeat("They walked along the river and spoke of the harvest. ", 300)) + "https://amzn.to/3abc");

        Assert.Equal((1, 1), (post[Signal.AffiliateLinks], essay[Signal.AffiliateLinks]));
        Assert.Equal(1, post[Signal.AffiliateDensity]);
        Assert.InRange(essay[Signal.AffiliateDensity], 0.05, 0.2);
    }

    [Theory]
    [InlineData("promotion", false)]
    [InlineData("홍보", false)]
    [InlineData("광고", false)]
    [InlineData("Sponsored content", true)]
    [InlineData("기사형 광고", true)]
    public void A_tag_labels_an_advert_only_where_it_can_mean_nothing_else(string tag, bool isLabelled)
    {
        var page = TextSignals.Complete(new ReadPage { Title = "City go up after last-day win", Text = "They won.", Tags = [tag] }, null, isEntry: false);

        Assert.Equal(isLabelled, page.Signals![Signal.LabelledAdvert] > 0);
    }

    [Fact]
    public void Only_links_of_the_text_are_counted()
    {
        PageLink[] links = [new("https://amzn.to/3abc", "the kettle", false), new("https://amzn.to/shop", "Our shop", false)];
        var page = TextSignals.Complete(new ReadPage { Title = "Tea", Text = "We like the kettle a lot.", Links = links }, "https://tea.example/a", isEntry: false);

        Assert.Equal(1, page.Signals![Signal.AffiliateLinks]);
    }

    [Theory]
    [InlineData("3만 원", 1)]
    [InlineData("12,900원과 $19.99", 2)]
    [InlineData("2030원칙을 지켰다", 0)]
    public void Prices_are_counted_in_both_languages(string text, int prices) => Assert.Equal(prices, Read(null, text)[Signal.TextPrices]);

    [Fact]
    public void Words_inside_others_are_not_found() => Assert.Equal(0, Read("Jerusalem wholesale", "Bogota is on saleable land")[Signal.Discounts]);

    private static PageSignals Read(string? title, string text) => BareText.Read(title, text, null).Signals!;
}

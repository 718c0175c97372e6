using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata.JsonLd;

namespace TrendGrains.Reading.Tests.Metadata.JsonLd;

public sealed class JsonLdFactsTests
{
    private static readonly PageUrls urls = new("https://news.example/story", null);

    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"H",}""")]
    [InlineData("""<!-- {"@type":"NewsArticle","headline":"H"} -->""")]
    [InlineData("""//<![CDATA[ {"@type":"NewsArticle","headline":"H"} //]]>""")]
    [InlineData("""/* <![CDATA[ */ {"@type":"NewsArticle","headline":"H"}; /* ]]> */""")]
    [InlineData("""{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;H&quot;}""")]
    [InlineData("""{"@type":"WebSite"}{"@type":"NewsArticle","headline":"H"}""")]
    [InlineData("""{"@type":"NewsArticle","headline":"H","description":"cut""")]
    [InlineData("""{"@type":"NewsArticle","headline":"H","description":"a "bare" quote"}""")]
    [InlineData("""{"@type":"NewsArticle","headline":"H","description":"it\'s"}""")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"description\":\"two\nlines\"}")]
    public void Mends_what_publishers_break(string script) => Assert.Equal("H", JsonLdFacts.Of([script], urls).Headline);

    [Fact]
    public void Takes_the_article_that_the_page_is_not_one_that_it_lists()
    {
        var facts = JsonLdFacts.Of(["""{"@graph":[{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other"}]},{"@type":"NewsArticle","headline":"This","url":"https://www.news.example/story/"}]}"""], urls);
        Assert.Equal("This", facts.Headline);
    }

    [Fact]
    public void A_question_of_a_FAQ_is_no_headline() =>
        Assert.Null(JsonLdFacts.Of(["""{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"How long?","acceptedAnswer":{"@type":"Answer","text":"Long."}}]}"""], urls).Headline);

    [Fact]
    public void Authors_are_found_by_their_id_and_organisations_told_apart()
    {
        var facts = JsonLdFacts.Of(["""{"@graph":[{"@type":"BlogPosting","headline":"H","author":[{"@id":"#jane"},{"@type":"Organization","name":"The Post"}]},{"@type":"Person","@id":"#jane","name":"Jane Roe"}]}"""], urls);
        Assert.Equal([new JsonLdAuthor("Jane Roe", false), new JsonLdAuthor("The Post", true)], facts.Authors);
    }
}

using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Search;

namespace TrendGrains.Crawling.Tests.Sites.Search;

public sealed class SearchAdapterTests
{
    private static readonly SourceDefinition source = new()
    {
        Slug = "s", Kind = SourceKind.Search, Url = SourceAddress.Of(SourceKind.Search, "한국 경제", "ko", "kr"), Access = AccessMode.Api, Interval = TimeSpan.FromHours(6),
    };

    private static readonly SiteSecrets secrets = new(v => $"{v} is set");

    [Theory]
    [InlineData(SearchProvider.Google, null, "https://customsearch.googleapis.com/customsearch/v1?cx=TRENDGRAINS_GOOGLE_SEARCH_ENGINE%20is%20set&q=%ED%95%9C%EA%B5%AD%20%EA%B2%BD%EC%A0%9C&num=10&start=1&hl=ko&lr=lang_ko&gl=kr")]
    [InlineData(SearchProvider.Google, "read", "https://customsearch.googleapis.com/customsearch/v1?cx=TRENDGRAINS_GOOGLE_SEARCH_ENGINE%20is%20set&q=%ED%95%9C%EA%B5%AD%20%EA%B2%BD%EC%A0%9C&num=10&start=1&hl=ko&lr=lang_ko&gl=kr&dateRestrict=d1")]
    [InlineData(SearchProvider.Brave, "read", "https://api.search.brave.com/res/v1/web/search?q=%ED%95%9C%EA%B5%AD%20%EA%B2%BD%EC%A0%9C&count=20&offset=0&result_filter=web&text_decorations=false&search_lang=ko&country=KR&freshness=pd")]
    [InlineData(SearchProvider.SearXng, "read", "http://127.0.0.1:9/search?q=%ED%95%9C%EA%B5%AD%20%EA%B2%BD%EC%A0%9C&format=json&pageno=1&language=ko-KR&time_range=day")]
    public void Asks_the_service_that_is_configured(SearchProvider provider, string? cursor, string asked) =>
        Assert.Equal(asked, Adapter(provider).FirstPage(source, cursor));

    [Theory]
    [InlineData(SearchProvider.Google, "X-Goog-Api-Key", "TRENDGRAINS_GOOGLE_SEARCH_KEY")]
    [InlineData(SearchProvider.Brave, "X-Subscription-Token", "TRENDGRAINS_BRAVE_SEARCH_KEY")]
    public void Sends_a_key_in_a_header_alone(SearchProvider provider, string header, string variable)
    {
        var login = Assert.IsType<KeyLogin>(Adapter(provider).Login(source));

        Assert.Equal((header, variable), (login.Header, login.Variable));
        Assert.DoesNotContain(variable, Adapter(provider).FirstPage(source), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_google_s_results_and_where_they_go_on()
    {
        var reading = Read(SearchProvider.Google, """
            {"kind":"customsearch#search","queries":{"request":[{"startIndex":1}],"nextPage":[{"startIndex":11}]},"items":[
            {"kind":"customsearch#result","title":"Tide … - Paper","link":"https://paper.example/tide","displayLink":"paper.example","snippet":"2 days ago ... It rises.",
             "pagemap":{"metatags":[{"og:title":"Tide rises","og:site_name":"The Paper","og:description":"It rises.","article:published_time":"2026-06-01T10:00:00+09:00"}]}},
            {"title":"Plain","link":"https://plain.example/","displayLink":"plain.example","snippet":"text"},{"title":"no link"}]}
            """);

        Assert.Equal(["Tide rises", "Plain"], reading.Entries.Select(e => e.Title));
        Assert.Equal(("It rises.", "The Paper", new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero)), (reading.Entries[0].Summary, reading.Entries[0].Origin!.Name, reading.Entries[0].Published!.Value.ToUniversalTime()));
        Assert.Equal(CrawlReason.NotReadable, Assert.Single(reading.Skipped).Reason);
        Assert.EndsWith("start=11&hl=ko&lr=lang_ko&gl=kr#2", reading.NextPage, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_brave_s_results_and_where_they_go_on()
    {
        var reading = Read(SearchProvider.Brave, """
            {"type":"search","query":{"original":"a","more_results_available":true},"web":{"type":"search","results":[
            {"title":"Tide","url":"https://paper.example/tide","description":"It rises.","page_age":"2026-06-01T10:00:00","language":"ko","profile":{"name":"The Paper"}}]}}
            """);

        Assert.Equal(("Tide", "It rises.", "ko", "The Paper"), Assert.Single(reading.Entries) is var e ? (e.Title, e.Summary, e.Language, e.Origin!.Name) : default);
        Assert.Contains("&offset=1&", reading.NextPage, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_searxng_s_results_for_three_pages()
    {
        const string Answer = """{"query":"a","number_of_results":0,"results":[{"url":"https://paper.example/tide","title":"Tide","content":"It rises.","engine":"x","publishedDate":"2026-06-01T10:00:00"}]}""";
        var (first, third) = (Read(SearchProvider.SearXng, Answer), Read(SearchProvider.SearXng, Answer, "http://127.0.0.1:9/search?pageno=3#3"));

        Assert.Equal(("https://paper.example/tide", "It rises."), Assert.Single(first.Entries) is var e ? (e.Url, e.Summary) : default);
        Assert.EndsWith("pageno=2&language=ko-KR#2", first.NextPage, StringComparison.Ordinal);
        Assert.Null(third.NextPage);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"error":"no"}""")]
    public void Says_what_an_answer_is_that_is_none(string body) => Assert.Equal(CrawlReason.Malformed, Assert.Single(Read(SearchProvider.Brave, body).Skipped).Reason);

    [Fact]
    public void Says_what_is_to_be_set()
    {
        Assert.Contains("Search__Provider", new SearchAdapter(secrets, new SearchOptions()).Refuse(source), StringComparison.Ordinal);
        Assert.Contains("Search__Address", new SearchAdapter(secrets, new SearchOptions { Provider = SearchProvider.SearXng }).Refuse(source), StringComparison.Ordinal);
        Assert.Contains("--internal", new SearchAdapter(secrets, new SearchOptions { Provider = SearchProvider.Brave, Address = "http://127.0.0.1:9" }).Refuse(source), StringComparison.Ordinal);
        Assert.Contains("names no search", Adapter(SearchProvider.Brave).Refuse(source with { Url = "https://www.google.com/" }), StringComparison.Ordinal);
        Assert.Null(Adapter(SearchProvider.Brave).Refuse(source));
    }

    [Theory]
    [InlineData("d", 24, "d")]
    [InlineData("y", 24 * 30, "m")]
    [InlineData("w", 24 * 30, "w")]
    public void Never_asks_for_more_than_the_operator_wanted(string wanted, int hours, string asked) =>
        Assert.Equal(asked[0], (SearchWords.Parse($"https://www.google.com/search?q=a&tbs=qdr:{wanted}")! with { }).ForTheNext(TimeSpan.FromHours(hours)).Since);

    private static SearchAdapter Adapter(SearchProvider provider) =>
        new(secrets, new SearchOptions { Provider = provider, Address = provider == SearchProvider.SearXng ? "http://127.0.0.1:9/" : null });

    private static SiteReading Read(SearchProvider provider, string json, string url = "https://search.example/") =>
        Adapter(provider).Read(source, new SiteAnswer(new Uri(url), Encoding.UTF8.GetBytes(json), "utf-8"), null);
}

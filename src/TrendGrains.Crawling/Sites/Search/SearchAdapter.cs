using System.Globalization;
using System.Text.Json;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Sites.Search;

/// <summary>
/// A web search by the service that the operator has configured. Results come by their worth, not by time: the first crawl reads some pages,
/// those after it the same pages of what is younger than the time between two. The cursor says only that there was a first.
/// </summary>
internal sealed class SearchAdapter(SiteSecrets secrets, SearchOptions options) : ISiteAdapter
{
    private readonly ISearchEngine? engine = options.Provider switch
    {
        SearchProvider.Google => new GoogleSearch(secrets),
        SearchProvider.Brave => new BraveSearch(),
        SearchProvider.SearXng => new SearXngSearch(),
        _ => null,
    };

    public string? Refuse(SourceDefinition source) =>
        SearchWords.Parse(source.Url) is null ? $"'{source.Url}' names no search: give words, or the address of a search with its words in 'q'."
        : engine is null ? "kind search needs a service that searches: set Search__Provider to brave, google or searxng."
        : options.Address is null && engine.Home is null ? "Search__Provider searxng needs the server's address in Search__Address."
        : options.Address is not null && engine.Home is not null && !source.Internal ? $"Search__Address in place of {engine.Home} is for internal sources alone (--internal): a key goes to the service it is of."
        : null;

    public SiteLogin? Login(SourceDefinition source) => engine?.Login(Root(source));

    /// <summary>Google's refusals are alike in all its interfaces.</summary>
    public FetchedPage Judge(FetchedPage answer, DateTimeOffset now) => engine is GoogleSearch ? GoogleRefusal.Judge(answer, now) : answer;

    public string FirstPage(SourceDefinition source) => FirstPage(source, cursor: null);

    public string FirstPage(SourceDefinition source, string? cursor) => Page(source, cursor, 1);

    public SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            if (Engine.Read(document.RootElement) is not { } results)
            {
                return SiteReading.Unreadable(answer, $"This JSON is no answer of {options.Provider}.");
            }

            var page = int.TryParse(answer.Url.Fragment.TrimStart('#'), CultureInfo.InvariantCulture, out var number) ? number : 1;
            return new SiteReading
            {
                Entries = [.. results.Where(r => r.Url is not null && r.Title is not null)],
                Skipped = [.. results.Where(r => r.Url is null || r.Title is null).Select(r => new SkippedEntry(r.Url ?? answer.Url.AbsoluteUri, CrawlReason.NotReadable, "A result without address or title."))],
                NextPage = page < options.Pages && Engine.GoesOn(document.RootElement, page) ? Page(source, cursor, page + 1) : null,
                Cursor = "read",
            };
        }
        catch (JsonException error)
        {
            return SiteReading.Unreadable(answer, $"This is no JSON: {error.Message}");
        }
    }

    private ISearchEngine Engine => engine ?? throw new InvalidOperationException("No service that searches is configured: Search__Provider.");

    /// <summary>The page's number stands in the fragment too, which is no part of the request.</summary>
    private string Page(SourceDefinition source, string? cursor, int page)
    {
        var words = SearchWords.Parse(source.Url) ?? throw new ArgumentException(Refuse(source));
        return $"{Engine.Page(Root(source), cursor is null ? words : words.ForTheNext(source.Interval), page)}{(page == 1 ? "" : $"#{page.ToString(CultureInfo.InvariantCulture)}")}";
    }

    private string Root(SourceDefinition source) => (options.Address is { } own && (source.Internal || Engine.Home is null) ? own : Engine.Home ?? "").TrimEnd('/');
}

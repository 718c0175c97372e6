using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Documents;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Programs;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

/// <summary>Notices that a site gives as PDF, under the names that servers give them.</summary>
[Collection(nameof(SharedSilo))]
public sealed class PdfSourceTests(SharedSilo silo)
{
    [PopplerDatabaseTheory]
    [InlineData("application/pdf")]
    [InlineData("application/octet-stream")]
    [InlineData("text/html")]
    public async Task A_linked_pdf_becomes_an_item_with_its_text(string contentType)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            if (context.Request.Path.Value == "/notice.pdf")
            {
                context.Response.ContentType = contentType;
                return context.Response.Body.WriteAsync(Notice(), context.RequestAborted).AsTask();
            }

            context.Response.StatusCode = context.Request.Path.Value is "/" or "/robots.txt" ? 200 : 404;
            context.Response.ContentType = "text/html";
            return context.Response.Body.WriteAsync(context.Request.Path.Value == "/" ? "<html><body><a href=/notice.pdf>notice</a></body></html>"u8.ToArray() : [], context.RequestAborted).AsTask();
        });
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);

        await silo.Grains.CrawlAsync(source);

        Assert.Equal(1, await silo.CountAsync(
            "SELECT count(*) FROM items WHERE source = $1 AND title = 'Bridge notice' AND text LIKE '%closed for repair from%' AND published_at = '2020-03-05T15:12:00+09:00'", source.Slug));
    }

    private static byte[] Notice() => new PdfPages().Fact("Title", "Bridge notice").Fact("CreationDate", "D:20200305151200+09'00'").Page()
        .Lines(50, 100, 14, "The old bridge over the harbour mouth will be closed for repair from", "the first of April until further notice; a ferry goes every ten minutes.").ToArray();
}

/// <summary>Needs both: a database server and poppler.</summary>
public sealed class PopplerDatabaseTheoryAttribute : TheoryAttribute
{
    public PopplerDatabaseTheoryAttribute() => Skip = new DatabaseFactAttribute().Skip ?? new PopplerFactAttribute().Skip;
}

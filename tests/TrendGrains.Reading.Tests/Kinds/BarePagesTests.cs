using System.Text;

namespace TrendGrains.Reading.Tests.Kinds;

/// <summary>Pages of a few elements, read from a file that names no address.</summary>
public sealed class BarePagesTests(ServedModels served) : IClassFixture<ServedModels>
{
    private const string Storm =
        "<h1>Storm closes port of Busan</h1><p>A storm closed the port of Busan on Monday, officials said, and left forty ships waiting outside the harbour.</p>"
        + "<p>The port authority expects to open again on Tuesday. No one was hurt.</p>";

    [Theory]
    [InlineData(Storm, PageKinds.Article)]
    [InlineData("<h1>Install the tool</h1><p>Run the installer:</p><pre>apt install tool</pre><p>Then open a shell and type tool --version.</p>", PageKinds.Documentation)]
    [InlineData("<h1>We build web sites</h1><p>Our team designs and builds web sites for small firms.</p><p>Contact us for a quote.</p>", PageKinds.Service)]
    public void Is_told_by_what_it_says(string body, string kind) => Assert.Equal(kind, Read(body).PageKind);

    [Theory]
    [InlineData("<p>Hello world.</p>")]
    [InlineData("<h1>폭풍으로 부산항 폐쇄</h1><p>월요일 부산항이 폭풍으로 폐쇄되었다고 관계자들이 밝혔다. 선박 40척이 항구 밖에서 대기하고 있다.</p><p>다친 사람은 없다.</p>")]
    [InlineData("<h1>Soup</h1><p>Cut the onions, fry them in butter, add water and salt, and let it boil for an hour.</p>")]
    public void Is_no_forum_for_saying_little(string body) => Assert.NotEqual(PageKinds.Forum, Read(body).PageKind);

    [Fact]
    public void A_heading_and_paragraphs_are_the_text() => Assert.Contains("forty ships", Read(Storm).Text, StringComparison.Ordinal);

    private ReadPage Read(string body) => served.Reader.Read(new RawPage(null, "text/html", "utf-8", Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>"), null));
}

using System.Text;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Tests.Input;

public sealed class RobotsQuestionTests
{
    [Fact]
    public void Echoes_the_id_and_names_the_rule()
    {
        var answer = Answer("""{"id":"q-7","robots":"User-agent: FooBot\nDisallow: /한국\n","agent":"foobot/1.2","url":"https://h.example/한국/1","mood":1}""");

        Assert.Equal("""{"id":"q-7","allowed":false,"rule":"Disallow: /한국"}""", answer);
    }

    [Fact]
    public void Without_an_agent_the_crawler_s_own_is_meant() =>
        Assert.Equal("""{"allowed":false,"rule":"Disallow: /"}""", Answer("""{"robots":"User-agent: TrendGrainsBot\nDisallow: /","url":"/a"}"""));

    [Fact]
    public void What_no_rule_matches_has_no_rule() =>
        Assert.Equal("""{"id":1,"allowed":true,"rule":null}""", Answer("""{"id":1,"robots":"","agent":"a","url":""}"""));

    [Theory]
    [InlineData("{\"url\":\"/\"}", "no \"robots\" string")]
    [InlineData("{\"robots\":\"\"}", "no \"url\" string")]
    [InlineData("{\"robots\":7,\"url\":\"/\"}", "no \"robots\" string")]
    [InlineData("{\"robots\":\"\\ud800\",\"url\":\"/\"}", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    public void Says_what_is_wrong(string line, string problem)
    {
        Assert.False(RobotsQuestion.TryParse(new InputLine(1, Encoding.UTF8.GetBytes(line)), out _, out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    private static string Answer(string line)
    {
        Assert.True(RobotsQuestion.TryParse(new InputLine(1, Encoding.UTF8.GetBytes(line)), out var question, out var problem), problem);
        return System.Text.Json.JsonSerializer.Serialize(RobotsLine.Of(question.Id, question.Robots, question.Agent, question.Url), Json.Options);
    }
}

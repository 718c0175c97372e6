using System.Text;
using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class KeywordsQuestionTests
{
    [Fact]
    public void Reads_a_line_and_echoes_its_id()
    {
        Assert.True(KeywordsQuestion.TryParse(Line("""{"id":7,"title":"제목","text":"본문","more":1}"""), out var question, out var problem), problem);
        Assert.Equal(("7", "제목", "본문"), (question.Id.ToString(), question.Title, question.Text));
    }

    [Theory]
    [InlineData("""{"id":1,"title":"a"}""", "no \"text\" string")]
    [InlineData("""{"text":5}""", "no \"text\" string")]
    [InlineData("""{"text":"a","title":5}""", "\"title\" is no string")]
    [InlineData("[]", "not a JSON object")]
    public void Says_what_is_wrong_with_a_line(string line, string problem)
    {
        Assert.False(KeywordsQuestion.TryParse(Line(line), out _, out var said));
        Assert.Equal(problem, said);
    }

    private static InputLine Line(string text) => new(1, Encoding.UTF8.GetBytes(text));
}

using System.Text;
using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class ClassifyQuestionTests
{
    [Theory]
    [InlineData("""{"id":"a","title":"제목","text":"본문"}""", "제목\n본문")]
    [InlineData("""{"id":"a","title":"제목"}""", "제목")]
    [InlineData("""{"id":"a","text":"본문","title":null}""", "본문")]
    public void Reads_title_and_text_as_one(string line, string whole)
    {
        Assert.True(ClassifyQuestion.TryParse(Line(line), out var question, out var problem), problem);
        Assert.Equal(whole, question.Whole);
    }

    [Theory]
    [InlineData("""{"id":1}""", "no \"title\", \"text\" or \"html\" string")]
    [InlineData("""{"text":["a"]}""", "\"text\" is no string")]
    public void Says_what_is_wrong_with_a_line(string line, string problem)
    {
        Assert.False(ClassifyQuestion.TryParse(Line(line), out _, out var said));
        Assert.Equal(problem, said);
    }

    private static InputLine Line(string text) => new(1, Encoding.UTF8.GetBytes(text));
}

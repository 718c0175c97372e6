using System.Text.Json.Nodes;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference.Tests.External;

public sealed class ChatRequestTests
{
    private static readonly string[] labels = ["mild", "say \"grave\""];

    [Fact]
    public void A_schema_leaves_the_labels_alone_to_choose_from()
    {
        var body = Body(new ExternalModelOptions { Model = "m" });

        Assert.Equal("json_schema", (string?)body["response_format"]!["type"]);
        Assert.Equal(labels, body["response_format"]!["json_schema"]!["schema"]!["properties"]!["label"]!["enum"]!.AsArray().Select(l => (string?)l));
        Assert.Equal((false, true, 0, 64), ((bool)body["stream"]!, (bool)body["logprobs"]!, (int)body["temperature"]!, (int)body["max_tokens"]!));
    }

    [Fact]
    public void A_grammar_quotes_a_label_for_json_and_for_itself()
    {
        var body = Body(new ExternalModelOptions { Model = "m", Format = AnswerFormat.Grammar });

        Assert.Equal("""root ::= "{\"label\": " ("\"mild\"" | "\"say \\\"grave\\\"\"") "}" """.TrimEnd(), (string?)body["grammar"]);
        Assert.Null(body["response_format"]);
    }

    [Fact]
    public void Extra_members_are_added_put_in_place_or_taken_out()
    {
        var body = Body(new ExternalModelOptions { Model = "m", Logprobs = false, Extra = """{"max_completion_tokens":9,"max_tokens":null,"temperature":1}""" });

        Assert.Null(body["max_tokens"]);
        Assert.Null(body["logprobs"]);
        Assert.Equal((9, 1), ((int)body["max_completion_tokens"]!, (int)body["temperature"]!));
    }

    [Fact]
    public void The_prompt_speaks_the_language_of_the_text_and_explains_each_label()
    {
        var options = new ExternalModelOptions { Task = "severity" };

        Assert.Contains("How grave is the event", ExternalPrompt.Of(options, ["mild", "grave"], "Two dead in a fire"), StringComparison.Ordinal);
        var korean = ExternalPrompt.Of(options, ["mild", "grave"], "공장 화재로 2명 사망");
        Assert.Contains("- grave: 사망, 부상", korean, StringComparison.Ordinal);
        Assert.EndsWith("<text>\n공장 화재로 2명 사망\n</text>", korean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_of_one_s_own_takes_text_and_labels_and_a_text_that_says_labels_is_left_alone() => Assert.Equal(
        "mild, grave? It says {labels}",
        ExternalPrompt.Of(new ExternalModelOptions { Task = "severity", Prompt = "{labels}? {text}" }, ["mild", "grave"], "It says {labels}"));

    [Theory]
    [InlineData("a😀b", 2, "a")]
    [InlineData("a😀b", 3, "a😀")]
    [InlineData("", 9, "")]
    public void A_text_is_cut_between_characters(string text, int most, string cut) => Assert.Equal(cut, ExternalPrompt.Cut(text, most));

    [Fact]
    public void A_lone_surrogate_is_mended() => Assert.Equal("a\ufffdb", ExternalPrompt.Cut("a\udc00b", 9));

    private static JsonNode Body(ExternalModelOptions options) => JsonNode.Parse(ChatRequest.Chat(options, labels, "prompt"))!;
}

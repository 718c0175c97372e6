using TrendGrains.Inference.Summaries;

namespace TrendGrains.Inference.Tests.Summaries;

public sealed class SummaryDraftTests
{
    private const string Korean =
        """
        부산 창고 화재로 3명 사망

        부산 강서구의 한 물류창고에서 21일 새벽 불이 나 3명이 숨지고 12명이 다쳤다. 소방당국은 "새벽 4시 10분쯤 신고가 들어왔다."라고 밝혔다.

        경찰은 화재 원인을 조사하고 있다. 창고에는 종이 상자 약 2.5톤이 쌓여 있었다… 유족들은 대책을 요구했다.
        """;

    [Fact]
    public void Sentences_are_verbatim_with_their_offsets()
    {
        var draft = SummaryDraft.Of(null, Korean);

        var summary = draft.Choose([.. Enumerable.Range(0, draft.Rows.Length).Select(i => 1f / (i + 1))], 3);

        Assert.Equal(3, summary.Count);
        Assert.All(summary, s => Assert.Equal(s.Text, Korean[s.Start..s.End]));
        Assert.Equal("소방당국은 \"새벽 4시 10분쯤 신고가 들어왔다.\"라고 밝혔다.", summary[1].Text);
        Assert.Equal(summary.Select(s => s.Start).Order(), summary.Select(s => s.Start));
    }

    [Fact]
    public void A_heading_is_no_sentence_of_a_summary_and_stands_for_a_missing_title()
    {
        var (draft, titled) = (SummaryDraft.Of(null, Korean), SummaryDraft.Of("부산 창고 화재로 3명 사망", Korean));

        Assert.DoesNotContain(draft.All, s => s.Text == "부산 창고 화재로 3명 사망");
        Assert.Equal(titled.Rows[0], draft.Rows[0]);
        Assert.True(draft.Rows[0][Feature("title-share")] > 0);
    }

    [Theory]
    [InlineData("20일 가람항에서 인부들이 방파제를 마무리하고 있다. [사진=가람일보]")]
    [InlineData("시민들이 얼음썰매를 타고 있다. ⓒ솔내신문")]
    [InlineData("Copyright ⓒ 솔내신문. 무단전재 및 재배포 금지")]
    public void A_caption_with_its_credit_or_a_footer_is_never_chosen(string block)
    {
        var draft = SummaryDraft.Of(null, $"{block}\n\n시는 21일 공사가 끝났다고 밝혔다. 다음 달 문을 연다.");

        Assert.Equal(["시는 21일 공사가 끝났다고 밝혔다.", "다음 달 문을 연다."], draft.All.Select(s => s.Text));
    }

    [Theory]
    [InlineData("ⓒ 솔내신문, 무단 전재 및 재배포 금지")]
    [InlineData("All rights reserved.")]
    public void A_credit_behind_an_article_of_one_block_costs_it_no_other_sentence(string credit)
    {
        const string body = "시는 21일 공사가 끝났다고 밝혔다. 다음 달 문을 연다. 주민 40명이 왔다. 시장은 기쁘다고 말했다.";
        var draft = SummaryDraft.Of(null, $"새 다리 열린다\n\n{body} {credit}");

        Assert.Equal(["시는 21일 공사가 끝났다고 밝혔다.", "다음 달 문을 연다.", "주민 40명이 왔다.", "시장은 기쁘다고 말했다."], draft.All.Select(s => s.Text));
    }

    [Fact]
    public void Rows_are_as_long_as_their_names_and_finite()
    {
        var rows = SummaryDraft.Of("Title", "One. Two 3.5 \"three!\" he said? Visit http://a.b/c?d=e now. ◆ 네 번째다.\n\n- a list\n- of things").Rows;

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(SentenceFeatures.Names.Count, row.Length));
        Assert.All(rows, row => Assert.All(row, value => Assert.True(float.IsFinite(value))));
    }

    [Fact]
    public void A_sentence_that_repeats_a_chosen_one_is_passed_over()
    {
        const string text = "The mayor of Springfield resigned on Monday. The mayor of Springfield resigned on Monday! Voters elect a successor in March next year.";
        var draft = SummaryDraft.Of(null, text);

        var summary = draft.Choose([1f, 0.99f, 0.5f], 2);

        Assert.Equal([0, 2], summary.Select(s => draft.All.ToList().FindIndex(a => a.Start == s.Start)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \n\n ", 0)]
    [InlineData("Only a heading", 1)]
    [InlineData("One. Two is here. Three is here too. Four has come as well.", 2)]
    [InlineData("\ud83d lone surrogate here. \udc00 and there.", 1)]
    public void Takes_one_to_three_sentences_by_length(string text, int expected)
    {
        var draft = SummaryDraft.Of(null, text);

        Assert.Equal(expected, draft.Choose(new float[draft.Rows.Length]).Count);
    }

    [Fact]
    public void Reads_a_bounded_part_of_a_huge_text()
    {
        var draft = SummaryDraft.Of(null, string.Concat(Enumerable.Repeat("The river rose again last night. ", 160_000)));

        Assert.Equal(SummaryDraft.MostSentences, draft.Rows.Length);
    }

    private static int Feature(string name) => SentenceFeatures.Names.ToList().IndexOf(name);
}

using TrendGrains.Reading.Pdf;
using TrendGrains.TestKit.Documents;
using TrendGrains.TestKit.Programs;

namespace TrendGrains.Reading.Tests.Pdf;

/// <summary>Real poppler on small PDFs written here.</summary>
[Collection("poppler")]
public sealed class PdfReaderTests
{
    private static readonly string[] left =
    [
        "The harbour authority measured the traffic of",
        "the northern channel during the whole of the",
        "winter and found that it had grown, despite the",
        "storms of the season, by a tenth, which nobody",
        "had expected when the breakwater was mended,",
        "since the repair had closed a lane for extraor-",
        "dinary lengths of time and well-known captains",
    ];

    private static readonly string[] right =
    [
        "had sworn to stay away from the port for good.",
        "The council will hear the report next week and",
        "may then decide whether a second breakwater is",
        "worth what it would cost the people of the town",
        "in a year that has been hard on most of them, as",
        "the treasurer said when she was asked about it.",
        "Nobody on the council wished to add to that yet.",
    ];

    [PopplerFact]
    public void Columns_are_read_one_after_the_other_and_words_are_made_whole()
    {
        var page = Read(new PdfPages().Page().Lines(50, 100, 13, left).Lines(310, 100, 13, right));

        Assert.Null(page.Problem);
        Assert.Contains("closed a lane for extraordinary lengths of time and well-known captains had sworn to stay away", page.Text, StringComparison.Ordinal);
        Assert.True(page.Text.IndexOf("well-known", StringComparison.Ordinal) < page.Text.IndexOf("second breakwater", StringComparison.Ordinal));
        Assert.Equal("en", page.Language);
    }

    [PopplerFact]
    public void Table_rows_are_lines_with_a_tab_between_cells()
    {
        var page = Read(new PdfPages().Page().Lines(50, 80, 13, left)
            .Text(60, 200, "Station").Text(200, 200, "Height").Text(300, 200, "Range")
            .Text(60, 216, "North Point").Text(200, 216, "42").Text(300, 216, "19")
            .Text(60, 232, "Skerry Rock").Text(200, 232, "31").Text(300, 232, "15")
            .Text(60, 248, "Gull Island").Text(300, 248, "11"));

        Assert.Contains("Station\tHeight\tRange\nNorth Point\t42\t19\nSkerry Rock\t31\t15\nGull Island\t\t11", page.Text, StringComparison.Ordinal);
        var table = Assert.Single(page.Blocks, block => block.Kind == "table");
        Assert.Equal([["Station", "Height", "Range"], ["North Point", "42", "19"], ["Skerry Rock", "31", "15"], ["Gull Island", "", "11"]], table.Rows!);
    }

    [PopplerFact]
    public void What_each_page_repeats_is_left_out()
    {
        var pdf = new PdfPages();
        for (var number = 1; number <= 4; number++)
        {
            pdf.Page().Text(50, 40, "Bulletin of the Harbour, No. 12").Lines(50, 100, 13, left).Text(290, 810, $"- {number} -").Text(50, 400, $"Part {number} ends here.");
        }

        var page = Read(pdf);

        Assert.DoesNotContain("Bulletin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("- 2 -", page.Text, StringComparison.Ordinal);
        Assert.Contains("Part 3 ends here.", page.Text, StringComparison.Ordinal);
    }

    [PopplerFact]
    public void Rows_of_figures_at_the_same_height_of_each_page_stay()
    {
        var random = new Random(5);
        var pdf = new PdfPages();
        var figures = new List<string>();
        for (var page = 0; page < 4; page++)
        {
            pdf.Page();
            for (var row = 0; row < 48; row++)
            {
                var cells = Enumerable.Range(0, 3).Select(_ => random.Next(1000, 99999).ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                pdf.Text(60, 40 + (row * 16), cells[0]).Text(200, 40 + (row * 16), cells[1]).Text(340, 40 + (row * 16), cells[2]);
                figures.Add(string.Join('\t', cells));
            }

            pdf.Text(290, 825, $"{page + 1}");
        }

        var read = Read(pdf);
        var lines = read.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(figures, lines);
        Assert.Equal(figures, read.Blocks.Where(block => block.Kind == "table").SelectMany(block => block.Rows!).Select(row => string.Join('\t', row)));
    }

    [PopplerFact]
    public void Rows_with_a_name_stay_where_their_figures_differ()
    {
        var pdf = new PdfPages();
        for (var page = 0; page < 4; page++)
        {
            pdf.Page().Text(50, 40, $"Bulletin {page + 7} of 12").Text(50, 780, $"Sum of the sheet {(page * 37 % 11) + 412}").Lines(50, 100, 13, left);
        }

        var text = Read(pdf).Text;

        Assert.DoesNotContain("Bulletin", text, StringComparison.Ordinal);
        Assert.All(new[] { "Sum of the sheet 412", "Sum of the sheet 416", "Sum of the sheet 420", "Sum of the sheet 413" }, sum => Assert.Contains(sum, text, StringComparison.Ordinal));
    }

    [PopplerFact]
    public void A_time_without_a_zone_is_read_in_the_one_of_the_page_s_country_and_says_so()
    {
        var page = Read(new PdfPages().Fact("CreationDate", "D:20260305151200").Fact("ModDate", "D:20260306").Page().Lines(50, 100, 15, "한빛시는 지역 청년의 창업을 돕기 위하여 지원사업 참여자를 모집한다"));

        Assert.Equal((new DateTimeOffset(2026, 3, 5, 15, 12, 0, TimeSpan.FromHours(9)), "language"), (page.Published, page.Origins["publishedZone"]));
        Assert.False(page.Origins.ContainsKey("publishedTime"));
        Assert.Equal((new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.FromHours(9)), "language"), (page.Modified, page.Origins["modifiedZone"]));
    }

    [PopplerTheory]
    [InlineData("D:2023")]
    [InlineData("D:202303")]
    [InlineData("D:20300101000000Z")]
    public void A_time_without_a_day_and_one_to_come_are_not_believed(string raw)
    {
        var page = Read(new PdfPages().Fact("CreationDate", raw).Page().Lines(50, 100, 13, left));

        Assert.Null(page.Published);
        Assert.DoesNotContain(page.Origins.Keys, key => key.StartsWith("published", StringComparison.Ordinal));
    }

    [PopplerFact]
    public void A_day_alone_says_that_it_has_no_time()
    {
        var page = Read(new PdfPages().Fact("CreationDate", "D:20260305").Page().Lines(50, 100, 13, left));

        Assert.Equal(("utc", "none"), (page.Origins["publishedZone"], page.Origins["publishedTime"]));
    }

    [PopplerFact]
    public void Headings_and_items_have_a_level_and_paragraphs_none()
    {
        var page = Read(new PdfPages().Fact("Title", "Harbour").Page().Text(50, 80, "Traffic of the channel", 22).Lines(50, 120, 13, left)
            .Text(50, 240, "Winter storms", 15).Lines(50, 270, 13, right).Text(50, 400, "a) The first item of a list"));

        Assert.Equal(["heading", "paragraph", "heading", "paragraph", "list-item"], page.Blocks.Select(b => b.Kind));
        Assert.Equal([1, null, 1, null, 1], page.Blocks.Select(b => b.Level));
    }

    [PopplerFact]
    public void Title_author_and_time_come_from_the_file_itself()
    {
        var page = Read(new PdfPages().Fact("Title", "항만 보고서").Fact("Author", "한빛시").Fact("CreationDate", "D:20260305151200+09'00'").Page().Lines(50, 100, 13, left));

        Assert.Equal(("항만 보고서", "한빛시", new DateTimeOffset(2026, 3, 5, 15, 12, 0, TimeSpan.FromHours(9))), (page.Title, page.Byline, page.Published));
        Assert.Equal(TimeSpan.FromHours(9), page.Published!.Value.Offset);
        Assert.Equal("stated", page.Origins["publishedZone"]);
        Assert.Equal(("pdf-info", "pdf-info", "pdf-info"), (page.Origins["title"], page.Origins["byline"], page.Origins["published"]));
    }

    [PopplerFact]
    public void Without_a_title_of_its_own_the_largest_line_is_the_title()
    {
        var page = Read(new PdfPages().Fact("Title", "Microsoft Word - draft3.doc").Page().Text(50, 80, "Harbour to grow again", 22).Lines(50, 120, 13, left));

        Assert.Equal(("Harbour to grow again", "pdf-text"), (page.Title, page.Origins["title"]));
        Assert.DoesNotContain("Harbour to grow", page.Text, StringComparison.Ordinal);
    }

    [PopplerFact]
    public void Korean_words_that_a_line_parted_are_whole_again()
    {
        var page = Read(new PdfPages().Page().Lines(
            50, 100, 15,
            "한빛시는 지역 청년의 창업을 돕기 위하여 지원사업 참여자를 모집하오니 관심 있",
            "는 청년들의 많은 참여를 바랍니다 이번 사업은 시가 올해 처음으로 마련한 것으로",
            "선정된 팀에는 최대 삼천만 원의 사업화 자금과 함께 사무 공간을 빌려줄 예정이다"));

        Assert.Contains("관심 있는 청년들의", page.Text, StringComparison.Ordinal);
        Assert.Contains("마련한 것으로 선정된", page.Text, StringComparison.Ordinal);
        Assert.Equal("ko", page.Language);
    }

    [PopplerFact]
    public void A_dated_piece_of_prose_is_an_article_and_a_bare_table_is_none()
    {
        var prose = new PdfPages().Fact("CreationDate", "D:20260305151200+09'00'").Page().Lines(50, 100, 13, left).Lines(50, 200, 13, right);
        var table = new PdfPages().Fact("CreationDate", "D:20260305151200Z").Page().Text(60, 200, "Station").Text(200, 200, "Height").Text(60, 216, "North").Text(200, 216, "42").Text(60, 232, "South").Text(200, 232, "2");

        Assert.True(Read(prose).IsArticle);
        Assert.False(Read(table).IsArticle);
    }

    [PopplerFact]
    public void A_file_that_is_called_html_is_known_by_its_signature() =>
        Assert.Contains("northern channel", new PageReader().Read(new RawPage(null, "text/html", null, new PdfPages().Page().Lines(50, 100, 13, left).ToArray(), null)).Text, StringComparison.Ordinal);

    [PopplerFact]
    public void Pictures_of_text_are_said_to_be_that()
    {
        var page = Read(new PdfPages().Page().Draw("0.5 g 50 50 400 600 re f"));

        Assert.Equal(("no-text-layer", true), (page.Problem?.Code, page.Problem?.IsUnreadable));
        Assert.Equal("", page.Text);
    }

    [PopplerFact]
    public void Glyphs_without_letters_are_said_to_be_that()
    {
        var page = Read(new PdfPages { KoreanEncoding = "Identity-H" }.Page().Lines(50, 100, 15, "\uE001\uE017\uE033 \uE021\uE030", "\uE012\uE044\uE013 \uE011"));

        Assert.Equal(("no-unicode", ""), (page.Problem?.Code, page.Text));
    }

    [PopplerFact]
    public void A_file_without_pages_is_said_to_be_that() => Assert.Contains(Read(new PdfPages()).Problem?.Code, new[] { "no-pages", "broken" });

    private static ReadPage Read(PdfPages pdf) => new PageReader().Read(new RawPage("https://a.example/x.pdf", PdfReader.MediaType, null, pdf.ToArray(), TestPages.FetchedAt));
}

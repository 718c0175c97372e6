using System.Text;
using TrendGrains.Crawling.Captions;
using TrendGrains.TestKit;

namespace TrendGrains.Crawling.Tests.Captions;

public sealed class TranscriptTests
{
    [Theory]
    [InlineData("a <b>bold</b> <i.loud>word</i>", "a bold word")]
    [InlineData("<c.colorE5E5E5>That's</c><00:21.000><c> amore</c>", "That's amore")]
    [InlineData("AT&amp;T &lt;3 &nbsp; &#44;&lrm;", "AT&T <3 ,")]
    [InlineData("<v Fred>Hi, I'm Fred", "Hi, I'm Fred")]
    [InlineData("<lang en-GB>colour</lang>", "colour")]
    [InlineData("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>!", "漢字!")]
    [InlineData("1 < 2", "1")]
    [InlineData("<unclosed", null)]
    [InlineData("[Music]", null)]
    [InlineData("♪ ♪", null)]
    public void Flattens_the_markup_of_a_cue(string payload, string? text) =>
        Assert.Equal(text, Read($"WEBVTT\n\n00:01.000 --> 00:02.000 align:start position:0%\n{payload}\n"));

    [Theory]
    [InlineData("WEBVTT - a title\nKind: captions\n\nNOTE\nnot said\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nname\n00:01.000 --> 00:02.000\nsaid", "said")]
    [InlineData("\uFEFFWEBVTT\r\n\r\n00:00:01.000 --> 00:00:02.000\r\nsaid\r\n", "said")]
    [InlineData("WEBVTT\r\r00:01.000 --> 00:02.000\rsaid", "said")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\none\n00:02.000 --> 00:03.000\ntwo", "one two")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:00.500\nbackwards\n\n00:01.000 --> 00:02.000\nsaid", "said")]
    [InlineData("WEBVTT\n\n00:61.000 --> 00:02.000\nno time\n\n1:00:01.000 --> 2:00:00.000\none digit\n\n100:00:01.000 --> 100:00:02.000\nsaid", "said")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nfirst\n\n00:09.000 --> 00:10.000\nafter a silence", "first\n\nafter a silence")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>to be\n\n00:02.000 --> 00:03.000\n<v B>or not", "to be\n\nor not")]
    [InlineData("WEBVTTX\n\n00:01.000 --> 00:02.000\nno", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public void Reads_the_cues_only(string file, string? text) => Assert.Equal(text, Read(file));

    [Fact]
    public void Says_each_line_of_rolling_captions_once()
    {
        // The shape of machine captions: the line before stands above, and between two cues it stands alone for 10 ms.
        const string File =
            """
            WEBVTT

            00:00:00.000 --> 00:00:02.000 align:start position:0%
            the<00:00:00.400><c> storm</c>

            00:00:02.000 --> 00:00:02.010 align:start position:0%
            the storm

            00:00:02.010 --> 00:00:04.000 align:start position:0%
            the storm
            left<00:00:02.500><c> the</c><00:00:02.900><c> harbour</c>

            00:00:04.000 --> 00:00:04.010 align:start position:0%
            left the harbour

            00:00:04.010 --> 00:00:06.000 align:start position:0%
            left the harbour
            at<00:00:04.500><c> noon</c>
            """;

        Assert.Equal("the storm left the harbour at noon", Read(File));
    }

    [Fact]
    public void Says_each_word_of_captions_that_grow_once() => Assert.Equal("the storm left at noon", Read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nthe\n\n00:02.000 --> 00:03.000\nthe storm\n\n00:03.000 --> 00:04.000\nthe storm left\n\n00:04.000 --> 00:05.000\nat noon"));

    [Fact]
    public void Keeps_what_people_say_twice() => Assert.Equal("No. No. Why not? Because. I said so.", Read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n\n00:03.000 --> 00:04.000\nWhy not?\n\n00:04.000 --> 00:05.000\nBecause.\n\n00:05.000 --> 00:06.000\nI said so."));

    [Theory]
    [InlineData("<")]
    [InlineData("<v ")]
    [InlineData("&")]
    [InlineData("<rt>")]
    [InlineData("-->")]
    [InlineData("00:01.000 --> 00:02.000\n")]
    [InlineData("00:01.000 --> 00:02.000\nx\n\n")]
    public void Hostile_files_are_read_in_bounds(string piece)
    {
        var file = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.InRange(Read(file)?.Length ?? 0, 0, 500_000);
    }

    [SharedDataTheory]
    [InlineData("cue_tags.vtt", "When the moon hits your eye Like a big-a pizza pie That's amore")]
    [InlineData("empty.vtt", null)]
    [InlineData("metadata_headers.vtt", "Caption text #1 Caption text #2")]
    [InlineData("missing_caption_text.vtt", "Caption text #1\n\nCaption text #3 Caption text #4 Caption text #5")]
    [InlineData("one_caption.vtt", "Caption text #1")]
    [InlineData("styles.vtt", "- Hello world.")]
    [InlineData("using_identifiers.vtt", "Caption text #1 Caption text #2 Caption text #3 Caption text #4 Caption text #5 Caption text #6")]
    public void Reads_recorded_files(string name, string? text) =>
        Assert.Equal(text, Transcript.FromWebVtt(File.ReadAllBytes(Path.Combine(Checkout.SharedData!, "vtt", name))));

    [SharedDataFact]
    public void Reads_every_caption_of_a_longer_file()
    {
        var text = Transcript.FromWebVtt(File.ReadAllBytes(Path.Combine(Checkout.SharedData!, "vtt", "sample.vtt")));

        Assert.Equal(Enumerable.Range(1, 16).Select(i => $"Caption text #{i}"), text!.Split("Caption", StringSplitOptions.RemoveEmptyEntries).Select(p => "Caption" + p.TrimEnd()));
    }

    private static string? Read(string file) => Transcript.FromWebVtt(Encoding.UTF8.GetBytes(file));
}

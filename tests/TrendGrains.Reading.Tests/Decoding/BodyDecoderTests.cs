using System.Text;
using TrendGrains.Reading.Decoding;

namespace TrendGrains.Reading.Tests.Decoding;

public sealed class BodyDecoderTests
{
    private const string Korean = "한국은행이 기준금리를 동결했다고 발표했습니다";

    static BodyDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("euc-kr", 949)]
    [InlineData("EUC-KR", 949)]
    [InlineData("cp949", 949)]
    [InlineData("shift_jis", 932)]
    [InlineData("windows-1251", 1251)]
    public void Believes_the_transport(string charset, int codePage)
    {
        var text = codePage == 932 ? "日本語のページ" : codePage == 1251 ? "Русский текст" : Korean;
        Assert.Equal(text, BodyDecoder.Decode(Encoding.GetEncoding(codePage).GetBytes(text), charset));
    }

    [Theory]
    [InlineData("<meta charset=\"euc-kr\">")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=ks_c_5601-1987'>")]
    [InlineData("<?xml version='1.0' encoding='EUC-KR'?>")]
    public void Else_the_page_itself(string declaration)
    {
        var page = declaration + Korean;
        Assert.Equal(page, BodyDecoder.Decode(Encoding.GetEncoding(949).GetBytes(page), null));
    }

    [Fact]
    public void Valid_UTF_8_beats_a_server_that_says_latin_1() => Assert.Equal(Korean, BodyDecoder.Decode(Encoding.UTF8.GetBytes(Korean), "iso-8859-1"));

    [Fact]
    public void Bytes_that_are_not_UTF_8_beat_a_page_that_says_so() =>
        Assert.Equal(Korean, BodyDecoder.Decode(Encoding.GetEncoding(949).GetBytes(Korean), "utf-8"));

    [Fact]
    public void Guesses_EUC_KR_from_its_bytes_and_windows_1252_otherwise()
    {
        Assert.Equal(Korean, BodyDecoder.Decode(Encoding.GetEncoding(949).GetBytes(Korean), null));
        Assert.Equal("café “quoted” Zürich", BodyDecoder.Decode(Encoding.GetEncoding(1252).GetBytes("café “quoted” Zürich"), null));
    }

    [Fact]
    public void Byte_order_marks_come_first()
    {
        Assert.Equal("가", BodyDecoder.Decode([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("가")], "iso-8859-1"));
        Assert.Equal("가", BodyDecoder.Decode([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("가")], null));
        Assert.Equal("가", BodyDecoder.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("가")], "euc-kr"));
    }

    [Fact]
    public void A_stray_byte_in_a_page_with_few_letters_beyond_ASCII_does_not_make_it_Latin()
    {
        byte[] page = [.. Encoding.UTF8.GetBytes("<p>The “harbour” is open"), 0xE9, .. Encoding.UTF8.GetBytes(" again</p>")];

        Assert.Contains("“harbour”", BodyDecoder.Decode(page, "utf-8"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_broken_byte_does_not_change_the_encoding_of_a_page()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Korean), 0xFF, .. "end"u8];
        Assert.StartsWith(Korean, BodyDecoder.Decode(body, "utf-8"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-nonsense")]
    [InlineData("utf-7")]
    [InlineData("")]
    public void A_charset_that_cannot_be_had_is_passed_over(string charset) => Assert.Equal("plain", BodyDecoder.Decode("plain"u8, charset));
}

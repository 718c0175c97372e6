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
    [InlineData("windows-1250", 1250, "Zażółć gęślą jaźń")]
    [InlineData("windows-1252", 1252, "Münchner Straße – café")]
    [InlineData("windows-1253", 1253, "Η θάλασσα άνοιξε")]
    [InlineData("windows-1254", 1254, "İstanbul'da şehir ışıkları")]
    [InlineData("windows-1255", 1255, "הנמל נפתח שוב")]
    [InlineData("windows-1256", 1256, "فتح الميناء من جديد")]
    [InlineData("windows-1257", 1257, "Ostas vėl atidarytas šiandien")]
    [InlineData("windows-1258", 1258, "Bên ca\u0309ng")]
    [InlineData("koi8-r", 20866, "Порт снова открыт")]
    [InlineData("iso-8859-2", 28592, "Přístav byl znovu otevřen")]
    [InlineData("euc-jp", 51932, "港が再び開いた")]
    [InlineData("iso-2022-jp", 50220, "港が再び開いた")]
    [InlineData("big5", 950, "港口重新開放")]
    [InlineData("gb2312", 54936, "港口重新开放")]
    [InlineData("x-sjis", 932, "港が再び開いた、と当局が発表した")]
    public void Reads_every_charset_that_the_web_still_uses(string charset, int codePage, string text)
    {
        Assert.Equal(text, BodyDecoder.Decode(Encoding.GetEncoding(codePage).GetBytes(text), charset));
        Assert.Equal($"<meta charset={charset}>{text}", BodyDecoder.Decode(Encoding.GetEncoding(codePage).GetBytes($"<meta charset={charset}>{text}"), null));
    }

    [Theory]
    [InlineData("shift_jis", "<meta charset=euc-kr>")]
    [InlineData("windows-1252", "<meta charset=shift_jis>")]
    [InlineData("gb2312", "")]
    [InlineData(null, "<meta charset=big5>")]
    public void Valid_UTF_8_beats_whatever_was_said(string? transport, string meta) =>
        Assert.Equal(meta + Korean, BodyDecoder.Decode(Encoding.UTF8.GetBytes(meta + Korean), transport));

    [Theory]
    [InlineData("euc-kr", "utf-8")]
    [InlineData("euc-kr", "shift_jis")]
    public void The_transport_beats_the_page(string transport, string meta)
    {
        var page = $"<meta charset={meta}>{Korean}";
        Assert.Equal(page, BodyDecoder.Decode(Encoding.GetEncoding(949).GetBytes(page), transport));
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

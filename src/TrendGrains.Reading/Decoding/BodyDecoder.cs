using System.Text;
using System.Text.Unicode;

namespace TrendGrains.Reading.Decoding;

/// <summary>
/// Bytes in, text out: byte order mark, then the transport's charset, then the page's own meta tag, then UTF-8 where it is valid,
/// then EUC-KR where the bytes look Korean, else windows-1252. A charset that the bytes contradict is passed over.
/// </summary>
internal static class BodyDecoder
{
    /// <summary>How far the HTML standard looks for a charset, and a little more for pages that put it late.</summary>
    private const int MetaWindow = 4096;

    /// <summary>A page of UTF-8 may hold so many bytes that are none, however few its letters beyond ASCII are.</summary>
    private const int StrayBytes = 3;

    /// <summary>So many bytes of Shift_JIS or GB 18030 do not happen to be valid UTF-8. ISO-2022-JP has none: there the name alone tells.</summary>
    private const int EnoughHighBytes = 24;

    private const int KoreanCodePage = 949;
    private const int LatinCodePage = 1252;

    static BodyDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> body, string? charset)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(body[3..]);
        }
        if (body.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(body[2..]);
        }
        if (body.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(body[2..]);
        }
        var isUtf8 = Utf8.IsValid(body);
        var named = Named(charset) ?? Named(MetaCharset.In(body[..Math.Min(body.Length, MetaWindow)]));
        // Text that is valid UTF-8 and not plain ASCII is UTF-8, whatever the server's default says.
        if (isUtf8 && (named is null || named.IsSingleByte || named.CodePage == KoreanCodePage || HighBytes(body) >= EnoughHighBytes))
        {
            return Encoding.UTF8.GetString(body);
        }
        // Old Korean boards kept the Latin default of their editors in the head.
        if (named?.CodePage == LatinCodePage && LooksKorean(body))
        {
            named = Encoding.GetEncoding(KoreanCodePage);
        }
        if (named is not null && (named.CodePage != Encoding.UTF8.CodePage || isUtf8 || IsNearlyUtf8(body)))
        {
            return named.GetString(body);
        }
        return Encoding.GetEncoding(LooksKorean(body) ? KoreanCodePage : LatinCodePage).GetString(body);
    }

    private static Encoding? Named(string? charset)
    {
        var name = charset?.Trim(' ', '"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }
        // The Encoding standard's labels that .NET names otherwise, or reads more narrowly than browsers do.
        name = name switch
        {
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "euc-kr" or "euckr" or "ks_c_5601-1987" or "ksc5601" or "ks_c_5601" or "cp949" or "uhc" or "windows-949" or "ms949" => "ks_c_5601-1987",
            "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "cp1252" or "iso8859-1" => "windows-1252",
            "x-sjis" or "sjis" or "shift-jis" or "windows-31j" => "shift_jis",
            "gbk" or "gb2312" or "x-gbk" => "gb18030",
            // A page that can be read as ASCII far enough to name UTF-16 is not in UTF-16.
            "utf-16" or "utf-16le" or "utf-16be" or "unicode" => "utf-8",
            _ => name,
        };
        try
        {
            return Encoding.GetEncoding(name);
        }
        // UTF-7, which .NET refuses to decode.
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static int HighBytes(ReadOnlySpan<byte> body)
    {
        var count = 0;
        foreach (var octet in body)
        {
            count += octet >> 7;
        }
        return count;
    }

    /// <summary>A stray byte or a page cut in the middle of a letter does not make a UTF-8 page something else.</summary>
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> body)
    {
        int letters = 0, broken = 0;
        for (var rest = body; rest.Length > 0;)
        {
            if (rest[0] < 0x80)
            {
                rest = rest[1..];
                continue;
            }
            var good = Rune.DecodeFromUtf8(rest, out _, out var used) == System.Buffers.OperationStatus.Done;
            letters++;
            broken += good ? 0 : 1;
            rest = rest[Math.Max(1, used)..];
        }

        // High bytes of Latin text hardly ever make whole letters of UTF-8 by chance: a few of those outweigh a stray byte.
        return broken * 10 <= letters || (broken <= StrayBytes && letters - broken >= 2 * broken);
    }

    /// <summary>EUC-KR's syllables are pairs of bytes from B0A1 to C8FE; Latin text has single high bytes between ASCII letters.</summary>
    private static bool LooksKorean(ReadOnlySpan<byte> body)
    {
        int syllables = 0, others = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] < 0x80)
            {
                continue;
            }
            if (i + 1 < body.Length && body[i] is >= 0xB0 and <= 0xC8 && body[i + 1] is >= 0xA1 and <= 0xFE)
            {
                syllables++;
                i++;
            }
            else
            {
                others++;
            }
        }
        return syllables > 10 && syllables > others * 2;
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace TrendGrains.Crawling.Feeds;

/// <summary>
/// Bytes into text: a byte order mark decides, then the transport, then the XML declaration, then UTF-8, then windows-1252. A claim that
/// the bytes contradict is passed over and reported. Names mean what the Encoding standard (encoding.spec.whatwg.org) says they mean.
/// </summary>
internal static partial class FeedEncoding
{
    private static readonly UTF8Encoding strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, FeedReading reading)
    {
        if (Marked(bytes) is var (marked, skip))
        {
            return marked.GetString(bytes[skip..]);
        }

        var declared = Declared(bytes);
        var refused = false;
        foreach (var (name, whose) in new[] { (charset, "The server"), (declared, "The XML declaration") })
        {
            if (name is null)
            {
                continue;
            }

            var encoding = Find(name);
            if (encoding is null)
            {
                reading.Problem($"{whose} names the encoding '{Fetch.UrlPolicy.Shown(name)}', which is not known.", whose == "The server" ? 0 : 1);
            }
            else if (TryDecode(encoding, bytes) is not { } text || IsClaimedInVain(encoding, bytes))
            {
                refused = true;
                reading.Problem($"{whose} says '{Fetch.UrlPolicy.Shown(name)}', but the bytes are not.", whose == "The server" ? 0 : 1);
            }
            else
            {
                return text;
            }
        }

        if (TryDecode(strictUtf8, bytes) is { } utf8)
        {
            return utf8;
        }

        if (!refused && declared is null)
        {
            reading.Problem("No encoding is stated and the bytes are not UTF-8; read as windows-1252.");
            return Encoding.GetEncoding(1252).GetString(bytes);
        }

        reading.Problem("No stated encoding fits all bytes; those that do not fit were replaced.");
        var best = (charset is null ? null : Find(charset)) ?? (declared is null ? null : Find(declared)) ?? strictUtf8;
        return Encoding.GetEncoding(best.CodePage).GetString(bytes);
    }

    private static (Encoding Encoding, int Skip)? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? (Encoding.UTF8, 3)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? (Encoding.UTF32, 4)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Encoding.Unicode, 2)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2)
        : bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0]) ? (Encoding.Unicode, 0)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']) ? (Encoding.BigEndianUnicode, 0)
        : null;

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        // Not only at the start: some servers send blank lines or a comment first.
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        var match = Declaration().Match(start);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            var codePage = name.Trim().ToLowerInvariant() switch
            {
                "utf8" or "utf-8" => 65001,
                "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "l1" or "us-ascii" or "ascii" or "cp1252" => 1252,
                "euc-kr" or "euckr" or "ks_c_5601-1987" or "ksc5601" or "ks_c_5601" or "korean" or "uhc" or "cp949" or "ms949" or "windows-949" => 949,
                "gb2312" or "gbk" or "gb18030" or "x-gbk" => 54936,
                "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" => 932,
                "iso-8859-9" or "latin5" => 1254,
                "tis-620" or "iso-8859-11" => 874,
                // Bytes that could be read this far as ASCII are not 16 bits wide.
                "utf-16" or "utf-16le" or "utf-16be" or "unicode" or "ucs-2" or "utf-32" => 65001,
                _ => 0,
            };
            return codePage != 0
                ? Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                : Encoding.GetEncoding(name.Trim(), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Any bytes are windows-1252, so it is claimed in vain where they are well-formed UTF-8 beyond ASCII.</summary>
    private static bool IsClaimedInVain(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        encoding.CodePage == 1252 && bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) && TryDecode(strictUtf8, bytes) is not null;

    [GeneratedRegex("""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9._:-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}

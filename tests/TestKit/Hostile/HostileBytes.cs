using System.IO.Compression;
using System.Text;
using static TrendGrains.TestKit.Hostile.HostileRow;

namespace TrendGrains.TestKit.Hostile;

/// <summary>Bytes that are not what they are called: encodings, sizes, files of other kinds.</summary>
internal static class HostileBytes
{
    private static readonly byte[] page = Encoding.UTF8.GetBytes(Article(""));

    public static readonly HostileRow[] Rows =
    [
        new("nothing", "no byte", () => [], "empty"),
        new("a text node of 100 MB", "over the bound of 10 MB", () => Filled(100_000_000, (byte)'x'), "too-large"),
        new("an attribute of 100 MB", "over the bound of 10 MB", () => [.. "<p title='"u8, .. Filled(100_000_000, (byte)'x')], "too-large"),
        new("a JSON-LD of 100 MB", "over the bound of 10 MB", () => [.. "<script type=application/ld+json>"u8, .. Filled(100_000_000, (byte)'[')], "too-large"),
        new("9 MB of zeros", "called HTML", () => new byte[9_000_000], "not-text"),
        new("random bytes", "called HTML", () => Random(2_000_000), "not-text"),
        new("a PNG", "called HTML", () => [0x89, .. "PNG\r\n\x1a\n"u8, .. Random(5_000)], "not-text"),
        new("a ZIP", "called HTML", () => [.. "PK\x03\x04"u8, .. Random(5_000)], "not-text"),
        new("a gzip bomb that stayed packed", "64 MiB of zeros in 64 KiB, called HTML", () => Packed(new byte[64 << 20]), "not-text"),
        new("a PDF cut off", "called HTML: known by its signature", () => [.. "%PDF-1.7\n"u8, .. Random(5_000)], Answer),
        new("a binary tail", "an honest page with 1 MB of random bytes behind", () => [.. page, .. Random(1_000_000)]),
        new("invalid UTF-8 throughout", "every second byte is 0xFF", () => [.. page.SelectMany(b => new[] { b, (byte)0xFF }).Take(200_000)], Answer),
        new("UTF-8 cut in a letter", "the last byte is a lead byte", () => [.. page, 0xEA, 0xB0]),
        new("overlong UTF-8", "`<` as C0 BC", () => [.. page, .. Filled(1_000, 0xC0, 0xBC)]),
        new("surrogates in UTF-8", "CESU-8 pairs and halves", () => [.. page, .. Filled(3_000, 0xED, 0xA0, 0x80)]),
        new("UTF-8 with a mark", "a byte order mark first", () => [0xEF, 0xBB, 0xBF, .. page]),
        new("a mark in the middle", "U+FEFF before every tag", () => Encoding.UTF8.GetBytes(Article("").Replace("<", "\uFEFF<", StringComparison.Ordinal))),
        new("UTF-16 with a mark", "little endian", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Article(""))]),
        new("UTF-16 big endian with a mark", "big endian", () => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Article(""))]),
        new("UTF-16 without a mark", "its zeros tell", () => Encoding.Unicode.GetBytes(Article("")), Answer),
        new("UTF-16 of half a pair", "an odd number of bytes, lone surrogates", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Article("")), .. Filled(20, 0x00, 0xD8), 0x41]),
        new("UTF-32 with a mark", "which browsers read as UTF-16", () => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Article(""))], Answer),
        new("UTF-7", "`+ADw-script+AD4-`, by its meta tag", () => [.. "<meta charset=utf-7>"u8, .. page, .. "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"u8]),
        new HostileRow("called UTF-16, is UTF-8", "by the transport", () => page) with { Charset = "utf-16" },
        new HostileRow("called ISO-2022-KR", "an escape sequence that never ends", () => [.. page, 0x0E, .. Filled(1_000, 0x41)], Answer) with { Charset = "iso-2022-kr" },
        new HostileRow("called by a name of 1 MB", "an encoding nobody has", () => page) with { Charset = new string('x', 1_000_000) },
        new("a meta charset that is none", "quotes and tags inside", () => [.. "<meta charset='\"><script>'>"u8, .. page], Answer),
        new HostileRow("EUC-KR called UTF-8", "Korean bytes under a wrong name", () => EucKr(), Answer) with { Charset = "utf-8" },
        new("half EUC-KR, half UTF-8", "two files joined", () => [.. page, .. EucKr()]),
        new("a page of control characters", "one word in ten", () => Encoding.UTF8.GetBytes(Article("<p>" + Repeat("a few \u0001 words \u001B[0m in a row \u0085 ", 20_000) + "</p>"))),
        new HostileRow("called a picture", "image/png", () => page, "media-type") with { MediaType = "image/png" },
        new HostileRow("called by 1 MB of media type", "a type nobody has", () => page, "media-type") with { MediaType = new string('x', 1_000_000) },
    ];

    private static byte[] Filled(int length, params ReadOnlySpan<byte> with)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = with[i % with.Length];
        }

        return bytes;
    }

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(5).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] EucKr()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(949).GetBytes("<html><body><p>" + Repeat("시의회는 어제 본회의에서 내년도 예산안을 의결하였다. ", 30) + "</p></body></html>");
    }
}

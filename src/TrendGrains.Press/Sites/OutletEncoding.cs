using System.Text;

namespace TrendGrains.Press.Sites;

/// <summary>
/// An outlet's character set. What EUC-KR (as browsers read it: code page 949, WHATWG Encoding 4.2) cannot write becomes a character reference,
/// which HTML and XML both understand.
/// </summary>
internal sealed class OutletEncoding
{
    private readonly Encoding encoding;

    public OutletEncoding(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        encoding = charset is "utf-8" ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            : charset is "euc-kr" ? Encoding.GetEncoding(949, new CharacterReferences(), DecoderFallback.ReplacementFallback)
            : Encoding.GetEncoding(charset, new CharacterReferences(), DecoderFallback.ReplacementFallback);
    }

    public byte[] Bytes(string text) => encoding.GetBytes(text);

    private sealed class CharacterReferences : EncoderFallback
    {
        public override int MaxCharCount => "&#1114111;".Length;

        public override EncoderFallbackBuffer CreateFallbackBuffer() => new Reference();
    }

    private sealed class Reference : EncoderFallbackBuffer
    {
        private string text = "";
        private int next;

        public override int Remaining => text.Length - next;

        public override bool Fallback(char charUnknown, int index) => Begin(charUnknown);

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Begin(char.ConvertToUtf32(charUnknownHigh, charUnknownLow));

        public override char GetNextChar() => next < text.Length ? text[next++] : '\0';

        public override bool MovePrevious() => next > 0 && --next >= 0;

        public override void Reset() => (text, next) = ("", 0);

        private bool Begin(int codePoint)
        {
            (text, next) = ($"&#{codePoint};", 0);
            return true;
        }
    }
}

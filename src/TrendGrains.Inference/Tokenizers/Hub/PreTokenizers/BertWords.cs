using System.Text;
using TrendGrains.Inference.Tokenizers.Hub.Characters;

namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>Cuts at white space, which goes, and around each mark of punctuation, which stays.</summary>
internal sealed class BertWords : PieceCutter
{
    protected override void Cut(Workspace work, int start, int end)
    {
        var units = work.Text.Units;
        var word = start;
        for (int i = start, width; i < end; i += width)
        {
            var c = units[i];
            width = 1;
            if (char.IsAsciiLetterOrDigit(c) || c is >= '\uAC00' and <= '\uD7A3')
            {
                continue;
            }
            Rune.DecodeFromUtf16(units[i..end], out var rune, out width);
            var isSpace = CharacterClasses.IsWhitespace(rune.Value);
            if (isSpace || CharacterClasses.IsPunctuation(rune.Value))
            {
                work.Keep(word, i);
                if (!isSpace)
                {
                    work.Keep(i, i + width);
                }
                word = i + width;
            }
        }
        work.Keep(word, end);
    }
}

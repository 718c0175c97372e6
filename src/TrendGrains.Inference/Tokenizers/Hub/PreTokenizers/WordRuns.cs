using System.Text;
using TrendGrains.Inference.Tokenizers.Hub.Characters;

namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>Keeps runs of word characters and runs of what is neither that nor white space: <c>\w+|[^\w\s]+</c>.</summary>
internal sealed class WordRuns : PieceCutter
{
    protected override void Cut(Workspace work, int start, int end)
    {
        var units = work.Text.Units;
        var run = start;
        var kind = 0;
        for (int i = start, width; i < end; i += width)
        {
            Rune.DecodeFromUtf16(units[i..end], out var rune, out width);
            var found = CharacterClasses.IsWord(rune.Value) ? 1 : CharacterClasses.IsWhitespace(rune.Value) ? 0 : 2;
            if (found != kind)
            {
                if (kind != 0)
                {
                    work.Keep(run, i);
                }
                (run, kind) = (i, found);
            }
        }
        if (kind != 0)
        {
            work.Keep(run, end);
        }
    }
}

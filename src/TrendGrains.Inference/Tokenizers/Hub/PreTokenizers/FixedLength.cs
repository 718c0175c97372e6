namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>Cuts after every so many characters.</summary>
internal sealed class FixedLength(int characters) : PieceCutter
{
    protected override void Cut(Workspace work, int start, int end)
    {
        var from = start;
        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsLowSurrogate(work.Text[i]))
            {
                continue;
            }
            if (count++ == characters)
            {
                work.Keep(from, i);
                (from, count) = (i, 1);
            }
        }
        work.Keep(from, end);
    }
}

using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>
/// Writes a text anew, character by character, as the reference counts it: a replacement comes from the next character of the source, an
/// insertion from the one before, and characters may be passed over.
/// </summary>
internal ref struct Rewriter
{
    private readonly TracedText source;
    private readonly TracedText target;
    private int next;

    // Units by which the reference's count of the source lags behind.
    private int lag;

    public Rewriter(TracedText source, TracedText target)
    {
        (this.source, this.target) = (source, target);
        target.Begin(source.IsTraced);
    }

    /// <summary>Copies units of the source up to <paramref name="end"/>.</summary>
    public void KeepTo(int end)
    {
        if (lag == 0 && end > next)
        {
            target.Append(source, next, end);
            next = end;
        }
        for (; next < end; next++)
        {
            target.Append(source[next], OriginAt(next));
        }
    }

    /// <summary>Writes what stands for the next character of the source.</summary>
    public void Replace(int codePoint)
    {
        var origin = OriginAt(next);
        next += WidthAt(next);
        Write(codePoint, origin);
    }

    /// <summary>Writes what the source does not have.</summary>
    public void Insert(int codePoint) => Write(codePoint, OriginAt(next - 1));

    public void Insert(scoped ReadOnlySpan<char> units)
    {
        var origin = OriginAt(next - 1);
        foreach (var unit in units)
        {
            target.Append(unit, origin);
        }
    }

    public void Skip(int characters)
    {
        for (; characters > 0 && next < source.Length; characters--)
        {
            next += WidthAt(next);
        }
    }

    public void SkipTo(int end) => next = Math.Max(next, end);

    /// <summary>Writes new text for <paramref name="characters"/> characters of the source, as far as both go one for one.</summary>
    public void Replace(scoped ReadOnlySpan<char> units, int characters)
    {
        var left = characters;
        foreach (var rune in units.EnumerateRunes())
        {
            if (left > 0)
            {
                Replace(rune.Value);
                left--;
            }
            else
            {
                Insert(rune.Value);
            }
        }
        Skip(left);
    }

    /// <summary>Leaves out what the reference forgets to count: what follows is said to come from so many units before its place.</summary>
    public void Forget(int units)
    {
        next += units;
        lag += units;
    }

    private readonly TextSpan OriginAt(int index) =>
        source.IsTraced && index >= lag && index < source.Length ? source.Origin(index - lag) : default;

    private readonly int WidthAt(int index) => index < source.Length && char.IsHighSurrogate(source[index]) && index + 1 < source.Length ? 2 : 1;

    private readonly void Write(int codePoint, TextSpan origin)
    {
        if (codePoint < 0x10000)
        {
            target.Append((char)codePoint, origin);
            return;
        }
        Span<char> pair = stackalloc char[2];
        new Rune(codePoint).EncodeToUtf16(pair);
        target.Append(pair[0], origin);
        target.Append(pair[1], origin);
    }
}

namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>Where something stands in the text as it was given, in UTF-16 units; the end is behind it.</summary>
public readonly record struct TextSpan(int Start, int End);

/// <summary>A text under work, in UTF-16 units; when traced, each unit knows the character of the given text that it came from.</summary>
internal sealed class TracedText
{
    private char[] units = new char[256];
    private TextSpan[] origins = [];

    public int Length { get; private set; }

    public bool IsTraced { get; private set; }

    public ReadOnlySpan<char> Units => units.AsSpan(0, Length);

    public ReadOnlySpan<char> this[int start, int end] => units.AsSpan(start, end - start);

    public char this[int index] => units[index];

    public TextSpan Origin(int index) => origins[index];

    /// <summary>Empties it.</summary>
    public void Begin(bool traced)
    {
        Length = 0;
        IsTraced = traced;
        if (traced && origins.Length < units.Length)
        {
            origins = new TextSpan[units.Length];
        }
    }

    /// <summary>Adds a part of the given text as it stands.</summary>
    public void AppendOriginal(ReadOnlySpan<char> given, int start, int end)
    {
        Reserve(end - start);
        given[start..end].CopyTo(units.AsSpan(Length));
        if (IsTraced)
        {
            for (var i = start; i < end; i++)
            {
                var whole = char.IsHighSurrogate(given[i]) && i + 1 < given.Length ? new TextSpan(i, i + 2)
                    : char.IsLowSurrogate(given[i]) && i > 0 ? new TextSpan(i - 1, i + 1)
                    : new TextSpan(i, i + 1);
                origins[Length + i - start] = whole;
            }
        }
        Length += end - start;
    }

    public void Append(TracedText source, int start, int end)
    {
        Reserve(end - start);
        Array.Copy(source.units, start, units, Length, end - start);
        if (IsTraced)
        {
            Array.Copy(source.origins, start, origins, Length, end - start);
        }
        Length += end - start;
    }

    public void Append(char unit, TextSpan origin)
    {
        if (Length == units.Length)
        {
            Reserve(1);
        }
        if (IsTraced)
        {
            origins[Length] = origin;
        }
        units[Length++] = unit;
    }

    /// <summary>Replaces a unit by another that came from the same place.</summary>
    public void Set(int index, char unit) => units[index] = unit;

    /// <summary>Both texts change places: a rewritten text lies where the old one lay, and the old one's memory is free for the next step.</summary>
    public void Exchange(TracedText other)
    {
        (units, other.units) = (other.units, units);
        (origins, other.origins) = (other.origins, origins);
        (Length, other.Length) = (other.Length, Length);
        (IsTraced, other.IsTraced) = (other.IsTraced, IsTraced);
    }

    /// <summary>Lets go of memory that one long text took.</summary>
    public void Shrink(int most)
    {
        if (units.Length > most)
        {
            units = new char[256];
            origins = [];
            Length = 0;
        }
    }

    private void Reserve(int more)
    {
        if (Length + more > units.Length)
        {
            Array.Resize(ref units, Math.Max(units.Length * 2, Length + more));
        }
        if (IsTraced && origins.Length < units.Length)
        {
            Array.Resize(ref origins, units.Length);
        }
    }
}

namespace TrendGrains.Reading;

/// <summary>Cuts between characters: half of a surrogate pair is refused by Unicode's normal forms and by storage.</summary>
internal static class TextCut
{
    /// <summary>At most so many UTF-16 units from the start.</summary>
    public static string First(string text, int most) => text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The text with U+FFFD for each half pair that somebody else left in it.</summary>
    public static string Paired(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : string.Concat(text.EnumerateRunes());
}

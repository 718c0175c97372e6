namespace TrendGrains.Reading.Pdf;

/// <summary>
/// How large letters are, from how wide they are: the boxes' heights follow what a font claims of itself (a Korean one often claims more
/// than two lines), their widths follow what is printed.
/// </summary>
internal static class TypeSize
{
    public static float Of(List<PdfWord> words)
    {
        float width = 0, units = 0;
        foreach (var word in words)
        {
            width += word.Width;
            foreach (var letter in word.Text)
            {
                units += Units(letter);
            }
        }

        return units > 0 ? width / units : 0;
    }

    /// <summary>Usual advance in em.</summary>
    private static float Units(char letter) => letter switch
    {
        >= '\u1100' and <= '\u11FF' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60' => 0.95f,
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ':' or ';' or '\'' or '!' or '|' or '(' or ')' or '[' or ']' or '-' => 0.33f,
        'm' or 'w' or 'M' or 'W' or '—' => 0.85f,
        >= 'A' and <= 'Z' => 0.68f,
        >= '0' and <= '9' => 0.55f,
        _ => 0.52f,
    };
}

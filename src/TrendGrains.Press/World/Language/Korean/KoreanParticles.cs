using System.Text;

namespace TrendGrains.Press.World.Language.Korean;

/// <summary>Chooses the form of a particle by the sound before it: <c>해원~은</c> gives 해원은, <c>누리~은</c> gives 누리는.</summary>
internal static class KoreanParticles
{
    private const char Marker = '~';
    private const int Rieul = 8;

    /// <summary>After a consonant, after a vowel; the longer spelling stands before the shorter that begins it.</summary>
    private static readonly (string Closed, string Open)[] forms =
    [
        ("이었", "였"), ("이라", "라"), ("이나", "나"), ("이며", "며"), ("이고", "고"), ("이자", "자"), ("이다", "다"), ("이든", "든"), ("이란", "란"),
        ("으로", "로"), ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("아", "야"),
    ];

    public static string Resolve(string text)
    {
        if (!text.Contains(Marker, StringComparison.Ordinal))
        {
            return text;
        }
        var resolved = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Marker && Form(text.AsSpan(i + 1)) is { } form)
            {
                var final = Final(resolved);
                var open = final == 0 || (final == Rieul && form.Closed == "으로");
                resolved.Append(open ? form.Open : form.Closed);
                i += form.Closed.Length;
                continue;
            }
            resolved.Append(text[i]);
        }
        return resolved.ToString();
    }

    private static (string Closed, string Open)? Form(ReadOnlySpan<char> rest)
    {
        foreach (var form in forms)
        {
            if (rest.StartsWith(form.Closed, StringComparison.Ordinal))
            {
                return form;
            }
        }
        return null;
    }

    /// <summary>Number of the final consonant of the last sounded character, 0 for none; closing quotes and brackets are silent.</summary>
    private static int Final(StringBuilder text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var c = text[i];
            if (c is >= '가' and <= '힣')
            {
                return (c - '가') % 28;
            }
            if (char.IsAsciiDigit(c))
            {
                // 영 일 이 삼 사 오 육 칠 팔 구
                return c switch { '1' or '7' or '8' => Rieul, '0' or '3' or '6' => 21, _ => 0 };
            }
            if (char.IsAsciiLetter(c))
            {
                return char.ToLowerInvariant(c) switch { 'l' or 'r' => Rieul, 'm' or 'n' => 16, _ => 0 };
            }
            if (c == '%')
            {
                return 0;
            }
        }
        return 0;
    }
}

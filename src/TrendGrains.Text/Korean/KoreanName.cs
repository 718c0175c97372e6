using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Korean;

/// <summary>
/// Korean has no capitals. A noun that text in general does not know is taken for a name; what ends as verbs and adjectives do is no noun.
/// </summary>
internal static class KoreanName
{
    /// <summary>Last syllables of conjugated forms. A few names end so too and are missed.</summary>
    private const string VerbEnds = "다고지며면던러려게서워춰쳐져켜려해돼어아여와봐줘까요죠네기음함됨임된한할될인운른린긴친힌진난든온간단던록듯채라자니나야데으질릴킬칠";

    public static bool EndsAsVerb(ReadOnlySpan<char> word) => VerbEnds.Contains(word[^1]);

    public static TermKind Kind(ReadOnlySpan<char> stem, ReadOnlySpan<char> surface)
    {
        if (stem.Length < 2 || BackgroundFrequencies.Share(TermKey.Of(stem)) > 0)
        {
            return TermKind.Word;
        }

        // The ㅆ of the past tense stands in no noun; 참으면 and 닫으라는 leave a stem in 으, 살았지만 and 면서도 end like a noun and its particle.
        foreach (var syllable in surface)
        {
            if (Hangul.Final(syllable) == 20)
            {
                return TermKind.Word;
            }
        }

        if (stem[^1] == '으'
            || surface.EndsWith("지만") || surface.EndsWith("으나")
            || ((surface.EndsWith("서도") || surface.EndsWith("서는")) && !surface.EndsWith("에서도") && !surface.EndsWith("에서는")))
        {
            return TermKind.Word;
        }

        // 비가, 날이, 물에: a noun of one syllable whose particle could not be cut.
        if (surface.Length == 2 && stem.Length == 2 && surface[1] is ('이' or '가' or '에' or '로' or '의'))
        {
            return TermKind.Word;
        }

        // A particle that only nouns carry settles it: 다람에서, 코솜강의.
        var tail = surface.Length > stem.Length ? surface[stem.Length..] : default;
        if (tail is "에서" or "의" or "을" or "를" or "에서는" or "으로" or "에게" or "에" or "이" or "가" or "과" or "도")
        {
            return TermKind.Name;
        }

        return VerbEnds.Contains(surface[^1]) ? TermKind.Word : TermKind.Name;
    }
}

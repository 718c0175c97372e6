using System.Collections.Frozen;

namespace TrendGrains.Text.Korean;

/// <summary>
/// Stems of verbs and adjectives that are no noun and 하다: the endings that hardly a noun ends in are cut off, and contractions opened, so that
/// 늘었지만, 늘었다 and 늘어 give 늘.
/// </summary>
internal static class KoreanPredicate
{
    private const int LongestEnding = 4;

    /// <summary>After the ㅆ of the past or of 겠, whatever the stem.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> afterPast = Words(
        "다 다고 다며 다는 던 고 으며 지만 는데 습니다 음 나 을까 어 어요 으나 다가 지 네 을 는지 던데 거나 기에 기 으니 으면 냐 죠");

    /// <summary>After a bare stem.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> endings = Words(
        "는다 는다고 는다며 는다는 겠다 겠다고 겠다는 겠다며 지만 면서 면서도 으면 으면서 으며 는데 은데 도록 려고 으려 으려고 거나 자고 라고 습니다 았던 었던 으니 더니 다면 다면서 지도 는지 을까 고는 고도 면 며 고 지 기로 기에 자마자 는 은 을 던");

    /// <summary>Syllables of the stem in place, 0 where the word is no form of a verb or adjective that can be told.</summary>
    public static int Length(Span<char> word)
    {
        for (var at = word.Length - 1; at >= 0 && at >= word.Length - LongestEnding; at--)
        {
            if (Hangul.Final(word[at]) == 20 && at + 1 < word.Length && (word[at] is '겠' ? at > 0 : true) && afterPast.Contains(word[(at + 1)..]))
            {
                return word[at] == '겠' ? at : Past(word, at);
            }
        }

        for (var length = Math.Min(LongestEnding, word.Length - 1); length > 0; length--)
        {
            // A single syllable after a single one: 빼고 and 꺾고, but 비는 is rain as often as it is praying.
            var least = length > 1 || word[^1] is '고' ? 1 : 2;
            if (word.Length - length >= least && endings.Contains(word[^length..]) && (length > 1 || CanEndInOne(word)))
            {
                return word.Length - length;
            }
        }

        return 0;
    }

    /// <summary>Of the endings of one syllable only those after what ends no noun.</summary>
    private static bool CanEndInOne(ReadOnlySpan<char> word) => word[^1] switch
    {
        '고' or '지' => Hangul.Final(word[^2]) is 2 or 5 or 6 or 7 or 9 or 10 or 11 or 12 or 13 or 14 or 15 or 18 or 20 or 23 or 24 or 25 or 26 or 27 || (word.Length > 2 && word[^2] is '리' or '기' or '치' or '지' or '추' or '히' or '나' or '오' or '가')
            || (word[^1] == '고' && word.Length == 2 && word[0] is '빼' or '쓰' or '크' or '뜨' or '짜' or '깨' or '켜' or '펴'),
        '는' or '은' or '을' => Hangul.Final(word[^2]) is 2 or 5 or 6 or 9 or 10 or 11 or 12 or 13 or 14 or 15 or 18 or 20 or 25 or 27,
        _ => false,
    };

    /// <summary>The past syllable opened: 늘었 → 늘, 감았 → 감, 돌렸 → 돌리, 갔 → 가, 봤 → 보, 했 → 하.</summary>
    private static int Past(Span<char> word, int at)
    {
        ref var past = ref word[at];
        if (at > 0 && past is '었' or '았' or '였')
        {
            return at;
        }

        past = Hangul.WithFinal(past, 0);
        past = Hangul.Vowel(past) switch
        {
            6 when past is not '여' => Hangul.WithVowel(past, 20),
            9 => Hangul.WithVowel(past, 8),
            14 => Hangul.WithVowel(past, 13),
            _ => past == '해' ? '하' : past,
        };
        return at + 1;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        FrozenSet.ToFrozenSet(words.Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();
}

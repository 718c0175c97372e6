using System.Collections.Frozen;

namespace TrendGrains.Text.Korean;

/// <summary>What may stand before a suffix.</summary>
internal enum Before : byte
{
    Any,
    Consonant,
    Vowel,

    /// <summary>A vowel or ㄹ: what 로 follows.</summary>
    VowelOrRieul,
}

/// <param name="Least">Syllables that must be left.</param>
internal readonly record struct Suffix(Before Before, int Least);

/// <summary>
/// The particles (josa) and verbal endings that are cut off, from the closed classes that school grammar lists. A suffix of one syllable that
/// also ends many nouns must leave two syllables; one that hardly does may leave one.
/// </summary>
internal static class KoreanSuffixes
{
    public const int Longest = 5;

    public static FrozenDictionary<string, Suffix>.AlternateLookup<ReadOnlySpan<char>> Particles { get; } = Table(
        (Before.Consonant, 1, "은 을 이라는 이라고 이라며 이라면 이라도 이란 이나 이며 이고 이든 이었다 이었던 이었고 으로 으로는 으로도 으로서 으로써 으로부터 으로만 과는 과도 과의 이야"),
        (Before.Consonant, 2, "이 과 이다"),
        (Before.Vowel, 1, "는 를 라는 라고 라며 라면 라도 란 였다 였던 였고 와는 와도 와의"),
        (Before.Vowel, 2, "가 와 나 며 고 든 다"),
        (Before.VowelOrRieul, 2, "로"),
        (Before.VowelOrRieul, 1, "로는 로도 로서 로써 로부터 로만"),
        (Before.Any, 1, "에서 에서는 에서도 에서의 에서만 에게 에게는 에게서 에게도 에는 에도 에만 에선 에서부터 부터 부터는 까지 까지는 까지도 까지의 께서 께서는 께 한테 한테서 보다 보다는 처럼 만큼 마다 "
            + "조차 마저 밖에 뿐 뿐만 뿐이 대로 입니다 입니까 인데 이지만 이라서 만의 만은 만이 만을 만에 들의 들은 들이 들을 들에 들에게 들도 들과 들로"),
        (Before.Any, 2, "의 에 도 만 들 씩 째 쯤 끼리 간"));

    /// <summary>Short forms of particles that end too many nouns to be cut off what is not known to be one: 춘천서, 국회엔.</summary>
    public static FrozenDictionary<string, Suffix>.AlternateLookup<ReadOnlySpan<char>> AfterNouns { get; } = Table(
        (Before.Any, 2, "서 서는 서도 서의 엔"),
        (Before.Any, 1, "에 에서 의 도 만 들 까지 부터 보다"),
        (Before.Consonant, 1, "이 과 이다 이고 이며 이나 을 은 으로"),
        (Before.Vowel, 1, "가 와 나 를 는"),
        (Before.VowelOrRieul, 1, "로"));

    /// <summary>Endings that follow a noun through 하다, 되다, 시키다, 받다 and leave it bare: 발표했다, 체포된.</summary>
    public static FrozenDictionary<string, Suffix>.AlternateLookup<ReadOnlySpan<char>> Endings { get; } = Table(
        (Before.Any, 1, "했다 했다고 했다며 했다는 했던 했고 했으며 했지만 했는데 했습니다 했음 했나 하였다 한다 한다고 한다며 한다는 하는 하고 하며 하면 하면서 하면서도 하기 하기로 하기도 하자 하지 하겠다 하려 하려는 하라 하라고 "
            + "하도록 합니다 해서 해야 해도 됐다 됐다고 됐다며 됐다는 됐던 됐고 됐으며 됐지만 됐습니다 됐음 되었다 된다 된다고 된다는 되는 되고 되며 되면 되면서 되기 되자 되지 되도록 됩니다 되어 돼서 돼야 시켰다 시킨 시키는 시켜 "
            + "시키고 당했다 당한 당해 받은 받는 받고 받아 받을 받았다 받지 스럽다 스러운 롭다 로운"),
        (Before.Any, 2, "해 한 할 함 돼 된 될 됨 적 적인 적으로 하다 되다"));

    private static FrozenDictionary<string, Suffix>.AlternateLookup<ReadOnlySpan<char>> Table(params (Before Before, int Least, string Suffixes)[] rows)
    {
        var table = new Dictionary<string, Suffix>();
        foreach (var (before, least, suffixes) in rows)
        {
            foreach (var suffix in suffixes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                table[suffix] = new Suffix(before, least);
            }
        }

        return table.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

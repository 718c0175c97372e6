using System.Collections.Frozen;
using System.Globalization;
using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Korean;

/// <summary>
/// Nouns that models/train/korean_nouns.py learned from the particles they take in open text (KLUE YNAT train, KorSTS, KorNLI dev, SIB-200: CC BY-SA 4.0;
/// NSMC: CC0), and about how common each is.
/// </summary>
internal static class KoreanNouns
{
    private static readonly FrozenDictionary<uint, byte> levels = Read();

    /// <summary>Base-2 logarithm of how often the noun was met, at least 1; 0 for what is not known to be a noun.</summary>
    public static int Level(ReadOnlySpan<char> word) => levels.GetValueOrDefault(TermKey.Of(word));

    private static FrozenDictionary<uint, byte> Read()
    {
        var found = new Dictionary<uint, byte>();
        using var lines = new StreamReader(typeof(KoreanNouns).Assembly.GetManifestResourceStream("TrendGrains.Text.Korean.nouns.txt")!);
        while (lines.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ');
            found[TermKey.Of(line.AsSpan(0, space))] = byte.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture);
        }

        return found.ToFrozenDictionary();
    }
}

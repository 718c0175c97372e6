using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Grammar;

/// <summary>Words that mean the same. Each house has its habit among them, so that two houses tell one story in different words.</summary>
internal sealed class Synonyms
{
    private static readonly Synonyms korean = new(Tongue.Korean);
    private static readonly Synonyms english = new(Tongue.English);

    /// <summary>Particles that change with the sound before them, and the form by which a template marks them.</summary>
    private static readonly (char Written, string Marked)[] particles =
        [('은', "~은"), ('는', "~은"), ('이', "~이"), ('가', "~이"), ('을', "~을"), ('를', "~을"), ('과', "~과"), ('와', "~과")];

    private readonly string[][] sets;
    private readonly bool inflects;

    private Synonyms(Tongue tongue)
    {
        sets = [.. WordFiles.Lines($"Lexicon.synonyms-{(tongue == Tongue.Korean ? "korean" : "english")}").Select(l => l.Split('|'))];
        inflects = tongue == Tongue.Korean;
    }

    public static Synonyms Of(Tongue tongue) => tongue == Tongue.Korean ? korean : english;

    /// <summary>Cuts a literal where a word of a set stands; what is left between stays as it is.</summary>
    /// <param name="opens">Whether the literal begins where a word may begin.</param>
    public IEnumerable<TemplatePart> Spread(string literal, bool opens)
    {
        var from = 0;
        for (var at = 0; at < literal.Length; at++)
        {
            if ((at == 0 ? opens : !char.IsLetterOrDigit(literal[at - 1])) && Find(literal, at) is { } found)
            {
                if (at > from)
                {
                    yield return new LiteralPart(literal[from..at]);
                }
                yield return new SynonymPart(found.Set, sets[found.Set]);
                at += sets[found.Set][0].Length;
                if (found.Particle is not null)
                {
                    yield return new LiteralPart(found.Particle);
                    at++;
                }
                from = at;
                at--;
            }
        }
        if (from < literal.Length)
        {
            yield return new LiteralPart(literal[from..]);
        }
    }

    private (int Set, string? Particle)? Find(string literal, int at)
    {
        for (var set = 0; set < sets.Length; set++)
        {
            if (literal.AsSpan(at).StartsWith(sets[set][0], StringComparison.Ordinal) && Ends(literal, at + sets[set][0].Length, out var particle))
            {
                return (set, particle);
            }
        }
        return null;
    }

    private bool Ends(string literal, int at, out string? particle)
    {
        particle = null;
        if (at == literal.Length || !char.IsLetterOrDigit(literal[at]))
        {
            return true;
        }
        if (!inflects || (at + 1 < literal.Length && char.IsLetterOrDigit(literal[at + 1])))
        {
            return false;
        }
        foreach (var (written, marked) in particles)
        {
            if (literal[at] == written)
            {
                particle = marked;
                return true;
            }
        }
        return false;
    }
}

using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Grammar;

/// <summary>
/// Named sets of phrases that every story may use: who said it, what residents, officials and commentators always say. The files
/// hold a set's name on a line of its own that begins with '#', then one phrase a line, and plain words as <c>= name | word</c>.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lexicon korean = Read(Tongue.Korean);
    private static readonly Lexicon english = Read(Tongue.English);

    private readonly Dictionary<string, Template[]> sets;
    private readonly Dictionary<string, string> words;

    private Lexicon(Dictionary<string, Template[]> sets, Dictionary<string, string> words) => (this.sets, this.words) = (sets, words);

    public static Lexicon Of(Tongue tongue) => tongue == Tongue.Korean ? korean : english;

    public Template[] Set(string name) =>
        sets.TryGetValue(name, out var phrases) ? phrases : throw new KeyNotFoundException($"The lexicon has no set '{name}'.");

    /// <summary>The one phrase of a set that is a plain word, e.g. a topic's name.</summary>
    public string Word(string name) => words.TryGetValue(name, out var word) ? word : throw new KeyNotFoundException($"The lexicon has no word '{name}'.");

    private static Lexicon Read(Tongue tongue)
    {
        Dictionary<string, List<Template>> sets = [];
        Dictionary<string, string> words = [];
        List<Template>? phrases = null;
        foreach (var line in WordFiles.Lines($"Lexicon.{(tongue == Tongue.Korean ? "korean" : "english")}"))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                var pair = line[2..].Split('|');
                words[pair[0].Trim()] = pair[1].Trim();
            }
            else if (line.StartsWith('#'))
            {
                sets[line[1..].Trim()] = phrases = [];
            }
            else
            {
                (phrases ?? throw new FormatException($"Lexicon, before the first set: {line}")).Add(TemplateParser.Parse(line, Synonyms.Of(tongue)));
            }
        }
        return new Lexicon(sets.ToDictionary(s => s.Key, s => s.Value.ToArray()), words);
    }
}

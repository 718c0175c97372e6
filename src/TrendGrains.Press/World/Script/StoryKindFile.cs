using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Script;

/// <summary>
/// Reads the kinds of a word file. <c>kind NAME</c> begins one, <c>phase</c> the next phase of it; <c>slot NAME SORT …</c> names what it
/// needs, sorts as in <see cref="SlotPlan"/>; a line that begins with ko or en, a letter and a space is one way to say something, in
/// the notation of <see cref="Template"/>: Title, Lead, Fact, Quote, Background, Opinion title, Argument, Post title, Clip title. Lines
/// before the first phase may be used at any time. In Korean a particle after a slot or choice is written ~은, ~이, ~을, ~과, ~으로;
/// in English a(n) chooses its form.
/// </summary>
internal static class StoryKindFile
{
    private static readonly Dictionary<char, LineRole> roles = new()
    {
        ['T'] = LineRole.Title,
        ['L'] = LineRole.Lead,
        ['F'] = LineRole.Fact,
        ['Q'] = LineRole.Quote,
        ['B'] = LineRole.Background,
        ['O'] = LineRole.OpinionTitle,
        ['A'] = LineRole.Argument,
        ['P'] = LineRole.PostTitle,
        ['C'] = LineRole.ClipTitle,
    };

    public static StoryKind[] Read(IEnumerable<string> lines)
    {
        List<StoryKind> kinds = [];
        List<string> own = [];
        foreach (var line in lines)
        {
            if (line.StartsWith("kind ", StringComparison.Ordinal) && own.Count > 0)
            {
                kinds.Add(Kind(own));
                own.Clear();
            }
            own.Add(line);
        }
        kinds.Add(Kind(own));
        return [.. kinds];
    }

    private static StoryKind Kind(List<string> lines)
    {
        Dictionary<string, string> heads = [];
        List<SlotPlan> slots = [];
        Dictionary<(Tongue, int, LineRole), List<Template>> said = [];
        var phase = StoryKind.Always;
        foreach (var line in lines)
        {
            var (word, rest) = Cut(line);
            switch (word)
            {
                case "phase":
                    phase++;
                    break;
                case "slot":
                    var (name, plan) = Cut(rest);
                    var (sort, wanted) = Cut(plan);
                    slots.Add(new SlotPlan(name, sort, wanted));
                    break;
                case "ko" or "en":
                    var key = (Tongues.Of(word), phase, roles[rest[0]]);
                    said.TryAdd(key, []);
                    said[key].Add(TemplateParser.Parse(rest[2..], Synonyms.Of(Tongues.Of(word))));
                    break;
                default:
                    heads[word] = rest;
                    break;
            }
        }
        var severity = heads.GetValueOrDefault("severity", "0-0").Split('-');
        return new StoryKind(heads["kind"], Enum.Parse<KindUse>(heads.GetValueOrDefault("use", nameof(KindUse.Story)), ignoreCase: true),
            said.ToDictionary(s => s.Key, s => s.Value.ToArray()), phase + 1)
        {
            Topic = heads["topic"],
            Voices = heads.GetValueOrDefault("voices", heads["topic"]),
            Motif = heads["motif"],
            Severity = (int.Parse(severity[0]), int.Parse(severity[1])),
            Gist = TemplateParser.Parse(heads.GetValueOrDefault("gist", heads["kind"])),
            Slots = [.. slots],
        };
    }

    private static (string Word, string Tail) Cut(string line)
    {
        var at = line.IndexOf(' ');
        return at < 0 ? (line, "") : (line[..at], line[(at + 1)..].Trim());
    }
}

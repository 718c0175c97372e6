using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Script;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>
/// The order of a news text: what happened, what is known, what people say, what went before, what it means. Which facts are told
/// and which are left out differs from article to article.
/// </summary>
internal static class ArticleBody
{
    private const int FewestParagraphs = 4;
    private const int MostParagraphs = 12;

    public static string[] Write(StoryKind kind, Telling telling)
    {
        var (chance, tongue, phase) = (telling.Chance, telling.Tongue, telling.LinesOf);
        var wanted = Math.Clamp(telling.Style.Paragraphs + chance.Between(-2, 2), FewestParagraphs, MostParagraphs);
        List<string> paragraphs = [telling.Sentence(chance.Of(kind.Lines(tongue, phase, LineRole.Lead)))];

        var facts = new Queue<Template>(chance.Shuffled(kind.Lines(tongue, phase, LineRole.Fact)));
        var before = new Queue<Template>(Enumerable.Range(0, phase).Reverse().SelectMany(p => chance.Shuffled(kind.Lines(tongue, p, LineRole.Fact)).Take(2)));
        var voices = new Queue<Template>(Voices(kind, telling));
        var context = new Queue<Template>(Context(kind, telling));
        while (paragraphs.Count < wanted && facts.Count + before.Count + voices.Count + context.Count > 0)
        {
            var source = Next(chance, paragraphs.Count, facts, voices, before, context);
            var text = telling.Sentence(source.Dequeue());
            if (source.Count > 0 && source != voices && chance.Percent(35))
            {
                text = $"{text} {telling.Sentence(source.Dequeue())}";
            }
            paragraphs.Add(text);
        }
        return [.. paragraphs];
    }

    private static Queue<Template> Next(Chance chance, int written, Queue<Template> facts, Queue<Template> voices, Queue<Template> before, Queue<Template> context)
    {
        Queue<Template>[] order = written < 3
            ? chance.Percent(75) ? [facts, voices, before, context] : [voices, facts, before, context]
            : chance.Below(4) switch { 0 => [voices, facts, before, context], 1 => [before, context, facts, voices], 2 => [context, before, facts, voices], _ => [facts, before, voices, context] };
        return order.First(q => q.Count > 0);
    }

    private static Template[] Voices(StoryKind kind, Telling telling)
    {
        var own = telling.Chance.Shuffled([.. kind.Lines(telling.Tongue, telling.LinesOf, LineRole.Quote), .. kind.Lines(telling.Tongue, StoryKind.Always, LineRole.Quote)]);
        var common = telling.Chance.Shuffled(Lexicon.Of(telling.Tongue).Set($"quote.{kind.Voices}"));
        return [.. own, .. common.Take(telling.Chance.Between(1, 2))];
    }

    private static Template[] Context(StoryKind kind, Telling telling)
    {
        var own = telling.Chance.Shuffled(kind.Lines(telling.Tongue, StoryKind.Always, LineRole.Background));
        var common = telling.Chance.Shuffled(Lexicon.Of(telling.Tongue).Set($"context.{kind.Voices}"));
        return [.. own, .. common.Take(telling.Chance.Between(1, 2))];
    }
}

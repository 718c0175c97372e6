using System.Text;

namespace TrendGrains.Press.World.Grammar;

/// <summary>
/// One way to say something, with choices inside: <c>[floods|high water] in {place}, &lt;officials&gt; say</c>. Square brackets choose,
/// braces name a slot of the story and the form of it, angle brackets name a set of the lexicon.
/// </summary>
internal sealed class Template(TemplatePart[] parts)
{
    public void Write(StringBuilder into, Telling telling)
    {
        foreach (var part in parts)
        {
            part.Write(into, telling);
        }
    }
}

internal abstract class TemplatePart
{
    public abstract void Write(StringBuilder into, Telling telling);
}

internal sealed class LiteralPart(string text) : TemplatePart
{
    public override void Write(StringBuilder into, Telling telling) => into.Append(text);
}

internal sealed class ChoicePart(Template[] options) : TemplatePart
{
    public override void Write(StringBuilder into, Telling telling) => telling.Chance.Of(options).Write(into, telling);
}

internal sealed class SlotPart(string name, string form) : TemplatePart
{
    public override void Write(StringBuilder into, Telling telling) => telling.Cast.Slot(name).Write(into, telling, form);
}

internal sealed class LexiconPart(string set) : TemplatePart
{
    public override void Write(StringBuilder into, Telling telling) =>
        telling.Chance.Of(Lexicon.Of(telling.Tongue).Set(set)).Write(into, telling);
}

/// <param name="set">Number of the set: with the house's habit it decides which word the house prefers.</param>
internal sealed class SynonymPart(int set, string[] words) : TemplatePart
{
    /// <summary>How often a house keeps to its habit, of a hundred.</summary>
    private const int Faithful = 75;

    public override void Write(StringBuilder into, Telling telling) => into.Append(telling.Chance.Percent(Faithful)
        ? words[(telling.Style.Habit + (set * 7)) % words.Length]
        : telling.Chance.Of(words));
}

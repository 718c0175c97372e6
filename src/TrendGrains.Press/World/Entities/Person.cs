using System.Text;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Entities;

/// <param name="Role">English with a capital when it stands before a name as a title (Mayor Han), else without (chief executive Han).</param>
internal sealed class Person(Name first, Name last, Name role, bool home) : Slot
{
    private string KoreanName => home ? last.Korean + first.Korean : $"{first.Korean} {last.Korean}";

    private string EnglishName => home ? $"{last.English} {first.English}" : $"{first.English} {last.English}";

    private string TheRole => $"the {role.English.ToLowerInvariant()}";

    public override void Write(StringBuilder into, Telling telling, string form)
    {
        var korean = telling.Tongue == Tongue.Korean;
        into.Append(form switch
        {
            "name" => korean ? KoreanName : EnglishName,
            "last" => korean ? $"{last.Korean} {role.Korean}" : last.English,
            "role" => korean ? role.Korean : TheRole,
            _ => korean ? Korean(telling) : English(telling),
        });
    }

    private string Korean(Telling telling) =>
        telling.InHeadline ? telling.Chance.Percent(50) ? $"{KoreanName} {role.Korean}" : $"{last.Korean} {role.Korean}"
        : telling.Introduces(this) || telling.Chance.Percent(20) ? $"{KoreanName} {role.Korean}"
        : $"{last.Korean} {role.Korean}";

    private string English(Telling telling) =>
        telling.InHeadline ? telling.Chance.Percent(40) && char.IsUpper(role.English[0]) ? $"{role.English} {last.English}" : last.English
        : telling.Introduces(this) ? char.IsUpper(role.English[0]) ? $"{role.English} {EnglishName}" : $"{TheRole}, {EnglishName},"
        : telling.Chance.Percent(telling.Style.Roundabout) ? TheRole
        : last.English;
}

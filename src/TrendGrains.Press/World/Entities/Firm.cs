using System.Text;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Entities;

/// <param name="Full">Hanbit Savings Bank.</param>
/// <param name="Short">Hanbit.</param>
/// <param name="Generic">the bank; what it is called when its name was said often enough.</param>
internal sealed class Firm(Name full, Name brief, Name generic) : Slot
{
    public override void Write(StringBuilder into, Telling telling, string form) => into.Append(Called(telling, form).In(telling.Tongue));

    private Name Called(Telling telling, string form) => form switch
    {
        "full" => full,
        "short" => brief,
        _ => telling.InHeadline ? telling.Chance.Percent(55) ? brief : full
            : telling.Introduces(this) ? full
            : telling.Chance.Percent(telling.Style.Roundabout) ? generic
            : telling.Chance.Percent(65) ? brief : full,
    };
}

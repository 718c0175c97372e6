using System.Globalization;
using System.Text;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Entities;

/// <summary>The day of the report as its readers call it: 21일, Tuesday.</summary>
internal sealed class Weekday : Slot
{
    public static readonly Weekday Day = new();

    private static readonly TimeSpan seoul = TimeSpan.FromHours(9);

    public override void Write(StringBuilder into, Telling telling, string form) => into.Append(telling.Tongue == Tongue.Korean
        ? $"{telling.At.ToOffset(seoul).Day.ToString(CultureInfo.InvariantCulture)}일"
        : telling.At.UtcDateTime.DayOfWeek.ToString());
}

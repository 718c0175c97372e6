using System.Text;
using TrendGrains.Press.World.Grammar;

namespace TrendGrains.Press.World.Entities;

/// <summary>What has one name only: a river, a cause, the title of a film.</summary>
internal sealed class Thing(Name name) : Slot
{
    public override void Write(StringBuilder into, Telling telling, string form) => into.Append(name.In(telling.Tongue));
}

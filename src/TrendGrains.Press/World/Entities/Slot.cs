using System.Text;
using TrendGrains.Press.World.Grammar;

namespace TrendGrains.Press.World.Entities;

/// <summary>Something of a story that a template can mention; how it is called depends on the language, the house and what was said before.</summary>
internal abstract class Slot
{
    /// <param name="form">What the template asks for after the dot, e.g. <c>last</c>; empty leaves the choice to the slot.</param>
    public abstract void Write(StringBuilder into, Telling telling, string form);
}

using Xunit;

namespace TrendGrains.TestKit.Programs;

/// <summary>Like <see cref="PopplerFactAttribute"/>, with rows.</summary>
public sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = PopplerFactAttribute.Missing;
}

using Xunit;

namespace TrendGrains.TestKit;

/// <summary>A test on open data kept beside the checkout; skipped where that is absent, in CI too: the data is not part of the repository.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedDataPresence.Missing;
}

/// <inheritdoc cref="SharedDataFactAttribute"/>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedDataPresence.Missing;
}

internal static class SharedDataPresence
{
    public static string? Missing { get; } =
        Checkout.SharedData is null ? "There is no ../shared/data beside the checkout." : null;
}

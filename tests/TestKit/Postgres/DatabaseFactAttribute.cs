using Xunit;

namespace TrendGrains.TestKit.Postgres;

/// <summary>
/// A test that needs a database server. Without one it is skipped with the reason; where CI=true it runs and fails instead,
/// so that a pipeline cannot go green by losing its database.
/// </summary>
public sealed class DatabaseFactAttribute : FactAttribute
{
    public DatabaseFactAttribute() => Skip = TestServer.SkipReason;
}

/// <inheritdoc cref="DatabaseFactAttribute"/>
public sealed class DatabaseTheoryAttribute : TheoryAttribute
{
    public DatabaseTheoryAttribute() => Skip = TestServer.SkipReason;
}

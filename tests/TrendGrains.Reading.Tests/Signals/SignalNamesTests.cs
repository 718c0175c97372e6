using TrendGrains.Inference.Catalog;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Tests.Signals;

public sealed class SignalNamesTests
{
    [Fact]
    public void Names_are_in_kebab_case_and_each_is_one_signals()
    {
        Assert.Equal("has-address", SignalNames.Of(Signal.HasAddress));
        Assert.Equal("h1-count", SignalNames.Of(Signal.H1Count));
        Assert.Equal("ld-how-to", SignalNames.Of(Signal.LdHowTo));
        Assert.Equal(SignalNames.All.Count, SignalNames.All.Distinct().Count());
    }

    [Fact]
    public void A_model_that_wants_an_unknown_signal_is_refused_by_name()
    {
        var entry = new ModelEntry("made", "1", "page-kind", "/nowhere", [], "none", "none") { Features = ["links", "phase-of-the-moon"] };

        var refused = Assert.Throws<ModelCatalogException>(() => SignalNames.For(entry));

        Assert.Contains("'phase-of-the-moon'", refused.Message, StringComparison.Ordinal);
    }
}

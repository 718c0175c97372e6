using System.CommandLine;

namespace TrendGrains.Commands;

/// <summary>Which part of a corpus that was split for development is measured.</summary>
internal static class CorpusPart
{
    public static Option<string> Option()
    {
        var part = new Option<string>("--part")
        {
            Description = "all; held-out: the part that nothing is tuned on; tuning: the rest.",
            DefaultValueFactory = _ => "all",
        };
        part.AcceptOnlyFromAmong("all", "held-out", "tuning");
        return part;
    }

    public static bool Has(string part, bool isHeldOut) => part switch { "held-out" => isHeldOut, "tuning" => !isHeldOut, _ => true };
}

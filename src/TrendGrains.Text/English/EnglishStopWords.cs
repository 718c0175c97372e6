using System.Collections.Frozen;

namespace TrendGrains.Text.English;

/// <summary>Words that say nothing about what a text is about, lower case, and what contractions leave ("don't" gives "don").</summary>
internal static class EnglishStopWords
{
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All { get; } = FrozenSet.ToFrozenSet(
        """
        a about above across after again against ago ain all almost along already also although always am amid among an and another any anyone
        anything are aren around as at away back be became because become becomes been before began behind being below between both but by came can
        cannot come comes could couldn did didn do does doesn doing don done down during each either else enough even ever every everyone everything
        far few for from further gave get gets getting give given gives go goes going gone got had hadn has hasn have haven having he her here hers
        herself him himself his how however i if in indeed instead into is isn it its itself just know known last later least less let like likely
        ll made make makes making many may maybe me might mine more most much must my myself near need neither never next no nor not nothing now of
        off often on once one only onto or other others our ours ourselves out over own per perhaps put quite rather re really s said same say saying
        says see seem seemed seems seen several shall she should shouldn since so some someone something soon still such t take taken takes tell than
        that the their theirs them themselves then there these they thing things this those though through thus to together told too took toward
        towards two under until up upon us use used using ve very via want wants was wasn way we well went were weren what when where whether which
        while who whom whose why will with within without won would wouldn yes yet you your yours yourself
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();
}

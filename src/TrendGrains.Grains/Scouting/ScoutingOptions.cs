using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Grains.Scouting;

/// <summary>Whether and how new sources are tried.</summary>
public sealed class ScoutingOptions
{
    public const string Section = "Scouting";

    /// <summary>Hosts on trial at a time; 0: none is tried, and hosts are only proposed.</summary>
    [Range(0, 100)]
    public int MostOnTrial { get; set; }

    /// <summary>Pages that a trial may fetch in one crawl.</summary>
    [Range(5, 1000)]
    public int TrialPages { get; set; } = 50;

    /// <summary>Articles that must name a host before it is tried.</summary>
    [Range(1, 1000)]
    public int FewestArticles { get; set; } = 3;

    /// <summary>Time between two looks at what is on trial and what is proposed.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);
}

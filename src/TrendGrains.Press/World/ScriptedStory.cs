namespace TrendGrains.Press.World;

/// <summary>One story of the script and its truth.</summary>
/// <param name="Id">Unique in the world.</param>
/// <param name="Topic">economy, politics, society, world, it-science, culture-life, sports, entertainment or other.</param>
/// <param name="Severity">0-1: how grave the event is for the people in it.</param>
/// <param name="Start">First publication.</param>
/// <param name="Peak">Middle of the hour with most publications.</param>
/// <param name="End">Last publication.</param>
/// <param name="Gist">One sentence in English that says what it is about, for people who read the truth.</param>
public sealed record ScriptedStory(
    string Id, string Topic, double Severity, StoryShape Shape, DateTimeOffset Start, DateTimeOffset Peak, DateTimeOffset End, string Gist);

public enum StoryShape
{
    /// <summary>Breaks at once and fades.</summary>
    Breaking,

    /// <summary>Grows slowly to a late peak.</summary>
    Growing,

    /// <summary>Comes back after it had faded.</summary>
    Returning,

    /// <summary>A few reports that never become more.</summary>
    Small,

    /// <summary>Grave, and hardly noticed at first.</summary>
    Hidden,
}

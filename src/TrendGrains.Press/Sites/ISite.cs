namespace TrendGrains.Press.Sites;

/// <summary>What an outlet of one kind answers; a pure function of world, simulated time and URL.</summary>
internal interface ISite
{
    Answer Respond(SiteRequest request);

    /// <summary>Root-relative URLs that show a publication; the first is its own, the others lead to the same.</summary>
    string[] PathsOf(World.Publication publication);

    /// <summary>What to add as a source, the recommended one first.</summary>
    Hosting.SourceNote[] Sources();

    /// <summary>Pages that belong to no publication.</summary>
    (string Path, string Kind)[] StandingPages();
}

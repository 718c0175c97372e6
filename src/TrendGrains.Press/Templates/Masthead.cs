using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Templates;

/// <summary>What every page of an outlet shares.</summary>
/// <param name="Root">Without a slash at the end, e.g. <c>http://127.0.0.1:4001</c>.</param>
/// <param name="Topics">Sections that it has.</param>
internal sealed record Masthead(Outlet Outlet, SiteStyle Style, Wording Words, string Root, string[] Topics)
{
    public string Name => Outlet.Name;

    public string SectionPath(string topic) => Style.SectionPath(topic);
}

namespace TrendGrains.Input;

/// <summary>One line of what <c>cluster</c> wrote: an item's trend, or a trend that another one took in.</summary>
/// <param name="Id">Null for a merge.</param>
/// <param name="Trend">From <c>trend</c>, <c>cluster</c> or <c>story</c>; null for an item that belongs to none.</param>
internal sealed record AssignmentLine(string? Id, string? Trend, string? MergedInto)
{
    public static bool TryParse(InputLine line, out AssignmentLine assignment, out string? problem)
    {
        AssignmentLine? read = null;
        problem = JsonLine.Read(line, root =>
        {
            read = new AssignmentLine(JsonLine.Text(root, "id"), JsonLine.Text(root, "trend", "cluster", "story"), JsonLine.Text(root, "mergedInto"));
            return read.Id is null && (read.Trend is null || read.MergedInto is null) ? "no \"id\"" : null;
        });
        assignment = read!;
        return problem is null;
    }
}

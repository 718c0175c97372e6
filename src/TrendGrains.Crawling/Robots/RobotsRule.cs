namespace TrendGrains.Crawling.Robots;

/// <summary>One Allow or Disallow line; <see cref="Pattern"/> is normalised, <see cref="Text"/> is the line as it stands in the file.</summary>
internal sealed record RobotsRule(bool Allow, string Pattern, string Text, int Line)
{
    /// <summary>
    /// True where the pattern matches from the start of the path: '*' any run of characters, a last '$' the end (RFC 9309, 2.2.3).
    /// Each piece between stars is taken at its first place, so the cost is one pass over the path whatever the pattern.
    /// </summary>
    public bool Matches(ReadOnlySpan<char> path)
    {
        var pattern = Pattern.AsSpan();
        var toTheEnd = pattern.EndsWith("$");
        if (toTheEnd)
        {
            pattern = pattern[..^1];
        }

        var star = pattern.IndexOf('*');
        var head = star < 0 ? pattern : pattern[..star];
        if (!path.StartsWith(head, StringComparison.Ordinal))
        {
            return false;
        }

        path = path[head.Length..];
        while (star >= 0)
        {
            pattern = pattern[(star + 1)..];
            star = pattern.IndexOf('*');
            if (star < 0 && toTheEnd)
            {
                return path.EndsWith(pattern, StringComparison.Ordinal);
            }

            var piece = star < 0 ? pattern : pattern[..star];
            var at = path.IndexOf(piece, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            path = path[(at + piece.Length)..];
        }

        return !toTheEnd || path.IsEmpty;
    }
}

namespace TrendGrains.Crawling.Frontier;

/// <summary>RFC 3986, 5.2.4.</summary>
internal static class UrlPath
{
    /// <summary>Done again after decoding, which may have made new dots of "%2E".</summary>
    public static string RemoveDotSegments(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal))
        {
            return path.Length == 0 ? "/" : path;
        }

        var segments = path.Split('/');
        var kept = new List<string>(segments.Length);
        for (var i = 1; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            switch (segments[i])
            {
                case ".":
                    break;
                case "..":
                    if (kept.Count > 0)
                    {
                        kept.RemoveAt(kept.Count - 1);
                    }

                    break;
                default:
                    kept.Add(segments[i]);
                    continue;
            }

            if (last)
            {
                kept.Add(""); // "/a/." is the folder "/a/"
            }
        }

        return "/" + string.Join('/', kept);
    }
}

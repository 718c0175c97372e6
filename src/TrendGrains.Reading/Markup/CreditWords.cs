using System.Buffers;

namespace TrendGrains.Reading.Markup;

/// <summary>The words of properties, classes and addresses that mark who wrote a page and when.</summary>
internal static class CreditWords
{
    private const int LongestName = 300;

    private static readonly SearchValues<string> writers = SearchValues.Create(
        ["author", "byline", "by-line", "by_line", "writer", "reporter", "journalist", "contributor", "postedby", "posted-by", "posted_by", "username", "user-name", "user_name", "usercard", "byname", "creator", "poster"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> beside = SearchValues.Create(
        ["bio", "desc", "image", "img", "avatar", "photo", "social", "follow", "related", "more", "count", "stats", "subscribe", "title", "role", "job", "position", "comment", "share", "email", "icon", "editor"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> pages = SearchValues.Create(
        ["/author/", "/authors/", "/writer/", "/writers/", "/contributor/", "/contributors/", "/reporter/", "/journalist/", "/people/", "/profile/", "/profiles/", "/user/", "/users/", "/u/", "/member/", "/members/", "/by/", "memberlist.php", "author="],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> dates = SearchValues.Create(["date", "time", "publish", "posted", "meta", "byline", "info"], StringComparison.OrdinalIgnoreCase);

    public static Hint Of(string name)
    {
        if (name.Length is 0 or > LongestName)
        {
            return Hint.None;
        }
        return (name.AsSpan().ContainsAny(writers) ? Hint.Writer : Hint.None) | (name.AsSpan().ContainsAny(dates) ? Hint.Dated : Hint.None);
    }

    public static Hint OfProperty(string property)
    {
        var hint = Hint.None;
        foreach (var part in property.AsSpan().Split(' '))
        {
            hint |= property.AsSpan(part) switch
            {
                "author" or "creator" => Hint.Writer,
                "datePublished" or "dateCreated" or "dateModified" or "uploadDate" => Hint.Dated,
                _ => Hint.None,
            };
        }
        return hint;
    }

    public static bool IsWriterPage(string address) => address.AsSpan().ContainsAny(pages);

    /// <summary>Whether a class that names a writer names what stands beside the writer's name instead: a picture, a job, a date.</summary>
    public static bool IsBeside(string name) => name.AsSpan().ContainsAny(beside);

    public static bool NamesWriter(string name) => name.Length is > 0 and <= LongestName && name.AsSpan().ContainsAny(writers) && !name.AsSpan().ContainsAny(authorities);

    private static readonly SearchValues<string> authorities = SearchValues.Create(["authoriz", "authoris", "authority", "authoring"], StringComparison.OrdinalIgnoreCase);
}

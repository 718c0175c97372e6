using System.Text.Json.Nodes;
using TrendGrains.Press.Sites;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Forum;

/// <summary>Posts (<c>t3</c>) and comments (<c>t1</c>) with the fields that recorded responses of Reddit's API have.</summary>
internal sealed class ForumThings(Board board, string root, AddressBook book)
{
    private const string IdLetters = "0123456789abcdefghijklmnopqrstuvwxyz";

    public string SubredditId => $"t5_{Hash.Code(board.Name, IdLetters, 6)}";

    /// <summary>The article that a post is about; null for a text post or one whose article is not there.</summary>
    public string? LinkOf(Publication post) => post.LinksTo is { } id && book.Find(id) is { } linked ? book.UrlOf(linked) : null;

    /// <summary>A post with words of its own is a text post, its link stands in the text.</summary>
    public bool IsSelf(Publication post) => post.Paragraphs.Length > 0 || LinkOf(post) is null;

    public string Author(Publication post) => Handle(post.Byline) ?? $"reader_{Hash.Below(9000, post.Id, 9) + 1000}";

    public string SelfText(Publication post)
    {
        var text = string.Join("\n\n", post.Paragraphs);
        return IsSelf(post) && LinkOf(post) is { } link ? $"{text}\n\n{link}" : text;
    }

    public string SelfHtml(Publication post)
    {
        var html = new Markup(1024).Raw("<div class=\"md\">");
        foreach (var paragraph in post.Paragraphs)
        {
            html.Add($"<p>{paragraph}</p>\n");
        }

        if (IsSelf(post) && LinkOf(post) is { } link)
        {
            html.Add($"<p><a href=\"{link}\">{link}</a></p>\n");
        }

        return html.Raw("</div>").ToString();
    }

    /// <param name="raw">Text as it is; without, Reddit escapes it (its <c>raw_json</c> parameter).</param>
    public JsonObject Post(Publication post, DateTimeOffset now, bool raw)
    {
        var edition = Edition.At(post, now);
        var score = Board.ScoreAt(post, now);
        var permalink = board.PathOf(post);
        var self = IsSelf(post);
        var url = self ? root + permalink : LinkOf(post)!;
        return Thing("t3", new JsonObject
        {
            ["id"] = Board.IdOf(post),
            ["name"] = $"t3_{Board.IdOf(post)}",
            ["subreddit"] = board.Name,
            ["subreddit_id"] = SubredditId,
            ["subreddit_name_prefixed"] = $"r/{board.Name}",
            ["subreddit_type"] = "public",
            ["subreddit_subscribers"] = 20_000 + Hash.Below(400_000, board.Name),
            ["title"] = Escaped(edition.Title, raw),
            ["author"] = Author(post),
            ["author_fullname"] = $"t2_{Hash.Code(Author(post), IdLetters, 8)}",
            ["selftext"] = self ? Escaped(SelfText(post), raw) : "",
            ["selftext_html"] = self && post.Paragraphs.Length > 0 ? Escaped($"<!-- SC_OFF -->{SelfHtml(post)}<!-- SC_ON -->", raw) : null,
            ["is_self"] = self,
            ["domain"] = self ? $"self.{board.Name}" : new Uri(url).Authority,
            ["url"] = Escaped(url, raw),
            ["permalink"] = permalink,
            ["score"] = score,
            ["ups"] = score,
            ["downs"] = 0,
            ["upvote_ratio"] = Math.Round(0.7 + (0.29 * Hash.Share(post.Id, 4)), 2),
            ["num_comments"] = Board.CommentsAt(post, now).Length,
            ["num_crossposts"] = 0,
            ["created"] = post.Published.ToUnixTimeSeconds() + 0.0,
            ["created_utc"] = post.Published.ToUnixTimeSeconds() + 0.0,
            ["edited"] = edition.Number > 0 ? edition.Modified.ToUnixTimeSeconds() + 0.0 : false,
            ["link_flair_text"] = post.Section,
            ["thumbnail"] = self ? "self" : "default",
            ["over_18"] = false,
            ["spoiler"] = false,
            ["stickied"] = false,
            ["locked"] = false,
            ["archived"] = false,
            ["is_video"] = false,
            ["media"] = null,
            ["hidden"] = false,
            ["saved"] = false,
            ["likes"] = null,
            ["distinguished"] = null,
            ["gilded"] = 0,
            ["total_awards_received"] = 0,
            ["removed_by_category"] = null,
            ["is_robot_indexable"] = true,
            ["suggested_sort"] = null,
            ["view_count"] = null,
        });
    }

    public JsonObject Comment(Publication post, Comment comment, int number, DateTimeOffset now, bool raw)
    {
        var id = $"1{Hash.Code($"{post.Id}/{number}", IdLetters, 6, 5)}";
        var said = post.Published + comment.After;
        var score = 1 + Board.Grown(comment.Score, now - said);
        return Thing("t1", new JsonObject
        {
            ["id"] = id,
            ["name"] = $"t1_{id}",
            ["parent_id"] = $"t3_{Board.IdOf(post)}",
            ["link_id"] = $"t3_{Board.IdOf(post)}",
            ["subreddit"] = board.Name,
            ["subreddit_id"] = SubredditId,
            ["author"] = Handle(comment.Author),
            ["body"] = Escaped(comment.Text, raw),
            ["body_html"] = Escaped(new Markup(256).Add($"<div class=\"md\"><p>{comment.Text}</p>\n</div>").ToString(), raw),
            ["score"] = score,
            ["ups"] = score,
            ["downs"] = 0,
            ["created"] = said.ToUnixTimeSeconds() + 0.0,
            ["created_utc"] = said.ToUnixTimeSeconds() + 0.0,
            ["edited"] = false,
            ["depth"] = 0,
            ["replies"] = "",
            ["permalink"] = $"{board.PathOf(post)}{id}/",
            ["is_submitter"] = Handle(comment.Author) == Author(post),
            ["stickied"] = false,
            ["score_hidden"] = false,
            ["distinguished"] = null,
            ["collapsed"] = false,
            ["controversiality"] = 0,
        });
    }

    public static JsonObject Thing(string kind, JsonObject body) => new() { ["kind"] = kind, ["data"] = body };

    public static string? Handle(string? name) => name?.Replace(' ', '_');

    private static string Escaped(string text, bool raw) => raw
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

using System.Text;
using TrendGrains.Crawling.Robots;

namespace TrendGrains.Crawling.Tests.Robots;

/// <summary>A row or more for every clause of RFC 9309 that speaks of the file itself; what it says of fetching it is in <see cref="RobotsReaderTests"/>.</summary>
public sealed class RobotsStandardTests
{
    [Theory]

    // 2.1: a file is groups of user agents and rules, read line by line, whatever ends a line
    [InlineData("2.1 LF", "user-agent: ABot\ndisallow: /x\n", "ABot", "/x", false)]
    [InlineData("2.1 CR LF", "user-agent: ABot\r\ndisallow: /x\r\n", "ABot", "/x", false)]
    [InlineData("2.1 CR", "user-agent: ABot\rdisallow: /x\r", "ABot", "/x", false)]
    [InlineData("2.1 no end to the last line", "user-agent: ABot\ndisallow: /x", "ABot", "/x", false)]
    [InlineData("2.1 empty file", "", "ABot", "/x", true)]
    [InlineData("2.1 a group without rules", "user-agent: ABot\n", "ABot", "/x", true)]

    // 2.2: keys in any case, white space around them and their values, comments to the end of the line
    [InlineData("2.2 keys in any case", "USER-AGENT: ABot\nDiSaLlOw: /x", "ABot", "/x", false)]
    [InlineData("2.2 white space", " \tuser-agent \t:\t ABot \n  disallow\t:  /x\t ", "ABot", "/x", false)]
    [InlineData("2.2 no white space", "user-agent:ABot\ndisallow:/x", "ABot", "/x", false)]
    [InlineData("2.2 comment lines", "# a\nuser-agent: ABot\n# b\ndisallow: /x\n#disallow: /y", "ABot", "/y", true)]
    [InlineData("2.2 comment after a value", "user-agent: ABot # us\ndisallow: /x# this", "ABot", "/x", false)]
    [InlineData("2.2 empty lines part nothing", "user-agent: ABot\n\n\ndisallow: /x\n\ndisallow: /y", "ABot", "/y", false)]
    [InlineData("2.2 UTF-8 byte order mark", "\uFEFFuser-agent: ABot\ndisallow: /x", "ABot", "/x", false)]

    // 2.2.1: the user-agent line
    [InlineData("2.2.1 token in any case", "user-agent: aBOT\ndisallow: /x", "AbOt", "/x", false)]
    [InlineData("2.2.1 several agents, one group", "user-agent: BBot\nuser-agent: ABot\ndisallow: /x", "ABot", "/x", false)]
    [InlineData("2.2.1 groups of one agent are joined", "user-agent: ABot\ndisallow: /x\nuser-agent: BBot\ndisallow: /z\nuser-agent: ABot\ndisallow: /y", "ABot", "/x", false)]
    [InlineData("2.2.1 joined, the later part", "user-agent: ABot\ndisallow: /x\nuser-agent: BBot\ndisallow: /z\nuser-agent: ABot\ndisallow: /y", "ABot", "/y", false)]
    [InlineData("2.2.1 joined, nothing of the other's", "user-agent: ABot\ndisallow: /x\nuser-agent: BBot\ndisallow: /z\nuser-agent: ABot\ndisallow: /y", "ABot", "/z", true)]
    [InlineData("2.2.1 the star for the rest", "user-agent: *\ndisallow: /x\nuser-agent: BBot\ndisallow: /y", "ABot", "/x", false)]
    [InlineData("2.2.1 own group alone", "user-agent: *\ndisallow: /x\nuser-agent: ABot\ndisallow: /y", "ABot", "/x", true)]
    [InlineData("2.2.1 own group before the star", "user-agent: ABot\ndisallow: /y\nuser-agent: *\ndisallow: /", "ABot", "/x", true)]
    [InlineData("2.2.1 own group without rules", "user-agent: *\ndisallow: /\nuser-agent: ABot\nallow:\n", "ABot", "/x", true)]
    [InlineData("2.2.1 groups of the star are joined", "user-agent: *\ndisallow: /x\nuser-agent: BBot\ndisallow: /z\nuser-agent: *\ndisallow: /y", "ABot", "/y", false)]
    [InlineData("2.2.1 neither own nor star", "user-agent: BBot\ndisallow: /", "ABot", "/x", true)]
    [InlineData("2.2.1 a longer token is another's", "user-agent: ABotNews\ndisallow: /", "ABot", "/x", true)]
    [InlineData("2.2.1 a shorter token is another's", "user-agent: AB\ndisallow: /", "ABot", "/x", true)]
    [InlineData("2.2.1 a version is no part of the token", "user-agent: ABot/2.1\ndisallow: /x", "ABot", "/x", false)]
    [InlineData("2.2.1 hyphen and underscore", "user-agent: A-Bot_x\ndisallow: /x", "A-Bot_x", "/x", false)]

    // 2.2.2: the allow and disallow lines
    [InlineData("2.2.2 first octet to last", "user-agent: *\ndisallow: /x", "ABot", "/y/x", true)]
    [InlineData("2.2.2 paths are case-sensitive", "user-agent: *\ndisallow: /X", "ABot", "/x", true)]
    [InlineData("2.2.2 longest match, allow", "user-agent: *\nallow: /x/page\ndisallow: /x/", "ABot", "/x/page", true)]
    [InlineData("2.2.2 longest match, disallow", "user-agent: *\nallow: /x/\ndisallow: /x/page", "ABot", "/x/page", false)]
    [InlineData("2.2.2 order does not matter", "user-agent: *\ndisallow: /x/page\nallow: /x/", "ABot", "/x/page", false)]
    [InlineData("2.2.2 allow wins among equals", "user-agent: *\ndisallow: /x\nallow: /x", "ABot", "/x", true)]
    [InlineData("2.2.2 no match is allowed", "user-agent: *\ndisallow: /x", "ABot", "/y", true)]
    [InlineData("2.2.2 empty disallow", "user-agent: *\ndisallow:", "ABot", "/y", true)]
    [InlineData("2.2.2 empty allow takes nothing back", "user-agent: *\ndisallow: /\nallow:", "ABot", "/y", false)]
    [InlineData("2.2.2 robots.txt is always allowed", "user-agent: *\ndisallow: /", "ABot", "/robots.txt", true)]
    [InlineData("2.2.2 rules before any agent", "disallow: /x\nuser-agent: *\ndisallow: /y", "ABot", "/x", true)]
    [InlineData("2.2.2 query", "user-agent: *\ndisallow: /foo/bar?baz=", "ABot", "/foo/bar?baz=https://foo.bar", false)]
    [InlineData("2.2.2 encoded query in the rule", "user-agent: *\ndisallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar", "ABot", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false)]
    [InlineData("2.2.2 a reserved octet encoded is another path", "user-agent: *\ndisallow: /a%2Fb", "ABot", "/a/b", true)]
    [InlineData("2.2.2 UTF-8 in the rule", "user-agent: *\ndisallow: /foo/bar/ツ", "ABot", "/foo/bar/%E3%83%84", false)]
    [InlineData("2.2.2 UTF-8 in the URL", "user-agent: *\ndisallow: /foo/bar/%E3%83%84", "ABot", "/foo/bar/ツ", false)]
    [InlineData("2.2.2 unreserved octets encoded in the rule", "user-agent: *\ndisallow: /foo/bar/%62%61%7A", "ABot", "/foo/bar/baz", false)]
    [InlineData("2.2.2 unreserved octets encoded in the URL", "user-agent: *\ndisallow: /foo/bar/baz", "ABot", "/foo/bar/%62%61%7A", false)]
    [InlineData("2.2.2 hex digits in any case", "user-agent: *\ndisallow: /%e3%83%84", "ABot", "/%E3%83%84", false)]

    // 2.2.3: special characters
    [InlineData("2.2.3 # is a comment", "user-agent: *\nallow: / # disallow: /\ndisallow: /x", "ABot", "/x", false)]
    [InlineData("2.2.3 $ ends the match", "user-agent: *\nallow: /this/path/exactly$\ndisallow: /", "ABot", "/this/path/exactly", true)]
    [InlineData("2.2.3 $ and something after", "user-agent: *\nallow: /this/path/exactly$\ndisallow: /", "ABot", "/this/path/exactly/not", false)]
    [InlineData("2.2.3 * in the middle", "user-agent: *\nallow: /this/*/exactly\ndisallow: /", "ABot", "/this/a/b/exactly", true)]
    [InlineData("2.2.3 * stands for nothing too", "user-agent: *\ndisallow: /a*b", "ABot", "/ab", false)]
    [InlineData("2.2.3 * at the end adds nothing", "user-agent: *\ndisallow: /a*", "ABot", "/a", false)]
    [InlineData("2.2.3 * and $", "user-agent: *\ndisallow: *.gif$", "ABot", "/a/b.gif", false)]
    [InlineData("2.2.3 * and $, longer", "user-agent: *\ndisallow: *.gif$", "ABot", "/a/b.gif?x", true)]
    [InlineData("2.2.3 %2A is a star itself", "user-agent: *\ndisallow: /path/file-with-a-%2A.html", "ABot", "/path/file-with-a-*.html", false)]
    [InlineData("2.2.3 %2A is no wildcard", "user-agent: *\ndisallow: /path/file-with-a-%2A.html", "ABot", "/path/file-with-a-b.html", true)]
    [InlineData("2.2.3 %24 is a dollar itself", "user-agent: *\ndisallow: /path/foo-%24", "ABot", "/path/foo-$", false)]
    [InlineData("2.2.3 %24 is no end", "user-agent: *\ndisallow: /path/foo-%24", "ABot", "/path/foo-", true)]

    // 2.2.4: other records change nothing of the groups
    [InlineData("2.2.4 sitemap among the rules", "user-agent: *\nsitemap: https://h.example/s.xml\ndisallow: /x", "ABot", "/x", false)]
    [InlineData("2.2.4 sitemap between agents", "user-agent: ABot\nsitemap: https://h.example/s.xml\nuser-agent: BBot\ndisallow: /x", "ABot", "/x", false)]
    [InlineData("2.2.4 unknown record", "user-agent: ABot\nx-what: yes\nuser-agent: BBot\ndisallow: /x", "ABot", "/x", false)]

    // 2.2 and 2.5: what cannot be parsed is passed over, the rest counts
    [InlineData("2.5 nonsense among the lines", "<html>\nuser-agent: *\n???\ndisallow: /x\n</html>", "ABot", "/x", false)]

    // 5.1 and 5.2: the examples at the end
    [InlineData("5.1 simple example, foobot", Simple, "foobot", "/example/page.html", true)]
    [InlineData("5.1 simple example, foobot, disallowed gif", Simple, "foobot", "/example/allowed.gif", true)]
    [InlineData("5.1 simple example, foobot, elsewhere", Simple, "foobot", "/other", false)]
    [InlineData("5.1 simple example, barbot", Simple, "barbot", "/example/page.html", false)]
    [InlineData("5.1 simple example, quxbot", Simple, "quxbot", "/example/page.html", true)]
    [InlineData("5.1 simple example, anybody", Simple, "otherbot", "/x.gif", false)]
    [InlineData("5.1 simple example, anybody, public", Simple, "otherbot", "/publications/a", true)]
    [InlineData("5.2 longest match", "user-agent: foobot\nallow: /example/page/\ndisallow: /example/page/disallowed.gif", "foobot", "/example/page/disallowed.gif", false)]
    public void Follows_the_clause(string clause, string robots, string agent, string path, bool allowed)
    {
        var decision = RobotsRules.Parse(Encoding.UTF8.GetBytes(robots)).Decide(agent, "https://h.example" + path);

        Assert.True(allowed == decision.Allowed, $"{clause}: {path} is {(decision.Allowed ? "allowed" : "refused")} by {decision.Rule ?? "no rule"}.");
    }

    /// <summary>2.5: at least 500 KiB are read.</summary>
    [Fact]
    public void Reads_the_last_line_of_500_kib()
    {
        const string head = "user-agent: *\n";
        const string tail = "\ndisallow: /x\n";
        var text = head + new string('#', (500 * 1024) - head.Length - tail.Length) + tail;

        Assert.Equal(500 * 1024, text.Length);
        Assert.False(RobotsRules.Parse(Encoding.UTF8.GetBytes(text)).Decide("ABot", "/x").Allowed);
    }

    private const string Simple = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """;
}

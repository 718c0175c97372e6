using System.Net;

namespace TrendGrains.Crawling.Feeds;

/// <summary>
/// Reads what means to be XML and is not: bare ampersands and angle brackets, HTML's entities, tags that are never closed or closed in the
/// wrong order, control characters, an end that is missing. One pass, each character looked at a bounded number of times.
/// </summary>
internal sealed class LenientXml(string text, FeedTreeBuilder tree)
{
    private readonly NamespaceScope scope = new();
    private int at;

    // Once a search has run to the end in vain, the same search from further on is in vain too: without this a text of openings
    // without ends would cost its length squared.
    private readonly HashSet<string> noMore = [];

    public void Read()
    {
        while (at < text.Length && !tree.IsFull && !tree.IsDone)
        {
            var next = text.IndexOf('<', at);
            if (next != at)
            {
                var end = next < 0 ? text.Length : next;
                tree.Text(Decode(text[at..end]));
                at = end;
            }
            else if (!TakeMarkup())
            {
                tree.Text("<");
                at++;
            }
        }
    }

    private bool TakeMarkup()
    {
        var rest = text.AsSpan(at);
        return rest.StartsWith("<!--") ? Skip("-->", 4)
            : rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase) ? TakeSection()
            : rest.StartsWith("<!") ? TakeDeclaration()
            : rest.StartsWith("<?") ? Skip(">", 2)
            : rest.StartsWith("</") ? TakeEnd()
            : rest.Length > 1 && XmlName.IsStart(rest[1]) && TakeStart();
    }

    private bool TakeSection()
    {
        const int opening = 9;
        var end = Find("]]>", at + opening);
        if (end < 0)
        {
            at += opening; // never closed: what follows is markup like any other
            return true;
        }

        tree.Text(WithoutControls(text[(at + opening)..end]));
        at = end + 3;
        return true;
    }

    private bool TakeDeclaration()
    {
        var end = Find(">", at);
        var subset = end < 0 ? -1 : text.IndexOf('[', at, end - at);
        if (subset >= 0)
        {
            var close = Find("]", subset);
            end = close < 0 ? end : Find(">", close);
        }

        at = end < 0 ? text.Length : end + 1;
        return true;
    }

    private bool Skip(string ending, int opening)
    {
        var end = Find(ending, at + opening);
        if (end < 0)
        {
            return false;
        }

        at = end + ending.Length;
        return true;
    }

    private int Find(string ending, int from)
    {
        var found = from > text.Length || noMore.Contains(ending) ? -1 : text.IndexOf(ending, from, StringComparison.Ordinal);
        if (found < 0)
        {
            noMore.Add(ending);
        }

        return found;
    }

    private bool TakeEnd()
    {
        var name = XmlName.Length(text, at + 2);
        if (name == 0)
        {
            return false;
        }

        var (prefix, local) = XmlName.Split(text.AsSpan(at + 2, name));
        at += 2 + name;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        at += at < text.Length && text[at] == '>' ? 1 : 0;
        if (tree.Close(scope.Canonical(prefix), local))
        {
            scope.LeaveTo(tree.Current);
        }

        return true;
    }

    private bool TakeStart()
    {
        var name = XmlName.Length(text, at + 1);
        var (prefix, local) = XmlName.Split(text.AsSpan(at + 1, name));
        at += 1 + name;
        var attributes = LenientAttributes.Read(text, ref at, out var closed);
        scope.Enter(attributes);
        var canonical = scope.Canonical(prefix);
        if (CloseForgotten(canonical, local))
        {
            scope.LeaveTo(tree.Current);
            scope.Enter(attributes);
        }

        tree.Open(canonical, local, Array.ConvertAll(attributes, scope.Resolve));
        if (closed || VoidElements.Contains(local))
        {
            tree.Close();
            scope.LeaveTo(tree.Current);
        }
        else
        {
            scope.Opened(tree.Current);
        }

        return true;
    }

    /// <summary>An entry does not hold an entry, nor a title a link: the one before was never closed.</summary>
    private bool CloseForgotten(string prefix, string name)
    {
        if (ForgottenEnds.IsEntry(prefix, name))
        {
            return tree.Close(prefix, name);
        }

        if (tree.Current is { } open && ForgottenEnds.IsLeaf(open.Prefix, open.Name) && ForgottenEnds.IsFeedElement(prefix, name))
        {
            tree.Close();
            return true;
        }

        return false;
    }

    private static string Decode(string run) => WithoutControls(run.Contains('&') ? WebUtility.HtmlDecode(run) : run);

    private static string WithoutControls(string run) =>
        run.AsSpan().ContainsAnyInRange('\0', '\u0008') || run.AsSpan().ContainsAnyInRange('\u000B', '\u001F')
            ? string.Concat(run.Where(c => c >= ' ' || c is '\t' or '\n' or '\r'))
            : run;
}

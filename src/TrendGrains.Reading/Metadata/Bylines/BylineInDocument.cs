using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata.Dates;

namespace TrendGrains.Reading.Metadata.Bylines;

/// <summary>Finds who wrote the page in its visible part: elements that say so by property, relation or class, and lines that begin with "By".</summary>
internal static class BylineInDocument
{
    private const int LongestLine = 160;
    public const int LeastScore = 5;
    private const int LargestBox = 120;

    /// <summary>An element that says author, below the headline.</summary>
    private const int Byline = 7;

    private const int Labelled = 7;
    private const int MostCandidates = 200;

    /// <summary>Patterns are tried on so many elements and lines; a page with more of them names nobody by that.</summary>
    private const int MostLooks = 2000;

    private const Hint Elsewhere = Hint.Navigation | Hint.Footer | Hint.Related | Hint.Sidebar | Hint.Popup | Hint.Advert;

    private const int Many = 3;

    private readonly record struct Candidate(int Node, int Score, int Kind, string Sign, List<string> Names);

    /// <summary>The names, <c>microdata</c> or <c>dom</c>, and how sure that is; empty when nobody is named where a byline stands.</summary>
    public static (List<string> Names, string Origin, int Score) Find(PageLayout layout, PageClaims claims)
    {
        var candidates = new List<Candidate>();
        Elements(layout, candidates, claims);
        Lines(layout, candidates);
        Labels(layout, candidates);
        if (claims.IsShop)
        {
            // Brands and reviewers.
            return ([], "", 0);
        }
        if (claims.IsForum)
        {
            // Who opened the thread stands first, and every post names its writer alike.
            var posts = candidates.FindAll(c => c.Kind <= 3 && c.Node > layout.Headline && (layout.Around(c.Node) & Elsewhere) == 0);
            var first = posts.FindIndex(c => c.Kind == 0) is >= 0 and var stated ? stated : 0;
            return posts.Count == 0 ? ([], "", 0) : ([posts[first].Names[0]], posts[first].Kind == 0 ? "microdata" : "dom", LeastScore);
        }
        var everybody = candidates.Select(c => c.Names[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var far = candidates.Where(c => !layout.IsByHeadline(c.Node)).Select(c => c.Names[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        // A list of signed things has a writer of its own only where a byline stands.
        var least = everybody > Many && !claims.IsArticle && far >= Many ? Byline : LeastScore;
        var isOneWriter = candidates.Where(c => c.Kind is 1 or 2).Select(c => c.Names[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
        Candidate? best = null;
        foreach (var candidate in candidates)
        {
            // Teasers of other stories each name a writer.
            var score = candidate.Score - (far > Many && !layout.IsByHeadline(candidate.Node) && candidate.Kind != Labelled ? 5 : 0) + (isOneWriter && candidate.Kind is 1 or 2 ? 3 : 0);
            if (score >= least && (best is null || score > best.Value.Score))
            {
                best = candidate with { Score = score };
            }
        }
        if (best is not { } chosen)
        {
            return ([], "", 0);
        }
        return (Together(layout, candidates, chosen), chosen.Kind == 0 ? "microdata" : "dom", chosen.Score);
    }

    /// <summary>Writers that stand one behind the other, each in an element of its own.</summary>
    private static List<string> Together(PageLayout layout, List<Candidate> candidates, Candidate chosen)
    {
        var names = new List<string>(chosen.Names);
        var last = layout.FromHeadline(chosen.Node) ?? 0;
        foreach (var other in candidates)
        {
            if (other.Kind == chosen.Kind && other.Sign == chosen.Sign && other.Node > chosen.Node && layout.IsByHeadline(other.Node) && (layout.FromHeadline(other.Node) ?? 0) - last < 60)
            {
                last = layout.FromHeadline(other.Node) ?? 0;
                names.AddRange(other.Names.Where(n => !names.Contains(n, StringComparer.OrdinalIgnoreCase)));
            }
        }
        return names;
    }

    private static void Elements(PageLayout layout, List<Candidate> candidates, PageClaims claims)
    {
        var nodes = layout.Tree.Nodes;
        for (int i = 1, looks = 0; i < nodes.Length && candidates.Count < MostCandidates && looks < MostLooks; i++)
        {
            if (((nodes[i].Hints & Hint.Writer) == 0 && nodes[i].Tag != Tag.Address) || nodes[i].Element is not { } element || Evidence(element, nodes[i]) is not (var evidence and > 0, var kind))
            {
                continue;
            }
            looks++;
            var names = BylineText.Names((claims.IsForum && kind is 0 or 3 ? FirstLink(nodes, i) : null) ?? TextOf(nodes, i, kind));
            if (names.Count > 0 && (claims.IsArticle || claims.IsForum || kind is 0 or 1 || names.TrueForAll(BylineText.IsPersonal)) && !IsAnotherHand(nodes, i))
            {
                candidates.Add(new Candidate(i, evidence + Place(layout, i), kind, element.GetAttribute("class") ?? "", names));
            }
        }
    }

    /// <summary>How much an element claims to hold a writer's name, and what kind of claim that is; of one kind, several belong together.</summary>
    private static (int Score, int Kind) Evidence(IElement element, PageNode node)
    {
        if (element.GetAttribute("itemprop") is { } property && property.Split(' ').Any(p => p is "author" or "creator"))
        {
            return (6, 0);
        }
        if (node.Tag == Tag.A)
        {
            if (MetadataReader.HasRel(element, "author"))
            {
                return (6, 1);
            }
            if (element.GetAttribute("href") is { } href && CreditWords.IsWriterPage(href))
            {
                return (3, 2);
            }
        }
        var isClassed = false;
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name is "class" or "id" or "data-testid" or "data-component" && attribute.Value is var value && CreditWords.NamesWriter(value))
            {
                if (!CreditWords.IsBeside(value))
                {
                    return (value.Contains("byline", StringComparison.OrdinalIgnoreCase) || value.Contains("name", StringComparison.OrdinalIgnoreCase) ? 5 : 4, 3);
                }
                isClassed = true;
            }
        }
        return isClassed ? (2, 4) : node.Tag == Tag.Address ? (3, 5) : (0, 0);
    }

    private static int Place(PageLayout layout, int node)
    {
        var around = layout.Around(node);
        var distance = layout.FromHeadline(node);
        var score = distance switch { null => 0, >= 0 and <= PageLayout.Below => 3, < 0 and >= -PageLayout.Above => 2, _ => -1 };
        score -= (around & Elsewhere) != 0 ? 4 : 0;
        return score - ((around & Hint.Comments) != 0 && !layout.IsByHeadline(node) ? 5 : 0);
    }

    private static string? TextOf(ReadOnlySpan<PageNode> nodes, int at, int kind)
    {
        if (kind == 0)
        {
            for (var i = at; i < Math.Min(nodes[at].End, at + LargestBox); i++)
            {
                if (nodes[i].Element is { } element && (i == at || element.GetAttribute("itemprop") is { } name && name.Split(' ').Contains("name")))
                {
                    if (element.GetAttribute("content") is { Length: > 0 } content)
                    {
                        return content;
                    }
                    if (i > at)
                    {
                        return NodeText.Line(nodes, i, LongestLine);
                    }
                }
            }
        }
        if (NodeText.Line(nodes, at, LongestLine) is { } line)
        {
            return line;
        }
        // A box about the writer: its first link to the writer's page is the name.
        for (var i = at + 1; i < Math.Min(nodes[at].End, at + LargestBox); i++)
        {
            if (nodes[i].Tag == Tag.A && (MetadataReader.HasRel(nodes[i].Element!, "author") || (nodes[i].Hints & Hint.Writer) != 0)
                && NodeText.Line(nodes, i, LongestLine) is { Length: > 1 } name)
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>A member's link comes before ranks, counts and badges.</summary>
    private static string? FirstLink(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (var i = at; i < Math.Min(nodes[at].End, at + LargestBox); i++)
        {
            if (nodes[i].Tag == Tag.A && NodeText.Line(nodes, i, LongestLine) is { } name)
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>"Reviewed by", "Photos:" stands right before it.</summary>
    private static bool IsAnotherHand(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (int i = at - 1, seen = 0; i > 0 && seen < 4; i--, seen++)
        {
            if (nodes[i].Tag == Tag.Text && !string.IsNullOrWhiteSpace(nodes[i].Text))
            {
                return nodes[i].Text!.Length < 200 && BylineWords.AnotherHand().IsMatch(nodes[i].Text!.TrimEnd());
            }
        }
        return false;
    }

    /// <summary>"By Jane Roe", "홍길동 기자 hong@hanbit.example" as a line of its own.</summary>
    private static void Lines(PageLayout layout, List<Candidate> candidates)
    {
        var looks = 0;
        foreach (var block in layout.Blocks)
        {
            if (candidates.Count >= MostCandidates || ++looks > MostLooks)
            {
                return;
            }
            if (block.Text[0] is '(' or '[' && BylineWords.WireLead().Match(block.Text) is { Success: true } wire && BylineText.Names(wire.Value) is { Count: > 0 } correspondents)
            {
                candidates.Add(new Candidate(block.Node, LeastScore, 6, "", correspondents));
                continue;
            }
            if (block.Chars > LongestLine)
            {
                continue;
            }
            var isKorean = BylineWords.KoreanRole().IsMatch(block.Text);
            var lead = BylineWords.Lead().Match(block.Text) is { Success: true, Length: var length } ? length : 0;
            if (!isKorean && lead == 0 && block.Chars <= 90 && layout.FromHeadline(block.Node) is >= 0 and <= 200 && BesideDate(block.Text) is { } signed)
            {
                candidates.Add(new Candidate(block.Node, LeastScore, 8, "", [signed]));
                continue;
            }
            if (!isKorean && (lead == 0 || lead >= block.Chars || (char.IsLower(block.Text[lead]) && block.Chars > 40)))
            {
                continue;
            }
            var names = BylineText.Names(block.Text);
            if (names.Count == 0 || (!isKorean && !names.TrueForAll(n => BylineText.IsPersonal(n) || (n.Length == block.Chars - lead && layout.IsByHeadline(block.Node)))))
            {
                continue;
            }
            var score = (isKorean && !block.Text.Contains('@') && block.Chars > 60 ? 1 : 4) + Place(layout, block.Node);
            var isSigned = isKorean && block.Text.Contains('@') && block.Chars <= 80;
            var isLabelled = BylineWords.StrongLead().IsMatch(block.Text) && score >= 2;
            candidates.Add(new Candidate(block.Node, isSigned || isLabelled ? Math.Max(score, LeastScore) : score, isLabelled ? Labelled : 6, "", names));
        }
    }

    /// <summary>"5 Jan 2026, 13:13 / Jane Roe", "Jane Roe | Senior Writer | July 2, 2026": a name beside the date.</summary>
    private static string? BesideDate(string line)
    {
        if (DateText.Find(line, 0, DayOrder.MonthFirst) is not { } date)
        {
            return null;
        }
        var rest = $"{line[..date.Start]}|{line[date.End..]}";
        foreach (var part in rest.Split(['|', '·', '•', '/', '—', '–'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = BylineWords.Lead().Replace(part.Trim(',', '-', ' ', '(', ')', '.'), "", 1);
            if (name.Split(' ').Length is 2 or 3 && name.All(c => char.IsLetter(c) || c is ' ' or '.' or '-' or '\'' or '’') && BylineText.IsPersonal(name) && !BylineWords.IsNobody(name) && DateLabels.Before(name, name.Length) == DateLabel.None)
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>"Written by" as one line, the name as the next.</summary>
    private static void Labels(PageLayout layout, List<Candidate> candidates)
    {
        for (var i = 0; i + 1 < layout.Blocks.Count; i++)
        {
            if (layout.Blocks[i].Chars <= 20 && BylineWords.LabelAlone().IsMatch(layout.Blocks[i].Text) && layout.Blocks[i + 1] is { Chars: <= 80 } next
                && BylineText.Names(next.Text) is { Count: > 0 } names && names.TrueForAll(BylineText.IsPersonal) && Place(layout, next.Node) >= -2)
            {
                candidates.Add(new Candidate(next.Node, Math.Max(LeastScore, 4 + Place(layout, next.Node)), Labelled, "", names));
            }
        }
    }
}

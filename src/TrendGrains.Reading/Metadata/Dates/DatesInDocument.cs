using AngleSharp.Dom;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>A date found in the visible part of a page.</summary>
/// <param name="Origin"><c>microdata</c>, <c>time</c> or <c>dom</c>.</param>
internal readonly record struct FoundDate(WrittenMoment Moment, string Origin, int Score, int Node);

/// <summary>
/// Finds when a page was published and changed in its visible part: microdata, time elements, elements whose class says date, and
/// short lines by the headline. Dates of comments, of other stories, of copyright lines and of events are passed over.
/// </summary>
internal sealed class DatesInDocument
{
    private const int LongestLine = 140;
    private const int LongestElement = 120;
    private const int MostCandidates = 300;
    private const int LeastScore = 4;
    private const int FewFar = 2;

    /// <summary>An element that says date, below the headline.</summary>
    private const int Dateline = 6;
    private const Hint Elsewhere = Hint.Navigation | Hint.Footer | Hint.Related | Hint.Sidebar | Hint.Popup | Hint.Advert | Hint.Legal | Hint.Cart;

    private readonly PageLayout layout;
    private readonly PageDates dates;
    private readonly PageClaims claims;
    private readonly List<(FoundDate Date, DateLabel Label)> found = [];

    public DatesInDocument(PageLayout layout, PageDates dates, PageClaims claims)
    {
        this.claims = claims;
        this.layout = layout;
        this.dates = dates;
        Elements();
        Lines();
        Published = Best(DateLabel.Published, true);
        Modified = Best(DateLabel.Modified, false);
    }

    public FoundDate? Published { get; }
    public FoundDate? Modified { get; }

    private FoundDate? Best(DateLabel label, bool withoutLabel)
    {
        var far = found.Where(f => !layout.IsByHeadline(f.Date.Node)).Select(f => f.Date.Moment.Day).Distinct().Count();
        // A list of dated things has a date of its own only where a dateline stands.
        var isList = far > FewFar && claims is { IsArticle: false, IsForum: false };
        FoundDate? best = null;
        foreach (var (date, itsLabel) in found)
        {
            if (itsLabel != label && !(withoutLabel && itsLabel == DateLabel.None))
            {
                continue;
            }
            // Teasers of other stories each carry a day.
            var score = date.Score + (itsLabel == label ? 4 : 0) - (!claims.IsForum && far > FewFar && !layout.IsByHeadline(date.Node) ? 3 : 0);
            if (score >= (isList ? Dateline : LeastScore) && (best is null || score > best.Value.Score))
            {
                best = date with { Score = score };
            }
        }
        return best;
    }

    private void Elements()
    {
        var nodes = layout.Tree.Nodes;
        for (var i = 1; i < nodes.Length && found.Count < MostCandidates; i++)
        {
            if (((nodes[i].Hints & Hint.Dated) == 0 && nodes[i].Tag != Tag.Time) || nodes[i].Element is not { } element)
            {
                continue;
            }
            if (element.GetAttribute("itemprop") is { } property && Property(property) is { } label)
            {
                if (!ItemScope.IsOfAnother(element))
                {
                    Add(i, element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? NodeText.Line(nodes, i, LongestElement), "microdata", 6, label);
                }
            }
            else if (nodes[i].Tag == Tag.Time)
            {
                var text = element.GetAttribute("datetime") is { Length: > 0 } stated && dates.Parse(stated) is not null ? stated : NodeText.Line(nodes, i, LongestElement);
                Add(i, text, "time", 4, LabelOf(element, i));
            }
            else if ((Stamp(element) ?? NodeText.Line(nodes, i, LongestElement)) is { Length: > 5 } line
                && line.AsSpan().ContainsAnyInRange('0', '9'))
            {
                AddLine(i, line, Stamp(element) is null ? 3 : 4, DateLabels.OfClass(element.GetAttribute("class") ?? ""));
            }
        }
    }

    /// <summary>The exact time that portals keep beside the one they show.</summary>
    private static string? Stamp(IElement element) => element.GetAttribute("data-date-time") ?? element.GetAttribute("data-modify-date-time");

    /// <summary>Short lines by the headline, or with words that say what their date is.</summary>
    private void Lines()
    {
        foreach (var block in layout.Blocks)
        {
            if (block.Chars is >= 6 and <= LongestLine && found.Count < MostCandidates && block.Text.AsSpan().ContainsAnyInRange('0', '9'))
            {
                AddLine(block.Node, block.Text, 2, DateLabel.None);
            }
        }
    }

    private void AddLine(int node, string line, int score, DateLabel byClass)
    {
        for (var from = 0; from < line.Length && DateText.Find(line, from, dates.Order) is { } date; from = date.End)
        {
            var label = DateLabels.Before(line, date.Start) is var before && before != DateLabel.None ? before : byClass;
            if (dates.Believable(date.Moment) is { } moment)
            {
                // A line that says much beside its date is prose.
                var rest = line.Length - (date.End - date.Start);
                found.Add((new FoundDate(moment, "dom", score + Place(node) - (rest > 60 && label == DateLabel.None ? 3 : 0), node), label));
            }
        }
    }

    private void Add(int node, string? text, string origin, int score, DateLabel label)
    {
        if (dates.Parse(text) is { } moment)
        {
            found.Add((new FoundDate(moment, origin, score + Place(node), node), label));
        }
    }

    private int Place(int node)
    {
        ref readonly var at = ref layout.Tree.Nodes[node];
        var around = layout.Around(node);
        var isBy = layout.IsByHeadline(node);
        var score = layout.FromHeadline(node) switch { null => 1, >= 0 and <= PageLayout.Below => 3, < 0 and >= -PageLayout.Above => 2, _ => 0 };
        score -= (around & Elsewhere) != 0 ? 5 : 0;
        score -= (around & Hint.Comments) != 0 && !isBy ? 7 : 0;
        return score - (at.IsInLink && !isBy ? 2 : 0);
    }

    private static DateLabel? Property(string value) => value switch
    {
        "datePublished" or "dateCreated" or "uploadDate" => DateLabel.Published,
        "dateModified" => DateLabel.Modified,
        _ => null,
    };

    private DateLabel LabelOf(IElement element, int node)
    {
        if (element.HasAttribute("pubdate"))
        {
            return DateLabel.Published;
        }
        for (IElement? up = element; up is not null && up != element.ParentElement?.ParentElement; up = up.ParentElement)
        {
            if ((up.GetAttribute("class") ?? up.GetAttribute("id")) is { Length: < 200 } name && DateLabels.OfClass(name) is var label and not DateLabel.None)
            {
                return label;
            }
        }
        // The words just before: "Updated <time>".
        var nodes = layout.Tree.Nodes;
        for (int i = node - 1, seen = 0; i > 0 && seen < 3; i--)
        {
            if (nodes[i].Tag == Tag.Text && nodes[i].Text is { } text && !string.IsNullOrWhiteSpace(text))
            {
                return text.Length > LongestLine ? DateLabel.None : DateLabels.Before(text, text.Length);
            }
            seen += nodes[i].Tag == Tag.Text ? 0 : 1;
        }
        return DateLabel.None;
    }
}

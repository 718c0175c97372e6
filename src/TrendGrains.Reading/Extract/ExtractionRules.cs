using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract;

/// <summary>What counts as content differs by page kind; these are the differences.</summary>
internal sealed record ExtractionRules
{
    private const Hint Boilerplate = Hint.Navigation | Hint.Header | Hint.Footer | Hint.Sidebar | Hint.Related | Hint.Share | Hint.Advert | Hint.Popup
        | Hint.Signup | Hint.Byline | Hint.Tags | Hint.Breadcrumb | Hint.Paging | Hint.Hidden | Hint.Controls | Hint.Legal | Hint.Cart;

    /// <summary>Hints that make an element boilerplate with everything in it.</summary>
    public Hint Kill { get; init; } = Boilerplate | Hint.Comments;

    /// <summary>An element that holds more than this share of the page's substance is not boilerplate, even if its name is a strong hint.</summary>
    public double StrongLimit { get; init; } = 0.6;

    /// <summary>The same for hints that also name wrappers: "with-sidebar", "share", "ad".</summary>
    public double WeakLimit { get; init; } = 0.1;

    /// <summary>Below this many letters a weak hint counts as a strong one: a box, not a wrapper.</summary>
    public double WeakLetters { get; init; } = 300;

    /// <summary>The search for the content's container goes down while one child holds this share.</summary>
    public double DescendShare { get; init; } = 0.85;

    public double MaxLinkShare { get; init; } = 0.9;

    public double MaxBoxLinkShare { get; init; } = 0.7;

    /// <summary>Content is all of the page's main part, not its densest container.</summary>
    public bool WholeRegion { get; init; }

    /// <summary>The heading that repeats the title is part of the text, not only of the title.</summary>
    public bool KeepsTitle { get; init; }

    public static ExtractionRules For(string kind) => kind switch
    {
        PageKinds.Forum => new ExtractionRules { Kill = Boilerplate, MaxBoxLinkShare = 0.9 },
        PageKinds.Listing or PageKinds.Collection => new ExtractionRules { MaxLinkShare = 1.1, MaxBoxLinkShare = 1.1, WholeRegion = true },
        PageKinds.Service => new ExtractionRules { WholeRegion = true },
        PageKinds.Product => new ExtractionRules { Kill = Boilerplate | Hint.Comments | Hint.Reviews, WholeRegion = true },
        _ => new ExtractionRules(),
    };
}

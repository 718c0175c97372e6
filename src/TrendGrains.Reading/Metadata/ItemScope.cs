using AngleSharp.Dom;

namespace TrendGrains.Reading.Metadata;

/// <summary>Which item a microdata property belongs to.</summary>
internal static class ItemScope
{
    private static readonly string[] others = ["Comment", "UserComments", "Review", "Answer", "Event", "Offer", "Rating"];

    /// <summary>It is a property of a comment, a review, an answer or an event that the page shows.</summary>
    public static bool IsOfAnother(IElement element)
    {
        for (var up = element.ParentElement; up is not null; up = up.ParentElement)
        {
            if (up.GetAttribute("itemtype") is { } type)
            {
                return Array.Exists(others, o => type.EndsWith(o, StringComparison.Ordinal));
            }
        }
        return false;
    }
}

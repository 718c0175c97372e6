using System.Buffers;
using System.Text;
using AngleSharp.Dom;

namespace TrendGrains.Reading.Links;

/// <summary>
/// Where on the page an element stands, in words that the page's other elements of the same make share: <c>main ul.list li h2 a</c>. Bare
/// <c>div</c> and <c>span</c> are left out, and so are classes that differ from one list entry to the next (numbers, states). Each element
/// is looked at once a page.
/// </summary>
internal sealed class TagPaths
{
    private const int LongestPath = 200;
    private const int MostElements = 12;
    private const int MostClasses = 2;
    private const int LongestClass = 24;

    private static readonly SearchValues<char> spaces = SearchValues.Create(" \t\r\n\f");

    private readonly Dictionary<IElement, string> known = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<IElement> climb = new();
    private readonly StringBuilder segment = new(64);

    /// <summary>The path down to the element, itself included; where it is too long, its lower end.</summary>
    public string Of(IElement element)
    {
        // Up to the first element whose path is known, then down again: no recursion on a page nested a few hundred deep.
        climb.Clear();
        var path = "";
        for (IElement? at = element; at is not null && at.LocalName is not ("body" or "html"); at = at.ParentElement)
        {
            if (known.TryGetValue(at, out var above))
            {
                path = above;
                break;
            }

            climb.Push(at);
        }

        while (climb.TryPop(out var at))
        {
            var name = Segment(at);
            path = name.Length == 0 ? path : path.Length == 0 ? name : Bounded(string.Concat(path, " ", name));
            known.Add(at, path);
        }

        return path;
    }

    /// <summary>The element's name with its classes; nothing for a bare wrapper.</summary>
    private string Segment(IElement element)
    {
        var tag = element.LocalName;
        var named = element.HasAttribute("class") ? element.GetAttribute("class").AsSpan() : [];
        if (named.IsEmpty)
        {
            return tag is "div" or "span" ? "" : tag.Length <= LongestClass ? tag : "x";
        }

        segment.Clear().Append(tag.Length <= LongestClass ? tag : "x");
        var classes = 0;
        while (!named.IsEmpty && classes < MostClasses)
        {
            var length = named.IndexOfAny(spaces);
            var name = length < 0 ? named : named[..length];
            named = length < 0 ? [] : named[(length + 1)..];
            if (name.Length is > 0 and <= LongestClass && IsLasting(name))
            {
                segment.Append('.').Append(name);
                classes++;
            }
        }

        return classes == 0 && tag is ("div" or "span") ? "" : segment.ToString();
    }

    private static bool IsLasting(ReadOnlySpan<char> name) =>
        !name.ContainsAnyInRange('0', '9') && name is not ("active" or "current" or "selected" or "first" or "last" or "odd" or "even" or "visited" or "open");

    private static string Bounded(string path)
    {
        var start = 0;
        for (var elements = path.AsSpan().Count(' ') + 1; elements > MostElements || path.Length - start > LongestPath; elements--)
        {
            start = path.IndexOf(' ', start) + 1;
        }

        return start == 0 ? path : path[start..];
    }
}

using System.Collections.Frozen;
using AngleSharp.Dom;

namespace TrendGrains.Reading.Markup;

/// <summary>Reads <see cref="Hint"/>s off an element: the words of its class and id, its role, its itemprop, its style.</summary>
internal static class ElementHints
{
    private static readonly FrozenDictionary<string, Hint>.AlternateLookup<ReadOnlySpan<char>> byWord = HintWords.Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Hint>.AlternateLookup<ReadOnlySpan<char>> byPair = HintWords.Pairs.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Hint Of(IElement element, Tag tag)
    {
        var hints = tag switch
        {
            Tag.Nav => Hint.Navigation,
            Tag.Aside => Hint.Sidebar,
            Tag.Footer => Hint.Footer,
            Tag.Header => Hint.Header,
            _ => Hint.None,
        };
        // Body classes name the template ("has-sidebar", "no-comments"), not what the element holds.
        if (tag is Tag.Body or Tag.Text)
        {
            return hints;
        }
        foreach (var attribute in element.Attributes)
        {
            hints |= attribute.Name switch
            {
                "class" or "id" or "data-testid" or "data-component" => OfWords(attribute.Value) | CreditWords.Of(attribute.Value),
                "role" => OfRole(attribute.Value),
                "rel" => tag == Tag.A && attribute.Value.Contains("author", StringComparison.OrdinalIgnoreCase) ? Hint.Writer : Hint.None,
                "href" => tag == Tag.A && CreditWords.IsWriterPage(attribute.Value) ? Hint.Writer : Hint.None,
                "itemprop" => CreditWords.OfProperty(attribute.Value) is var credit and not Hint.None ? credit : attribute.Value is "articleBody" or "text" ? Hint.ArticleBody : attribute.Value is "breadcrumb" ? Hint.Breadcrumb : Hint.None,
                "hidden" => attribute.Value is "until-found" ? Hint.None : Hint.Hidden,
                "aria-modal" => attribute.Value is "true" ? Hint.Popup : Hint.None,
                "style" => IsHiddenStyle(attribute.Value) ? Hint.Hidden : Hint.None,
                "aria-label" => attribute.Value.Contains("breadcrumb", StringComparison.OrdinalIgnoreCase) ? Hint.Breadcrumb : Hint.None,
                _ => Hint.None,
            };
        }
        // A closed tab or accordion is content that waits for a click.
        return element.GetAttribute("role") is "tabpanel" or "region" ? hints & ~Hint.Hidden : hints;
    }

    private static Hint OfRole(string role) => role switch
    {
        "navigation" or "menu" or "menubar" or "toolbar" => Hint.Navigation,
        "banner" => Hint.Header,
        "contentinfo" => Hint.Footer,
        "complementary" => Hint.Sidebar,
        "search" => Hint.Controls,
        "dialog" or "alertdialog" or "alert" => Hint.Popup,
        "main" => Hint.Content,
        _ => Hint.None,
    };

    private static bool IsHiddenStyle(string style)
    {
        var display = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (display >= 0 && style.AsSpan(display + 7).TrimStart().TrimStart(':').TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
        var visibility = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return visibility >= 0 && style.AsSpan(visibility + 10).TrimStart().TrimStart(':').TrimStart().StartsWith("hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Cuts "relatedPosts post_sidebar" into words at anything but letters and at lower-to-upper steps, and looks each word and each pair up.</summary>
    internal static Hint OfWords(ReadOnlySpan<char> value)
    {
        // Utility class lists can be long; the telling names come first.
        if (value.Length > 400)
        {
            value = value[..400];
        }
        var hints = Hint.None;
        Span<char> pair = stackalloc char[64];
        Span<char> word = stackalloc char[32];
        var previous = 0;
        for (var i = 0; i <= value.Length;)
        {
            var length = 0;
            var at = i;
            while (at < value.Length && char.IsAsciiLetter(value[at]) && !(length > 0 && char.IsAsciiLetterUpper(value[at]) && char.IsAsciiLetterLower(value[at - 1])))
            {
                if (length < word.Length)
                {
                    word[length++] = char.ToLowerInvariant(value[at]);
                }
                at++;
            }
            if (length > 0)
            {
                if (byWord.TryGetValue(word[..length], out var hint))
                {
                    hints |= hint;
                }
                if (previous > 0)
                {
                    pair[previous] = '-';
                    word[..length].CopyTo(pair[(previous + 1)..]);
                    if (byPair.TryGetValue(pair[..(previous + 1 + length)], out hint))
                    {
                        hints |= hint;
                    }
                }
                word[..length].CopyTo(pair);
                previous = length > 31 ? 0 : length;
            }
            if (at >= value.Length)
            {
                break;
            }
            if (value[at] == ' ')
            {
                previous = 0;
            }
            i = char.IsAsciiLetter(value[at]) ? at : at + 1;
        }
        return hints;
    }
}

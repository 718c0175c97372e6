using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Signals;

/// <summary>
/// The words of a page by where they stand (address, title, headings, text, names of elements, links, types), each once, hashed into
/// buckets for a linear model. Words of one place weigh together as much as those of any other.
/// </summary>
internal sealed class PageWords
{
    /// <summary>Rows of a table of weights.</summary>
    public const int Buckets = 1 << 14;

    private const int MostText = 4000;
    private const int MostAnchors = 300;

    private readonly List<(int Bucket, float Weight)> words = [];
    private readonly HashSet<uint> seen = [];
    private int placeStart;

    /// <summary>In the order of the page; a bucket may come twice.</summary>
    public static IReadOnlyList<(int Bucket, float Weight)> Of(ReadOnlySpan<PageNode> nodes, List<Block> blocks, PageParts parts, PageMetadata meta, PageUrls urls)
    {
        var words = new PageWords();
        words.Address(urls.Page ?? meta.CanonicalUrl);
        words.Add('t', meta.Title);
        words.EndPlace();
        foreach (var type in meta.Types.Order(StringComparer.Ordinal))
        {
            words.AddWord('j', type);
        }
        words.Add('m', meta.OpenGraphType);
        words.Add('m', meta.Generator);
        words.EndPlace();
        words.Text(nodes, blocks);
        words.Names(nodes);
        words.Links(parts);
        return words.words;
    }

    private void Address(string? url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host.AsSpan(4) : uri.Host;
            // The site's own name says nothing about sites never seen.
            foreach (var range in host.Split('.'))
            {
                AddWord('h', host[range]);
            }
            Add('u', uri.AbsolutePath);
        }
        EndPlace();
    }

    private void Text(ReadOnlySpan<PageNode> nodes, List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading && (nodes[block.Owner].Around & BlockSignals.Frame) == 0)
            {
                Add('g', block.Text);
            }
        }
        EndPlace();
        foreach (var block in blocks)
        {
            if (block.Chars <= 25)
            {
                AddWord('n', block.Text);
            }
        }
        EndPlace();
        var left = MostText;
        foreach (var block in blocks)
        {
            if (left > 0 && block.Kind != BlockKind.Heading && (nodes[block.Owner].Around & BlockSignals.Frame) == 0)
            {
                Add('b', block.Text.AsSpan(0, Math.Min(left, block.Text.Length)));
                left -= block.Text.Length;
            }
        }
        EndPlace();
    }

    private void Names(ReadOnlySpan<PageNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Element is { } element)
            {
                var place = node.Tag == Tag.Body ? 'c' : 'k';
                Add(place, element.GetAttribute("class"));
                Add(place, element.Id);
            }
        }
        EndPlace();
    }

    private void Links(PageParts parts)
    {
        foreach (var anchor in parts.Anchors.Take(MostAnchors))
        {
            var href = anchor.GetAttribute("href").AsSpan();
            var scheme = href.IndexOf("://");
            if (scheme >= 0)
            {
                var path = href[(scheme + 3)..].IndexOf('/');
                href = path < 0 ? default : href[(scheme + 3 + path)..];
            }
            href = href.TrimStart('/');
            var end = href.IndexOfAny("/?#");
            AddWord('l', end < 0 ? href : href[..end]);
        }
        EndPlace();
    }

    /// <summary>Every run of letters.</summary>
    private void Add(char place, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }
            var end = i + 1;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }
            AddWord(place, text[i..end]);
            i = end;
        }
    }

    private void AddWord(char place, ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 40)
        {
            return;
        }
        var hash = (2166136261u ^ place) * 16777619;
        foreach (var c in word)
        {
            // Numbers of posts and pages are as good as one number.
            hash = (hash ^ (char.IsDigit(c) ? '0' : char.ToLowerInvariant(c))) * 16777619;
        }
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        if (seen.Add(hash))
        {
            words.Add(((int)(hash % Buckets), 0));
        }
    }

    private void EndPlace()
    {
        var weight = 1 / MathF.Sqrt(Math.Max(1, words.Count - placeStart));
        for (var i = placeStart; i < words.Count; i++)
        {
            words[i] = (words[i].Bucket, weight);
        }
        placeStart = words.Count;
    }
}

using System.Runtime.CompilerServices;

namespace TrendGrains.Crawling.Policies;

/// <summary>
/// What the online classifier sees of a link: places in a table of weights, found by hashing words of the address, of the anchor and of the
/// place on the page (Weinberger et al. 2009). Each link costs two bytes a feature.
/// </summary>
internal static class LinkFeatures
{
    public const int Size = 4096;

    private const int Most = 56;
    private const int MostWords = 6;
    private const int LongestWord = 24;

    public static ushort[] Of(FrontierLink link, in LinkShape shape, double? relevance, double? outcome)
    {
        Span<ushort> room = stackalloc ushort[Most];
        var features = new Collector(room);
        features.Add("bias", []);
        AddShape(ref features, shape);
        AddAddress(ref features, link.Url);
        AddPlace(ref features, link.Clue.TagPath, link.Clue.FromKind);
        AddWords(ref features, "word", link.Clue.Anchor, MostWords);
        AddWords(ref features, "beside", link.Clue.Around, 4);
        if (link.Referrer is { } referrer)
        {
            features.Add("on", UrlPattern.PathOf(referrer, out _));
        }

        if (outcome is { } paid)
        {
            features.Add("paid", Level(paid));
        }

        features.Add("around", link.Clue.Around.Length switch { 0 => "0", < 40 => "1", < 120 => "2", _ => "3" });
        if (relevance is { } near)
        {
            features.Add("near", Level(near));
        }

        return features.ToArray();
    }

    private static void AddShape(ref Collector features, in LinkShape shape)
    {
        Flag(ref features, "dated", shape.Dated);
        Flag(ref features, "slug", shape.Slug);
        Flag(ref features, "numbered", shape.Numbered);
        Flag(ref features, "paged", shape.Paged);
        Flag(ref features, "query", shape.HasQuery);
        Flag(ref features, "listing", shape.Listing);
        Flag(ref features, "service", shape.Service);
        Flag(ref features, "below", shape.BelowArticles);
        Flag(ref features, "folder", shape.Folder);
        Flag(ref features, "number", shape.NumberAnchor);
        Flag(ref features, "heading", shape.InHeading);
        Flag(ref features, "frame", shape.InFrame);
        features.Add("segments", Digit(Math.Min(shape.Segments, 6)));
        features.Add("depth", Digit(Math.Min(shape.Depth, 5)));
        features.Add("anchor", shape.AnchorLength switch { 0 => "0", <= 3 => "1", <= 10 => "2", <= 23 => "3", <= 60 => "4", _ => "5" });
    }

    private static void AddAddress(ref Collector features, ReadOnlySpan<char> url)
    {
        var path = UrlPattern.PathOf(url, out var query);
        Span<char> pattern = stackalloc char[UrlPattern.Longest];
        features.Add("pattern", pattern[..UrlPattern.Write(path, query, pattern)]);
        var last = path.LastIndexOf('/') + 1;
        if (path[last..].LastIndexOf('.') is > 0 and var dot)
        {
            features.Add("extension", path[(last + dot)..]);
        }

        var left = MostWords;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (segment.Length is > 0 and <= LongestWord && !segment.ContainsAnyInRange('0', '9') && left-- > 0)
            {
                features.Add("segment", segment);
            }
        }

        left = 3;
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var name = pair.IndexOf('=') is >= 0 and var equals ? pair[..equals] : pair;
            if (name.Length is > 0 and <= LongestWord && left-- > 0)
            {
                features.Add("parameter", name);
            }
        }
    }

    private static void AddPlace(ref Collector features, ReadOnlySpan<char> tagPath, ReadOnlySpan<char> fromKind)
    {
        features.Add("from", fromKind);
        features.Add("path", tagPath);
        features.Add("tail", LinkGroup.Tail(tagPath, 3));
        features.Add(fromKind, tagPath);
        var left = 5;
        for (var rest = tagPath; rest.Length > 0 && left-- > 0;)
        {
            var space = rest.LastIndexOf(' ');
            features.Add("element", rest[(space + 1)..]);
            rest = space < 0 ? [] : rest[..space];
        }
    }

    private static void AddWords(ref Collector features, string name, ReadOnlySpan<char> text, int most)
    {
        foreach (var range in text.Split(' '))
        {
            if (text[range] is { Length: > 0 and <= LongestWord } word && most-- > 0)
            {
                features.Add(name, word);
            }
        }
    }

    private static ReadOnlySpan<char> Level(double share) => Digit((int)(Math.Clamp(share, 0, 0.99) * 10));

    private static void Flag(ref Collector features, string name, bool holds)
    {
        if (holds)
        {
            features.Add(name, []);
        }
    }

    private static ReadOnlySpan<char> Digit(int number) => "0123456789".AsSpan(number, 1);

    private ref struct Collector(Span<ushort> room)
    {
        private readonly Span<ushort> room = room;
        private int count;

        public void Add(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
        {
            if (count < room.Length)
            {
                room[count++] = (ushort)(LinkGroup.Hash(name, value) % Size);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public readonly ushort[] ToArray() => room[..count].ToArray();
    }
}

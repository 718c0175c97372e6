namespace TrendGrains.Reading.Extract.Features;

/// <summary>Where a block stands in the page: from its top, from the title, under which heading.</summary>
internal sealed class PlaceFeatures
{
    /// <summary>Phrases that, in a heading or a label, open a part of the page that is not the content.</summary>
    private const int Openers = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 11;

    public static readonly string[] Names =
    [
        "place.index", "place.share", "place.chars_before", "place.words_before", "place.mass_before", "place.from_h1", "place.from_title", "place.has_title", "place.title_share",
        "heading.distance", "heading.level", "heading.chars", "heading.link_share", "heading.in_container",
        .. Phrases.Names.Select(n => $"heading.{n}"),
        .. Phrases.Names.Select(n => $"said.{n}"),
        "place.from_opener", "place.from_comments", "place.comments_seen",
    ];

    private readonly BlockLayout page;
    private readonly int title = -1;
    private readonly int h1 = -1;
    private readonly double chars;
    private readonly double mass;
    private double charsBefore;
    private double massBefore;
    private double wordsBefore;
    private int opener = -1;
    private int comments = -1;
    private int commentsSeen;

    public PlaceFeatures(BlockLayout page)
    {
        this.page = page;
        var words = TitleOverlap.Words(page.Meta.Title);
        TitleShares = new double[page.Blocks.Count];
        double best = 0.5;
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            chars += block.Chars;
            mass += block.Mass;
            TitleShares[i] = block.Chars < 300 ? TitleOverlap.Share(words, block.Text) : 0;
            h1 = h1 < 0 && block.Tag == Markup.Tag.H1 ? i : h1;
            var worth = TitleShares[i] + (block.Kind == BlockKind.Heading ? 0.2 : 0);
            (title, best) = worth > best ? (i, worth) : (title, best);
        }
    }

    /// <summary>How far each block's words are the title's, 0…1.</summary>
    public double[] TitleShares { get; }

    /// <summary>Blocks are written in order.</summary>
    public void Write(ref RowWriter row, int at)
    {
        var block = page.Blocks[at];
        var count = page.Blocks.Count;
        row.AddLog(at);
        row.Add((double)at / count);
        row.Add(charsBefore / Math.Max(1, chars));
        row.AddLog(wordsBefore);
        row.Add(mass == 0 ? 0 : massBefore / mass);
        row.Add(From(h1, at));
        row.Add(From(title, at));
        row.Add(title >= 0);
        row.Add(TitleShares[at]);
        var heading = page.Headings[at];
        row.Add(heading < 0 ? -1 : Math.Min(at - heading, 200));
        row.Add(heading < 0 ? 0 : Level(page.Blocks[heading]));
        row.AddLog(heading < 0 ? 0 : page.Blocks[heading].Chars);
        row.Add(heading < 0 ? 0 : page.Blocks[heading].LinkShare);
        row.Add(heading >= 0 && page.Range(page.Container(at, 1)).First <= heading);
        Add(ref row, heading < 0 ? 0 : page.Phrases[heading]);
        Add(ref row, page.Phrases[at]);
        if (block.Chars < 80 && (page.Phrases[at] & Openers) != 0)
        {
            opener = at;
        }
        if (block.Chars < 80 && (page.Phrases[at] & 1 << 2) != 0)
        {
            comments = at;
            commentsSeen++;
        }
        row.Add(opener < 0 ? -1 : Math.Min(at - opener, 200));
        row.Add(comments < 0 ? -1 : Math.Min(at - comments, 200));
        row.AddLog(commentsSeen);
        charsBefore += block.Chars;
        massBefore += block.Mass;
        wordsBefore += page.Words[at];
    }

    internal static int Level(Block block) => Markup.Tags.IsHeading(block.Tag) ? block.Tag - Markup.Tag.H1 + 1 : 7;

    /// <summary>Blocks since a mark, negative before it; −300 where the page has none.</summary>
    private static int From(int mark, int at) => mark < 0 ? -300 : Math.Clamp(at - mark, -200, 200);

    private static void Add(ref RowWriter row, int phrases)
    {
        for (var i = 0; i < Phrases.Names.Length; i++)
        {
            row.Add((phrases & 1 << i) != 0);
        }
    }
}

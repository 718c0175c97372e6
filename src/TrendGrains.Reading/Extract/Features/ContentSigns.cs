using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>What else of the page speaks for or against a block: its structured data, its description, pictures and buttons nearby, words about consent.</summary>
internal sealed class ContentSigns
{
    private const int LongestData = 200_000;
    private const int Probe = 24;

    public static readonly string[] Names =
    [
        "sign.in_data", "sign.has_data", "sign.in_description", "sign.consent", "sign.consent_box0", "sign.consent_box2", "sign.images_box0", "sign.images_box1", "sign.images_box2",
        "sign.buttons_box1", "sign.phrases_box1", "sign.phrases_box2",
    ];

    private readonly BlockLayout page;
    private readonly string data;
    private readonly string description;
    private readonly int[] images;
    private readonly int[] buttons;
    private readonly int[] consent;
    private readonly int[] phrases;

    public ContentSigns(BlockLayout page, PageParts parts)
    {
        this.page = page;
        // Escapes are left as they are: a probe that holds none is found all the same.
        data = string.Join('\n', parts.JsonLd.Where(j => j.Length <= LongestData && j.Contains("\"articleBody\"", StringComparison.Ordinal)).Take(3));
        description = page.Meta.Description ?? "";
        var nodes = page.Nodes;
        (images, buttons) = (new int[nodes.Length + 1], new int[nodes.Length + 1]);
        for (var i = 0; i < nodes.Length; i++)
        {
            images[i + 1] = images[i] + (nodes[i].Tag is Tag.Img or Tag.Picture ? 1 : 0);
            buttons[i + 1] = buttons[i] + (nodes[i].Tag is Tag.Button or Tag.Label ? 1 : 0);
        }
        (consent, phrases) = (new int[page.Blocks.Count + 1], new int[page.Blocks.Count + 1]);
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            consent[i + 1] = consent[i] + (Phrases.IsConsent(page.Blocks[i].Text) ? 1 : 0);
            phrases[i + 1] = phrases[i] + (page.Blocks[i].Chars < 80 && (page.Phrases[i] & Phrases.Boilerplate) != 0 ? 1 : 0);
        }
    }

    public void Write(ref RowWriter row, int at)
    {
        var text = page.Blocks[at].Text;
        var start = Math.Max(0, (text.Length - Probe) / 2);
        var probe = text.AsSpan(start, Math.Min(Probe, text.Length - start));
        row.Add(data.Length > 0 && text.Length >= Probe && data.AsSpan().Contains(probe, StringComparison.Ordinal));
        row.Add(data.Length > 0);
        row.Add(text.Length >= Probe && description.AsSpan().Contains(probe, StringComparison.Ordinal));
        row.Add(consent[at + 1] - consent[at]);
        row.Add(Share(consent, at, 0));
        row.Add(Share(consent, at, 2));
        for (var level = 0; level < 3; level++)
        {
            row.Add(Math.Min(10, PerBlock(images, at, level)));
        }
        row.Add(Math.Min(10, PerBlock(buttons, at, 1)));
        row.Add(Share(phrases, at, 1));
        row.Add(Share(phrases, at, 2));
    }

    private double Share(int[] sums, int at, int level)
    {
        var (first, end) = page.Range(page.Container(at, level));
        return end > first ? (double)(sums[end] - sums[first]) / (end - first) : 0;
    }

    private double PerBlock(int[] sums, int at, int level)
    {
        var box = page.Container(at, level);
        var (first, end) = page.Range(box);
        return (double)(sums[page.Nodes[box].End] - sums[box]) / Math.Max(1, end - first);
    }
}

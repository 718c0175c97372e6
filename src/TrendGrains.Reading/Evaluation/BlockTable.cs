using System.Runtime.InteropServices;
using System.Text.Json;
using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Extract.Features;

namespace TrendGrains.Reading.Evaluation;

/// <summary>What the block models learn from, as files: a line of JSON a page, and the rows of all its blocks as raw 32-bit numbers.</summary>
public static class BlockTable
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="path">The JSON Lines go to this file, the rows to the same name with <c>.bin</c> after it, the names of the features first in the lines.</param>
    /// <param name="models">What tells a page's kind: models that have not seen its site.</param>
    /// <param name="report">Told after each page how many are written.</param>
    public static async Task WriteAsync(string path, IReadOnlyList<WcxbPage> pages, Func<WcxbPage, PageModels> models, Action<int> report, CancellationToken cancellationToken)
    {
        await using var lines = new StreamWriter(path);
        await using var rows = File.Create(path + ".bin");
        await lines.WriteLineAsync(JsonSerializer.Serialize(new { Features = BlockFeatures.Names }, json));
        for (var i = 0; i < pages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = pages[i];
            var draft = PageDraft.Of(new RawPage(page.Url, "text/html", null, page.Body, null), BodyDecoder.Decode(page.Body, null), models(page));
            var layout = new BlockLayout(draft.Tree, draft.Blocks, draft.Meta);
            var (words, shares) = BlockLabels.Of([.. draft.Blocks.Select(b => b.Text)], page.Text);
            await lines.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    page.Id,
                    page.Kind,
                    page.Site,
                    page.IsHeldOut,
                    Fold = SiteSplit.FoldOf(page.Site),
                    Gold = page.Text,
                    page.With,
                    page.Without,
                    Words = words,
                    Shares = shares.Select(s => Math.Round(s, 3)),
                    Texts = draft.Blocks.Select(b => b.Text),
                },
                json));
            rows.Write(MemoryMarshal.AsBytes<float>(BlockFeatures.Of(layout, draft)));
            report(i + 1);
        }
    }
}

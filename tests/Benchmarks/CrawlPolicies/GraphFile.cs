using System.IO.Compression;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Press.World;
using TrendGrains.Reading;
using TrendGrains.TestKit;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>Keeps walked sites among the build's outputs, since reading them takes minutes and replaying a crawl milliseconds; another reader or press walks them anew.</summary>
internal static class GraphFile
{
    /// <summary>To be raised when the form of the files changes, or what is paid for a page.</summary>
    private const int Form = 3;

    private static readonly string build =
        $"{Form}-" + $"{typeof(PageReader).Module.ModuleVersionId:N}"[..12] + $"{typeof(PressWorld).Module.ModuleVersionId:N}"[..12];

    public static SiteGraph GetOrWalk(string name, Func<SiteGraph> walk)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "site-graphs", build)).FullName;
        var path = Path.Combine(folder, $"{name.Replace(' ', '-')}.graph.br");
        if (File.Exists(path))
        {
            return Read(name, path);
        }

        var graph = walk();
        Write(graph, path);
        return graph;
    }

    private static void Write(SiteGraph graph, string path)
    {
        var partial = $"{path}.{Environment.ProcessId}";
        using (var file = new BinaryWriter(new BrotliStream(File.Create(partial), CompressionLevel.Fastest)))
        {
            var clues = graph.Pages.SelectMany(p => p.Links).Select(l => l.Clue).Distinct().ToArray();
            var numbers = clues.Index().ToDictionary(c => c.Item, c => c.Index);
            file.Write(clues.Length);
            foreach (var clue in clues)
            {
                file.Write(clue.TagPath);
                file.Write(clue.Anchor);
                file.Write(clue.Around);
                file.Write(clue.FromKind);
            }

            file.Write(graph.Language ?? "");
            file.Write(graph.Pages.Length);
            foreach (var page in graph.Pages)
            {
                file.Write(page.Url);
                file.Write(page.Text ?? "");
                file.Write(page.IsRelevant);
                file.Write(page.Reward);
                file.Write(page.Topic ?? "");
                file.Write((byte)page.Near.Length);
                foreach (var near in page.Near)
                {
                    file.Write(near);
                }

                file.Write(page.Links.Length);
                foreach (var link in page.Links)
                {
                    file.Write(link.Target);
                    file.Write(numbers[link.Clue]);
                }
            }
        }

        File.Move(partial, path, overwrite: true);
    }

    private static SiteGraph Read(string name, string path)
    {
        using var file = new BinaryReader(new BrotliStream(File.OpenRead(path), CompressionMode.Decompress));
        var clues = new LinkClue[file.ReadInt32()];
        for (var i = 0; i < clues.Length; i++)
        {
            clues[i] = new LinkClue(file.ReadString(), file.ReadString(), file.ReadString(), file.ReadString());
        }

        var language = file.ReadString();
        var pages = new GraphPage[file.ReadInt32()];
        for (var i = 0; i < pages.Length; i++)
        {
            var (url, text, relevant, reward, topic, near) = (file.ReadString(), file.ReadString(), file.ReadBoolean(), file.ReadDouble(), file.ReadString(), new float[file.ReadByte()]);
            for (var n = 0; n < near.Length; n++)
            {
                near[n] = file.ReadSingle();
            }

            var links = new GraphLink[file.ReadInt32()];
            for (var l = 0; l < links.Length; l++)
            {
                links[l] = new GraphLink(file.ReadInt32(), clues[file.ReadInt32()]);
            }

            pages[i] = new GraphPage(url, links, text.Length == 0 ? null : text, relevant, reward, topic.Length == 0 ? null : topic, near);
        }

        return new SiteGraph(name, language.Length == 0 ? null : language, pages);
    }
}

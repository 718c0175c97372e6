using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class ImportFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("trendgrains-folder-").FullName;

    [Fact]
    public void A_folder_is_its_item_and_feed_files_at_any_depth_in_order_of_their_names()
    {
        string[] wanted = ["a.jsonl", "b.jsonl.gz", "c.xml", Path.Combine("deep", "d.ATOM"), "e.rss.gz", "f.json"];
        Directory.CreateDirectory(Path.Combine(folder, "deep"));
        foreach (var name in (string[])[.. wanted, "notes.txt", "page.html", "archive.tar.xz", "catalog.json"])
        {
            File.WriteAllText(Path.Combine(folder, name), "");
        }

        File.WriteAllText(Path.Combine(folder, "f.json"), "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [] }");

        Assert.Equal(wanted.Select(w => Path.Combine(folder, w)), ImportFolder.Expand([folder]));
    }

    [Fact]
    public void Files_stay_as_and_where_they_were_named()
    {
        var file = Path.Combine(folder, "anything.txt");
        File.WriteAllText(file, "");

        Assert.Equal(["-", file, "missing.jsonl"], ImportFolder.Expand(["-", file, "missing.jsonl"]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Tests.Catalog;

public sealed class KnownFilesTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_file_is_read_again_only_when_its_size_or_its_time_is_another()
    {
        var files = new KnownFiles();
        File.WriteAllText(path, "one");
        var (first, written) = (files.HashOf(path), File.GetLastWriteTimeUtc(path));

        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, written);
        Assert.Equal(first, files.HashOf(path));

        File.SetLastWriteTimeUtc(path, written.AddSeconds(1));
        Assert.Equal(KnownFiles.Hash(path), files.HashOf(path));
        Assert.NotEqual(first, files.HashOf(path));

        var second = files.HashOf(path);
        File.WriteAllText(path, "three");
        File.SetLastWriteTimeUtc(path, written.AddSeconds(1));
        Assert.NotEqual(second, files.HashOf(path));
    }
}

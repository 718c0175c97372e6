using System.Diagnostics;
using System.Security.Cryptography;
using TrendGrains.Press.Channel;

namespace TrendGrains.Press.Tests.Serving;

public sealed class ClipTests(RunningPress press) : IClassFixture<RunningPress>
{
    [Fact]
    public void A_clip_is_a_riff_file_whose_length_adds_up()
    {
        var clip = new FilmRoom().Avi(SmallWorld.Clip);

        Assert.Equal("RIFF"u8.ToArray(), clip[..4]);
        Assert.Equal(clip.Length - 8, BitConverter.ToInt32(clip, 4));
        Assert.InRange(clip.Length, 50_000, 2_000_000);
        Assert.Equal(SmallWorld.Clip.ClipSeconds * AviWriter.FramesPerSecond, BitConverter.ToInt32(clip, clip.AsSpan().IndexOf("avih"u8) + 24));
        Assert.Equal(SmallWorld.Clip.ClipSeconds * AviWriter.FramesPerSecond, BitConverter.ToInt32(clip, clip.AsSpan().IndexOf("strh"u8) + 40));
    }

    [Fact]
    public void The_index_of_a_clip_points_at_its_frames()
    {
        var clip = new FilmRoom().Avi(SmallWorld.Clip);
        var list = clip.AsSpan().IndexOf("movi"u8);
        var index = clip.AsSpan().LastIndexOf("idx1"u8);
        var entries = BitConverter.ToInt32(clip, index + 4) / 16;

        Assert.Equal(SmallWorld.Clip.ClipSeconds * AviWriter.FramesPerSecond, entries);
        for (var i = 0; i < entries; i++)
        {
            var entry = index + 8 + (i * 16);
            var frame = list + BitConverter.ToInt32(clip, entry + 8);
            Assert.Equal("00dc"u8.ToArray(), clip[frame..(frame + 4)]);
            Assert.Equal(BitConverter.ToInt32(clip, entry + 12), BitConverter.ToInt32(clip, frame + 4));
        }
    }

    [PlayerFact]
    public async Task A_player_finds_its_frames_and_each_differs_from_the_last()
    {
        press.GoTo(24 * 60);
        var id = Videos.IdOf(SmallWorld.Clip);
        var file = Path.Combine(Path.GetTempPath(), $"clip-{Guid.NewGuid():N}.avi");
        try
        {
            await File.WriteAllBytesAsync(file, await press.Client.GetByteArrayAsync(press.At("clipline", $"/clips/{id}.avi")));
            var probe = await RunAsync("ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=codec_name,width,height,r_frame_rate,nb_read_frames", "-of", "csv=p=0", file);
            Assert.Equal("png,320,180,6/1,12", probe.Trim());

            var frames = (await RunAsync("ffmpeg", "-v", "error", "-i", file, "-f", "framemd5", "-")).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')[^1].Trim()).ToArray();
            Assert.Equal(12, frames.Distinct().Count());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_same_clip_is_filmed_the_same_twice() =>
        Assert.Equal(SHA256.HashData(new FilmRoom().Avi(SmallWorld.Clip)), SHA256.HashData(new FilmRoom().Avi(SmallWorld.Clip)));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0 && await complained == "", $"{program}: {await complained}");
        return await said;
    }

    /// <summary>Skipped where ffmpeg is not on the path.</summary>
    private sealed class PlayerFactAttribute : FactAttribute
    {
        public PlayerFactAttribute()
        {
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
            Skip = new[] { "ffmpeg", "ffprobe" }.All(p => folders.Any(f => File.Exists(Path.Combine(f, p)))) ? null : "ffmpeg and ffprobe are not on the path.";
        }
    }
}

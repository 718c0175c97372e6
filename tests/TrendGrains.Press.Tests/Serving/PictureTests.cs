using System.Buffers.Binary;
using System.IO.Compression;
using TrendGrains.Press.Pictures;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Tests.Serving;

public sealed class PictureTests(RunningPress press) : IClassFixture<RunningPress>
{
    [Fact]
    public void The_same_motif_and_seed_are_the_same_bytes_and_another_seed_is_not()
    {
        var first = PngEncoder.Encode(Scene.Draw(new Picture("flood", 17)));

        Assert.Equal(first, PngEncoder.Encode(Scene.Draw(new Picture("flood", 17))));
        Assert.NotEqual(first, PngEncoder.Encode(Scene.Draw(new Picture("flood", 18))));
        Assert.NotEqual(first, PngEncoder.Encode(Scene.Draw(new Picture("fire", 17))));
    }

    [Fact]
    public void Every_motif_is_a_scene_of_its_own_and_an_unknown_one_a_landscape()
    {
        var scenes = Scene.Motifs.Select(m => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Scene.Draw(new Picture(m, 1)).Pixels))).ToArray();

        Assert.True(scenes.Length >= 25, $"{scenes.Length} scenes");
        Assert.Equal(scenes.Length, scenes.Distinct().Count());
        Assert.NotEqual(Scene.Draw(new Picture("nobody-painted-this", 1)).Pixels, Scene.Draw(new Picture("nor-this", 1)).Pixels);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_motif_of_a_world_is_painted(int seed)
    {
        var world = WorldBuilder.Build(seed, SmallWorld.Start, TimeSpan.FromHours(72), WorldSize.Usual);

        Assert.Empty(world.Publications.Select(p => p.Picture?.Motif).OfType<string>().Distinct().Except(Scene.Motifs));
    }

    [Fact]
    public void A_png_decodes_to_the_pixels_that_were_drawn()
    {
        var pixels = new byte[40 * 30 * 3];
        new Random(5).NextBytes(pixels);
        var bitmap = new Bitmap(40, 30, pixels);

        Assert.Equal(pixels, Decoded(PngEncoder.Encode(bitmap), 40, 30));
        var scene = Scene.Draw(new Picture("market", 3));
        Assert.Equal(scene.Pixels, Decoded(PngEncoder.Encode(scene), Scene.Width, Scene.Height));
    }

    [Fact]
    public async Task Open_graph_points_at_the_picture()
    {
        press.GoTo(24 * 60);
        var url = press.At("herald", "/img/f00d0001.png");

        Assert.Contains($"<meta property=\"og:image\" content=\"{url}\">", await press.TextAsync(SmallWorld.Flood));
        using var response = await press.Client.GetAsync(url);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(PngEncoder.Encode(Scene.Draw(SmallWorld.Flood.Picture!)), await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A decoder of the other direction, so that a wrong filter shows; checks that chunk lengths add up.</summary>
    private static byte[] Decoded(byte[] png, int width, int height)
    {
        var stride = width * 3;
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(png, at + 8, length);
            }

            at += 12 + length;
        }

        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new byte[stride * height];
        var row = new byte[stride + 1];
        for (var y = 0; y < height; y++)
        {
            zlib.ReadExactly(row);
            for (var i = 0; i < stride; i++)
            {
                var left = i < 3 ? 0 : pixels[(y * stride) + i - 3];
                var above = y == 0 ? 0 : pixels[((y - 1) * stride) + i];
                var corner = i < 3 || y == 0 ? 0 : pixels[((y - 1) * stride) + i - 3];
                pixels[(y * stride) + i] = (byte)(row[i + 1] + (row[0] == 2 ? above : Nearest(left, above, corner)));
            }
        }

        Assert.Equal(-1, zlib.ReadByte());
        return pixels;
    }

    /// <summary>Paeth's predictor as ISO 15948, 9.4 words it.</summary>
    private static int Nearest(int a, int b, int c)
    {
        var p = a + b - c;
        return new[] { (Math.Abs(p - a), 0, a), (Math.Abs(p - b), 1, b), (Math.Abs(p - c), 2, c) }.Min().Item3;
    }
}

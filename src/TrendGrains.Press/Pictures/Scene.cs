using TrendGrains.Press.World;

namespace TrendGrains.Press.Pictures;

internal static class Scene
{
    public const int Width = 640;
    public const int Height = 360;

    public static Bitmap Draw(Picture picture)
    {
        var pixels = new byte[Width * Height * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((i / 3 / Width / 2) + (picture.Seed % 60));
        }
        return new Bitmap(Width, Height, pixels);
    }
}

using TrendGrains.Press.Pictures;

namespace TrendGrains.Press.Channel;

internal static class Camera
{
    /// <summary>A part of a picture in another size, bilinear.</summary>
    /// <param name="view">Share of width and height that is seen, 0-1.</param>
    /// <param name="left">Of what is seen, as a share of the width.</param>
    /// <param name="top">As a share of the height.</param>
    public static Bitmap Look(Bitmap scene, double view, double left, double top, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            var sourceY = Math.Min(scene.Height - 1.001, (top + (view * y / height)) * scene.Height);
            for (var x = 0; x < width; x++)
            {
                var sourceX = Math.Min(scene.Width - 1.001, (left + (view * x / width)) * scene.Width);
                var (x0, y0) = ((int)sourceX, (int)sourceY);
                var (fx, fy) = (sourceX - x0, sourceY - y0);
                var first = ((y0 * scene.Width) + x0) * 3;
                var below = first + (scene.Width * 3);
                for (var c = 0; c < 3; c++)
                {
                    var upper = (scene.Pixels[first + c] * (1 - fx)) + (scene.Pixels[first + 3 + c] * fx);
                    var lower = (scene.Pixels[below + c] * (1 - fx)) + (scene.Pixels[below + 3 + c] * fx);
                    pixels[(((y * width) + x) * 3) + c] = (byte)((upper * (1 - fy)) + (lower * fy) + 0.5);
                }
            }
        }

        return new Bitmap(width, height, pixels);
    }
}

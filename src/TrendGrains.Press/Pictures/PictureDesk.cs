using System.Collections.Concurrent;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Pictures;

/// <summary>Draws pictures when first asked for and keeps the newest.</summary>
internal sealed class PictureDesk
{
    private const int Kept = 400;

    private readonly ConcurrentDictionary<Picture, byte[]> drawn = new();

    public byte[] Png(Picture picture)
    {
        if (drawn.Count >= Kept)
        {
            drawn.Clear();
        }

        return drawn.GetOrAdd(picture, p => PngEncoder.Encode(Scene.Draw(p)));
    }
}

using System.Collections.Concurrent;
using TrendGrains.Press.Pictures;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Channel;

/// <summary>Films clips when first asked for: the camera pans over the scene of the clip's picture and moves in on it.</summary>
internal sealed class FilmRoom
{
    private const int Kept = 24;
    private const double WidestView = 0.92;
    private const double NarrowestView = 0.62;

    private readonly ConcurrentDictionary<string, byte[]> filmed = new();

    public byte[] Avi(Publication clip)
    {
        if (filmed.Count >= Kept)
        {
            filmed.Clear();
        }

        return filmed.GetOrAdd(clip.Id, _ => AviWriter.Write(Frames(clip)));
    }

    private static IEnumerable<byte[]> Frames(Publication clip)
    {
        var scene = Scene.Draw(clip.Picture ?? new Picture("", clip.Id.Length));
        var count = Math.Clamp(clip.ClipSeconds, 1, 10) * AviWriter.FramesPerSecond;
        for (var i = 0; i < count; i++)
        {
            var t = count == 1 ? 0 : i / (double)(count - 1);
            var view = WidestView + ((NarrowestView - WidestView) * t);
            yield return PngEncoder.Encode(Camera.Look(scene, view, (1 - view) * t, (1 - view) * (1 - t), AviWriter.Width, AviWriter.Height));
        }
    }
}

namespace TrendGrains.Press.Pictures;

/// <summary>Rows of RGB bytes, top row first.</summary>
internal sealed record Bitmap(int Width, int Height, byte[] Pixels);

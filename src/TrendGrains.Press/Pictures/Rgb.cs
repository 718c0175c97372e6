namespace TrendGrains.Press.Pictures;

/// <summary>A colour, channels 0-255.</summary>
internal readonly record struct Rgb(double R, double G, double B)
{
    public static Rgb White => new(255, 255, 255);
    public static Rgb Black => new(0, 0, 0);

    /// <param name="hex">E.g. 0x2E4A6B.</param>
    public static Rgb Of(int hex) => new((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF);

    /// <param name="share">Of the other, 0-1.</param>
    public Rgb Mix(Rgb other, double share) => new(R + ((other.R - R) * share), G + ((other.G - G) * share), B + ((other.B - B) * share));

    public Rgb Lighter(double share) => Mix(White, share);

    public Rgb Darker(double share) => Mix(Black, share);
}

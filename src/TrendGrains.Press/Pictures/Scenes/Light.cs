namespace TrendGrains.Press.Pictures.Scenes;

/// <summary>The light of a day: sky colours and the sun's.</summary>
internal readonly record struct Light(Rgb High, Rgb Low, Rgb Sun, double Darkness)
{
    private static readonly Light[] lights =
    [
        new(Rgb.Of(0x4A90C8), Rgb.Of(0xDCEEF5), Rgb.Of(0xFFF6D8), 0),
        new(Rgb.Of(0x2F4B7C), Rgb.Of(0xF7B27A), Rgb.Of(0xFFE0A3), 0.25),
        new(Rgb.Of(0x6C5B9E), Rgb.Of(0xF4C9C0), Rgb.Of(0xFFF0DC), 0.15),
        new(Rgb.Of(0x0F1B3D), Rgb.Of(0x3C5A86), Rgb.Of(0xE8EEF8), 0.55),
        new(Rgb.Of(0x7D93A6), Rgb.Of(0xD5DDE2), Rgb.Of(0xF2F4F5), 0.12),
        new(Rgb.Of(0x2A7F8E), Rgb.Of(0xF6E3B4), Rgb.Of(0xFFF3C4), 0.08),
    ];

    public static Light Any(Dice dice) => lights[dice.Below(lights.Length)];

    public static Light Gloomy(Dice dice) => dice.Of(lights[3], lights[4], new Light(Rgb.Of(0x3A4654), Rgb.Of(0x98A4AD), Rgb.Of(0xCBD3D8), 0.35));

    public Rgb Shade(Rgb color) => color.Mix(High.Darker(0.5), Darkness);

    /// <summary>Sky, sun or moon with its glow, a few flat clouds.</summary>
    public void Paint(Canvas canvas, Dice dice, double horizon, int clouds = 3)
    {
        canvas.Backdrop(High, Low, 0, horizon);
        if (horizon < 1)
        {
            canvas.Backdrop(Low, Low, horizon, 1);
        }

        var (x, y) = (dice.Between(80, 560), dice.Between(40, horizon * 190));
        canvas.Glow(x, y, 170, Sun, 0.75);
        canvas.Oval(x, y, 22, 22, Sun);
        for (var i = 0; i < clouds; i++)
        {
            Cloud(canvas, dice.Between(0, 640), dice.Between(20, horizon * 180), dice.Between(0.6, 1.5), Low.Lighter(0.45));
        }
    }

    public static void Cloud(Canvas canvas, double x, double y, double scale, Rgb color, double alpha = 0.7)
    {
        canvas.Oval(x, y, 46 * scale, 11 * scale, color, alpha);
        canvas.Oval(x - (18 * scale), y - (7 * scale), 20 * scale, 12 * scale, color, alpha);
        canvas.Oval(x + (12 * scale), y - (10 * scale), 24 * scale, 15 * scale, color, alpha);
    }
}

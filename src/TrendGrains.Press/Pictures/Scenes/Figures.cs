namespace TrendGrains.Press.Pictures.Scenes;

/// <summary>People, houses and trees that stand in many scenes.</summary>
internal static class Figures
{
    /// <summary>A person seen from afar; y is where the feet are.</summary>
    public static void Person(Canvas canvas, double x, double y, double size, Rgb coat, Rgb skin)
    {
        canvas.Fill(coat.Darker(0.35), 1, (x - (size * 0.13), y), (x - (size * 0.1), y - (size * 0.45)), (x + (size * 0.1), y - (size * 0.45)), (x + (size * 0.13), y));
        canvas.Fill(coat, 1, (x - (size * 0.17), y - (size * 0.38)), (x - (size * 0.14), y - (size * 0.78)), (x + (size * 0.14), y - (size * 0.78)), (x + (size * 0.17), y - (size * 0.38)));
        canvas.Oval(x, y - (size * 0.9), size * 0.1, size * 0.12, skin);
    }

    public static void Crowd(Canvas canvas, Dice dice, double y, double depth, int count, Rgb dark)
    {
        for (var i = 0; i < count; i++)
        {
            var row = y + (depth * i / count);
            var size = 16 + (14.0 * i / count);
            var x = dice.Between(-10, 650);
            canvas.Oval(x, row, size * 0.62, size * 0.9, dark.Lighter(dice.Between(0, 0.12)));
            canvas.Oval(x, row - (size * 0.95), size * 0.3, size * 0.36, dark.Lighter(dice.Between(0, 0.1)));
        }
    }

    /// <summary>A gabled house; y is where it stands.</summary>
    public static void House(Canvas canvas, double x, double y, double w, double h, Rgb wall, Rgb roof, Rgb window)
    {
        canvas.Box(x, y - h, w, h, wall, wall.Darker(0.15));
        canvas.Fill(roof, 1, (x - (w * 0.08), y - h), (x + (w / 2), y - (h * 1.55)), (x + (w * 1.08), y - h));
        canvas.Box(x + (w * 0.16), y - (h * 0.8), w * 0.22, h * 0.28, window);
        canvas.Box(x + (w * 0.6), y - (h * 0.8), w * 0.22, h * 0.28, window);
        canvas.Box(x + (w * 0.4), y - (h * 0.4), w * 0.2, h * 0.4, roof.Darker(0.3));
    }

    public static void Tree(Canvas canvas, double x, double y, double size, Rgb leaf)
    {
        canvas.Box(x - (size * 0.05), y - (size * 0.4), size * 0.1, size * 0.4, Rgb.Of(0x5B4636));
        canvas.Oval(x, y - (size * 0.65), size * 0.28, size * 0.38, leaf.Lighter(0.12), leaf.Darker(0.15));
    }

    /// <summary>A block of flats or offices with lit and dark windows; y is where it stands.</summary>
    public static void Tower(Canvas canvas, Dice dice, double x, double y, double w, double h, Rgb wall, Rgb lit, double litShare)
    {
        canvas.Box(x, y - h, w, h, wall.Lighter(0.08), wall.Darker(0.12));
        for (var row = y - h + 8; row < y - 10; row += 13)
        {
            for (var column = x + 5; column + 6 < x + w; column += 11)
            {
                canvas.Box(column, row, 6, 7, dice.Chance(litShare) ? lit : wall.Darker(0.28));
            }
        }
    }

    public static void Skyline(Canvas canvas, Dice dice, double y, Rgb wall, Rgb lit, double litShare, double tallest = 150)
    {
        for (var x = -10.0; x < 650;)
        {
            var w = dice.Between(34, 74);
            Tower(canvas, dice, x, y, w, dice.Between(tallest * 0.35, tallest), wall.Mix(dice.Of(Rgb.White, Rgb.Black, Rgb.Of(0x8090B0)), 0.1), lit, litShare);
            x += w + dice.Between(-2, 10);
        }
    }
}

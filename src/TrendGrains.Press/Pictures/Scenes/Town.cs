namespace TrendGrains.Press.Pictures.Scenes;

/// <summary>Streets and what happens in them.</summary>
internal static class Town
{
    public static void Skyline(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.8);
        var lit = Rgb.Of(0xFFE2A0);
        Figures.Skyline(canvas, dice, 270, light.Low.Mix(Rgb.Of(0x54657C), 0.5), lit, light.Darkness * 0.6, 180);
        Figures.Skyline(canvas, dice, 330, light.Shade(Rgb.Of(0x4C5B70)), lit, light.Darkness + 0.1, 130);
        canvas.Box(0, 328, 640, 32, light.Shade(Rgb.Of(0x3B4A3F)));
    }

    public static void Fire(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x1A1622), Rgb.Of(0x7A3B2C));
        var burning = dice.Between(180, 360);
        canvas.Glow(burning + 70, 170, 300, Rgb.Of(0xFF8A34), 0.75);
        Figures.Skyline(canvas, dice, 300, Rgb.Of(0x2C2631), Rgb.Of(0xE8B36A), 0.12, 130);
        for (var i = 0; i < 12; i++)
        {
            Light.Cloud(canvas, burning + 70 + dice.Between(-40, 60) + (i * 7), 110 - (i * 10), 0.9 + (i * 0.16), Rgb.Of(0x2A2228).Lighter(dice.Share() * 0.2), 0.75);
        }

        Figures.Tower(canvas, dice, burning, 300, 140, 170, Rgb.Of(0x3A2F35), Rgb.Of(0xFFB648), 0.55);
        for (var i = 0; i < 12; i++)
        {
            Flame(canvas, burning + dice.Between(4, 136), 140 + (dice.Share() * 110), dice.Between(22, 58));
        }

        canvas.Box(0, 298, 640, 62, Rgb.Of(0x2B2326), Rgb.Of(0x161214));
        Engine(canvas, dice.Chance(0.5) ? 40 : 470, 322);
        canvas.Line(burning < 270 ? 470 : 150, 292, burning + 60, 190, 4, Rgb.Of(0xCFE6F5), 0.8);
        for (var i = 0; i < 4; i++)
        {
            Figures.Person(canvas, dice.Between(120, 520), 340, 42, Rgb.Of(0xD9A441), Rgb.Of(0x3A2A22));
        }
    }

    public static void Road(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.5);
        canvas.Ridge(176, 14, 1.3, dice.Between(0, 6), light.Shade(Rgb.Of(0x7D9A78)), light.Shade(Rgb.Of(0x54704F)));
        canvas.Fill(light.Shade(Rgb.Of(0x6A6F77)), light.Shade(Rgb.Of(0x3E434B)), 1, [(290, 186), (350, 186), (690, 360), (-50, 360)]);
        for (var i = 0; i < 6; i++)
        {
            var (y, h) = (196 + (i * i * 5), 4 + (i * 3.2));
            canvas.Fill(Rgb.Of(0xF4EFD8), 0.9, (319 - (i * 0.8), y), (321 + (i * 0.8), y), (322 + (i * 1.2), y + h), (318 - (i * 1.2), y + h));
        }

        for (var i = 0; i < 5; i++)
        {
            var near = 0.25 + (i * 0.19);
            var side = dice.Chance(0.5) ? 1 : -1;
            Car(canvas, 320 + (side * (18 + (near * 120))), 190 + (near * 140), near, light.Shade(dice.Of(Rgb.Of(0xC23B2E), Rgb.Of(0x2F6FA8), Rgb.Of(0xE8E6DF), Rgb.Of(0x2B2F36), Rgb.Of(0xD9A52F))));
        }
    }

    public static void Train(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.7);
        canvas.Ridge(214, 20, 1.2, dice.Between(0, 6), light.Shade(Rgb.Of(0x7F9B86)), light.Shade(Rgb.Of(0x4F6B57)));
        canvas.Box(0, 282, 640, 78, light.Shade(Rgb.Of(0x8A8378)), light.Shade(Rgb.Of(0x55504A)));
        var body = light.Shade(dice.Of(Rgb.Of(0xE9EDF0), Rgb.Of(0x2C5F8A), Rgb.Of(0xB23A34)));
        var stripe = light.Shade(dice.Of(Rgb.Of(0x1F4E79), Rgb.Of(0xE0A030), Rgb.Of(0x2F8F6B)));
        var nose = dice.Between(430, 560);
        canvas.Fill(body.Lighter(0.1), body.Darker(0.15), 1, [(-10, 198), (nose - 60, 198), (nose - 10, 222), (nose + 44, 262), (nose + 30, 282), (-10, 282)]);
        canvas.Box(-10, 252, nose + 20, 8, stripe);
        for (var x = 6.0; x < nose - 90; x += 46)
        {
            canvas.Box(x, 212, 32, 22, light.Darkness > 0.3 ? Rgb.Of(0xFFE6A8) : Rgb.Of(0x2E3D4A));
        }

        canvas.Fill(Rgb.Of(0x22303C), 1, (nose - 52, 208), (nose - 26, 220), (nose - 2, 240), (nose - 52, 240));
        canvas.Line(0, 290, 640, 290, 4, Rgb.Of(0x3B3B3F));
        canvas.Line(0, 310, 640, 310, 5, Rgb.Of(0x3B3B3F));
        for (var x = 0.0; x < 640; x += 26)
        {
            canvas.Fill(Rgb.Of(0x4A3D33), 1, (x, 286), (x + 12, 286), (x + 4, 318), (x - 10, 318));
        }

        canvas.Line(0, 150, 640, 150, 1.5, Rgb.Of(0x2B2F36));
        for (var x = 60; x < 640; x += 200)
        {
            canvas.Line(x, 150, x, 284, 5, Rgb.Of(0x4A525C));
        }
    }

    public static void Protest(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.7);
        Figures.Skyline(canvas, dice, 250, light.Shade(Rgb.Of(0x8893A3)), Rgb.Of(0xFFE2A0), 0.2, 150);
        canvas.Box(0, 248, 640, 112, light.Shade(Rgb.Of(0x77736E)));
        for (var i = 0; i < 9; i++)
        {
            var (x, y) = (dice.Between(20, 560), dice.Between(176, 236));
            var board = dice.Of(Rgb.Of(0xF4EFE2), Rgb.Of(0xE0B93A), Rgb.Of(0xC8463A), Rgb.Of(0x3A76A8));
            canvas.Line(x + 30, y, x + 30, y + 90, 3, Rgb.Of(0x5A4634));
            canvas.Box(x, y, 62, 36, board);
            canvas.Box(x + 8, y + 9, 46, 4, board.Darker(0.6));
            canvas.Box(x + 8, y + 20, 32, 4, board.Darker(0.6));
        }

        Figures.Crowd(canvas, dice, 282, 80, 130, Rgb.Of(0x2B2D38));
    }

    public static void Hospital(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.75);
        canvas.Box(0, 286, 640, 74, light.Shade(Rgb.Of(0x8FA08C)), light.Shade(Rgb.Of(0x5E6B60)));
        var wall = light.Shade(Rgb.Of(0xE9EEF0));
        Figures.Tower(canvas, dice, 110, 292, 180, 130, wall, Rgb.Of(0xBFE0EE), 0.5);
        Figures.Tower(canvas, dice, 350, 292, 190, 110, wall, Rgb.Of(0xBFE0EE), 0.5);
        canvas.Box(268, 110, 104, 182, wall.Lighter(0.3), wall);
        canvas.Box(310, 132, 20, 60, Rgb.Of(0xD23B35));
        canvas.Box(290, 152, 60, 20, Rgb.Of(0xD23B35));
        canvas.Box(296, 236, 48, 56, Rgb.Of(0x3B5566));
        var x = dice.Between(60, 460);
        canvas.Box(x, 286, 96, 42, Rgb.White, Rgb.Of(0xDCE2E5));
        canvas.Fill(Rgb.White, 1, (x + 96, 298), (x + 118, 300), (x + 128, 328), (x + 96, 328));
        canvas.Box(x, 306, 122, 6, Rgb.Of(0xD23B35));
        Wheels(canvas, x + 22, x + 100, 330, 10);
    }

    public static void School(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.75);
        canvas.Box(0, 276, 640, 84, light.Shade(Rgb.Of(0xC9B68C)), light.Shade(Rgb.Of(0x9C8A63)));
        var wall = light.Shade(dice.Of(Rgb.Of(0xC9785A), Rgb.Of(0xE4D7BC), Rgb.Of(0xB0C2C9)));
        canvas.Box(90, 160, 460, 120, wall, wall.Darker(0.12));
        canvas.Fill(wall.Darker(0.35), 1, (250, 160), (320, 112), (390, 160));
        canvas.Oval(320, 142, 12, 12, Rgb.White);
        for (var x = 108; x < 540; x += 44)
        {
            canvas.Box(x, 176, 26, 28, Rgb.Of(0x5F8CA3));
            canvas.Box(x, 224, 26, 28, Rgb.Of(0x5F8CA3));
        }

        canvas.Box(298, 226, 44, 54, wall.Darker(0.5));
        for (var i = 0; i < 9; i++)
        {
            Figures.Person(canvas, dice.Between(40, 600), dice.Between(306, 346), dice.Between(30, 42), dice.Of(Rgb.Of(0xD9553F), Rgb.Of(0x2F6FA8), Rgb.Of(0xE3B23C), Rgb.Of(0x4B8B5B)), Rgb.Of(0xE2B993));
        }
    }

    private static void Flame(Canvas canvas, double x, double y, double size)
    {
        canvas.Fill(Rgb.Of(0xFFC24B), Rgb.Of(0xE2481F), 0.9, [(x - (size * 0.32), y), (x - (size * 0.18), y - (size * 0.5)), (x, y - size), (x + (size * 0.14), y - (size * 0.55)), (x + (size * 0.34), y)]);
        canvas.Fill(Rgb.Of(0xFFF0B0), Rgb.Of(0xFFB13B), 0.9, [(x - (size * 0.15), y), (x, y - (size * 0.5)), (x + (size * 0.16), y)]);
    }

    private static void Engine(Canvas canvas, double x, double y)
    {
        canvas.Box(x, y - 42, 104, 36, Rgb.Of(0xC5281F), Rgb.Of(0x8E1713));
        canvas.Box(x + 104, y - 34, 28, 28, Rgb.Of(0xB9231B));
        canvas.Box(x + 110, y - 30, 16, 12, Rgb.Of(0xBFD9E6));
        canvas.Line(x + 4, y - 48, x + 92, y - 56, 5, Rgb.Of(0xD9D4C8));
        canvas.Box(x, y - 24, 132, 5, Rgb.Of(0xF2EAD8));
        canvas.Glow(x + 116, y - 40, 40, Rgb.Of(0x5FA8FF), 0.8);
        Wheels(canvas, x + 24, x + 104, y - 6, 10);
    }

    private static void Car(Canvas canvas, double x, double y, double near, Rgb color)
    {
        var w = 26 + (near * 54);
        canvas.Fill(color.Darker(0.25), 1, (x - (w * 0.34), y - (w * 0.34)), (x - (w * 0.24), y - (w * 0.6)), (x + (w * 0.24), y - (w * 0.6)), (x + (w * 0.34), y - (w * 0.34)));
        canvas.Fill(Rgb.Of(0xB9D3E0), 1, (x - (w * 0.26), y - (w * 0.36)), (x - (w * 0.2), y - (w * 0.54)), (x + (w * 0.2), y - (w * 0.54)), (x + (w * 0.26), y - (w * 0.36)));
        canvas.Box(x - (w / 2), y - (w * 0.36), w, w * 0.3, color, color.Darker(0.2));
        canvas.Box(x - (w * 0.44), y - (w * 0.1), w * 0.2, w * 0.1, Rgb.Of(0x1B1D22));
        canvas.Box(x + (w * 0.24), y - (w * 0.1), w * 0.2, w * 0.1, Rgb.Of(0x1B1D22));
        canvas.Oval(x - (w * 0.36), y - (w * 0.22), w * 0.07, w * 0.05, Rgb.Of(0xFFE9A8));
        canvas.Oval(x + (w * 0.36), y - (w * 0.22), w * 0.07, w * 0.05, Rgb.Of(0xFFE9A8));
    }

    private static void Wheels(Canvas canvas, double first, double second, double y, double size)
    {
        foreach (var x in new[] { first, second })
        {
            canvas.Oval(x, y, size, size, Rgb.Of(0x1C1D20));
            canvas.Oval(x, y, size * 0.45, size * 0.45, Rgb.Of(0x9AA0A6));
        }
    }
}

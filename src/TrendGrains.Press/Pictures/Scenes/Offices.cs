namespace TrendGrains.Press.Pictures.Scenes;

/// <summary>Where decisions are made and money is counted.</summary>
internal static class Offices
{
    public static void Parliament(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.75);
        canvas.Box(0, 290, 640, 70, light.Shade(Rgb.Of(0x7F9A6B)), light.Shade(Rgb.Of(0x56704A)));
        var stone = light.Shade(Rgb.Of(0xE6DFCF));
        canvas.Oval(320, 150, 86, 74, light.Shade(dice.Of(Rgb.Of(0x5FA08A), Rgb.Of(0x7C8AA0), Rgb.Of(0xB08A4A))).Lighter(0.1), light.Shade(Rgb.Of(0x46655C)));
        canvas.Box(234, 150, 172, 30, stone);
        canvas.Line(320, 76, 320, 34, 3, Rgb.Of(0x4A4A4A));
        canvas.Fill(dice.Of(Rgb.Of(0xC0392B), Rgb.Of(0x2C5FA8), Rgb.Of(0x2F8F5B)), 1, (321, 36), (366, 44), (321, 56));
        Columns(canvas, 110, 180, 420, 104, 9, stone);
        canvas.Box(92, 284, 456, 14, stone.Darker(0.1));
        canvas.Box(76, 298, 488, 14, stone.Darker(0.18));
        for (var i = 0; i < 5; i++)
        {
            Figures.Person(canvas, dice.Between(60, 580), 344, 34, Rgb.Of(0x2E3440), Rgb.Of(0xD9B08C));
        }
    }

    public static void Court(Canvas canvas, Dice dice)
    {
        var wood = dice.Of(Rgb.Of(0x6B4428), Rgb.Of(0x59402F), Rgb.Of(0x7A5230));
        canvas.Backdrop(wood.Lighter(0.35), wood.Lighter(0.1));
        for (var x = 0; x < 640; x += 80)
        {
            canvas.Box(x + 8, 20, 64, 190, wood.Lighter(0.2), wood.Lighter(0.05));
        }

        canvas.Glow(320, 60, 260, Rgb.Of(0xFFE9C0), 0.35);
        var brass = Rgb.Of(0xE2BC5A);
        canvas.Line(320, 44, 320, 168, 6, brass);
        canvas.Oval(320, 44, 9, 9, brass);
        var tilt = dice.Between(-12, 12);
        canvas.Line(236, 70 + tilt, 404, 70 - tilt, 5, brass);
        foreach (var (x, y) in new[] { (236.0, 70 + tilt), (404.0, 70 - tilt) })
        {
            canvas.Line(x, y, x - 26, y + 52, 1.6, brass);
            canvas.Line(x, y, x + 26, y + 52, 1.6, brass);
            canvas.Fill(brass, brass.Darker(0.3), 1, [(x - 32, y + 52), (x + 32, y + 52), (x + 18, y + 66), (x - 18, y + 66)]);
        }

        canvas.Box(288, 166, 64, 10, brass.Darker(0.2));
        canvas.Box(120, 176, 400, 40, wood.Darker(0.1), wood.Darker(0.3));
        canvas.Box(90, 216, 460, 144, wood.Darker(0.25), wood.Darker(0.5));
        for (var i = 0; i < 3; i++)
        {
            Judge(canvas, 200 + (i * 120), 216);
        }

        canvas.Box(60, 250, 520, 12, wood.Lighter(0.12));
        canvas.Fill(wood.Lighter(0.2), 1, (430, 236), (470, 228), (474, 242), (434, 250));
    }

    public static void Vote(Canvas canvas, Dice dice)
    {
        var wall = dice.Of(Rgb.Of(0xDCE6EE), Rgb.Of(0xEDE3D2), Rgb.Of(0xD8E6DA));
        canvas.Backdrop(wall, wall.Darker(0.12));
        canvas.Box(0, 280, 640, 80, Rgb.Of(0xA98F70), Rgb.Of(0x7C6750));
        for (var i = 0; i < 4; i++)
        {
            var x = 24 + (i * 160);
            canvas.Box(x, 110, 120, 180, Rgb.Of(0x4A6FA5).Mix(Rgb.Of(0xB5453A), dice.Share() * 0.4), Rgb.Of(0x2F4B75));
            Figures.Person(canvas, x + 60, 290, 96, dice.Of(Rgb.Of(0x8B4A4A), Rgb.Of(0x3E5C4B), Rgb.Of(0x55506B)), Rgb.Of(0xDDB08A));
            canvas.Box(x, 210, 120, 30, Rgb.Of(0xE9EDF0));
        }

        canvas.Box(250, 250, 140, 100, Rgb.Of(0xF4F4F0), Rgb.Of(0xCFCFC8));
        canvas.Box(290, 262, 60, 7, Rgb.Of(0x2B2B2B));
        canvas.Fill(Rgb.White, 1, (300, 226), (344, 222), (346, 264), (302, 266));
        canvas.Line(312, 242, 320, 252, 3, Rgb.Of(0xC0392B));
        canvas.Line(320, 252, 336, 232, 3, Rgb.Of(0xC0392B));
    }

    public static void Summit(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x2B3F63), Rgb.Of(0x56719C));
        for (var i = 0; i < 8; i++)
        {
            var x = 30 + (i * 80);
            var (first, second) = (dice.Of(Rgb.Of(0xC0392B), Rgb.Of(0x2F7F5B), Rgb.Of(0x2F5FA8), Rgb.Of(0xE3B23C)), dice.Of(Rgb.White, Rgb.Of(0xE8D9A8), Rgb.Of(0x23304A)));
            canvas.Line(x, 36, x, 220, 4, Rgb.Of(0xC9B98A));
            canvas.Box(x, 40, 56, 36, first);
            canvas.Box(x, 76, 56, 34, second, second.Darker(0.15));
        }

        canvas.Fill(Rgb.Of(0x8A5A3A), Rgb.Of(0x54341F), 1, [(60, 262), (580, 262), (640, 330), (0, 330)]);
        for (var i = 0; i < 6; i++)
        {
            var x = 90 + (i * 92);
            Figures.Person(canvas, x, 276, 92, dice.Of(Rgb.Of(0x22293A), Rgb.Of(0x39414F), Rgb.Of(0x5B3A44)), dice.Of(Rgb.Of(0xE2B993), Rgb.Of(0xA87B5A), Rgb.Of(0xF0CDA8)));
            canvas.Box(x - 18, 280, 36, 14, Rgb.Of(0xF2EFE6));
        }
    }

    public static void Market(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x0C1A2C), Rgb.Of(0x17324C));
        for (var y = 40; y < 340; y += 40)
        {
            canvas.Line(0, y, 640, y, 1, Rgb.Of(0x4F7CA3), 0.35);
        }

        var rising = dice.Chance(0.5);
        var line = rising ? Rgb.Of(0x46D39A) : Rgb.Of(0xFF6B5E);
        var level = rising ? 270.0 : 100.0;
        var (lastX, lastY) = (20.0, level);
        for (var i = 0; i < 24; i++)
        {
            var x = 20 + (i * 26);
            var next = Math.Clamp(level + dice.Between(-26, 26) + (rising ? -7 : 7), 50, 310);
            var up = next < level;
            var color = up ? Rgb.Of(0x3FB68B) : Rgb.Of(0xE5564B);
            canvas.Line(x + 6, Math.Min(level, next) - dice.Between(6, 22), x + 6, Math.Max(level, next) + dice.Between(6, 22), 2, color);
            canvas.Box(x, Math.Min(level, next), 12, Math.Max(4, Math.Abs(level - next)), color);
            canvas.Box(x, 344 - dice.Between(6, 34), 12, 40, Rgb.Of(0x2C5378));
            canvas.Line(lastX, lastY - 26, x + 6, next - 26, 2.4, line, 0.9);
            (lastX, lastY, level) = (x + 6, next, next);
        }

        canvas.Glow(lastX, lastY - 26, 60, line, 0.7);
        canvas.Oval(lastX, lastY - 26, 5, 5, Rgb.White);
    }

    public static void Factory(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.75, clouds: 2);
        var wall = light.Shade(dice.Of(Rgb.Of(0x8C939B), Rgb.Of(0xA4836B), Rgb.Of(0x7A8C93)));
        for (var i = 0; i < 3; i++)
        {
            var x = 110 + (i * 66) + dice.Between(-8, 8);
            canvas.Fill(wall.Darker(0.1), wall.Darker(0.4), 1, [(x, 90), (x + 22, 90), (x + 30, 270), (x - 8, 270)]);
            for (var puff = 0; puff < 5; puff++)
            {
                Light.Cloud(canvas, x + 16 + (puff * 22), 80 - (puff * 15), 0.5 + (puff * 0.22), Rgb.Of(0xF0F0EE), 0.55);
            }
        }

        for (var i = 0; i < 5; i++)
        {
            canvas.Fill(wall, wall.Darker(0.25), 1, [(60 + (i * 106), 280), (60 + (i * 106), 218), (130 + (i * 106), 184), (130 + (i * 106), 218), (166 + (i * 106), 218), (166 + (i * 106), 280)]);
        }

        canvas.Box(40, 250, 560, 60, wall.Darker(0.15), wall.Darker(0.35));
        for (var x = 60; x < 580; x += 40)
        {
            canvas.Box(x, 262, 26, 16, Rgb.Of(0xFFDF94).Mix(Rgb.Of(0x4A5866), 1 - Math.Max(0.3, light.Darkness)));
        }

        canvas.Box(0, 308, 640, 52, light.Shade(Rgb.Of(0x6D6A63)), light.Shade(Rgb.Of(0x4A4844)));
    }

    private static void Columns(Canvas canvas, double x, double y, double w, double h, int count, Rgb stone)
    {
        canvas.Box(x, y, w, h, stone.Darker(0.4));
        canvas.Fill(stone, stone.Darker(0.12), 1, [(x - 12, y + 8), (x + (w / 2), y - 26), (x + w + 12, y + 8)]);
        canvas.Box(x - 8, y + 6, w + 16, 14, stone);
        for (var i = 0; i < count; i++)
        {
            var column = x + ((w - 20) * i / (count - 1));
            canvas.Box(column, y + 20, 20, h - 20, stone.Lighter(0.12), stone.Darker(0.08));
        }
    }

    private static void Judge(Canvas canvas, double x, double y)
    {
        canvas.Fill(Rgb.Of(0x1B1A20), 1, (x - 30, y), (x - 20, y - 38), (x + 20, y - 38), (x + 30, y));
        canvas.Fill(Rgb.White, 1, (x - 6, y - 38), (x + 6, y - 38), (x, y - 18));
        canvas.Oval(x, y - 52, 13, 15, Rgb.Of(0xDDB08A));
        canvas.Oval(x, y - 62, 13, 7, Rgb.Of(0x8C8C8C));
    }
}

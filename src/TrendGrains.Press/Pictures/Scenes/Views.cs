namespace TrendGrains.Press.Pictures.Scenes;

/// <summary>Views that need few things: a sky, a fence, a wall of paintings.</summary>
internal static class Views
{
    public static void Sky(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 1, clouds: 8);
        var (x, y, size) = (dice.Between(220, 340), dice.Between(130, 210), dice.Between(0.9, 1.2));
        var body = Rgb.Of(0xF3F5F7).Mix(light.High, light.Darkness * 0.5);
        var tail = dice.Of(Rgb.Of(0xC0392B), Rgb.Of(0x2456A5), Rgb.Of(0x2F8F6B));
        canvas.Fill(tail, 1, (x - (116 * size), y - (2 * size)), (x - (138 * size), y - (54 * size)), (x - (112 * size), y - (54 * size)), (x - (72 * size), y - (8 * size)));
        canvas.Oval(x, y, 136 * size, 17 * size, body.Lighter(0.2), body.Darker(0.18));
        canvas.Fill(body.Darker(0.28), 1, (x - (6 * size), y + (4 * size)), (x + (34 * size), y + (4 * size)), (x - (52 * size), y + (66 * size)), (x - (76 * size), y + (66 * size)));
        canvas.Fill(body.Darker(0.12), 1, (x + (4 * size), y - (10 * size)), (x + (30 * size), y - (10 * size)), (x - (22 * size), y - (46 * size)), (x - (40 * size), y - (46 * size)));
        for (var i = 0; i < 14; i++)
        {
            canvas.Oval(x - (86 * size) + (i * 13 * size), y - (4 * size), 2.6 * size, 3 * size, Rgb.Of(0x35506B));
        }

        canvas.Oval(x + (118 * size), y - (5 * size), 9 * size, 4 * size, Rgb.Of(0x35506B));
    }

    public static void Desert(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.6, clouds: 1);
        for (var i = 0; i < 4; i++)
        {
            var sand = light.Shade(Rgb.Of(0xE3B878).Mix(Rgb.Of(0xB97C45), i * 0.25));
            canvas.Ridge(200 + (i * 42), 24, dice.Between(0.5, 1.2), dice.Between(0, 6), sand.Lighter(0.12), sand.Darker(0.12));
        }

        for (var i = 0; i < 5; i++)
        {
            var (x, y) = (120 + (i * 66) + dice.Between(-10, 10), 262 + (i * 5.0));
            Figures.Person(canvas, x, y, 30, dice.Of(Rgb.Of(0xF1ECE0), Rgb.Of(0x7A4B3A), Rgb.Of(0x3E5C7A)), Rgb.Of(0x8A5A3A));
        }
    }

    public static void Border(Canvas canvas, Dice dice)
    {
        var light = Light.Gloomy(dice);
        light.Paint(canvas, dice, 0.65, clouds: 4);
        canvas.Ridge(206, 20, 1.2, dice.Between(0, 6), light.Shade(Rgb.Of(0x7C8A68)), light.Shade(Rgb.Of(0x59664A)));
        canvas.Fill(light.Shade(Rgb.Of(0xA89878)), light.Shade(Rgb.Of(0x7F7158)), 1, [(0, 300), (640, 270), (640, 360), (0, 360)]);
        var tower = dice.Between(430, 540);
        foreach (var side in new[] { -26, 26 })
        {
            canvas.Line(tower + side, 290, tower + (side * 0.6), 150, 6, Rgb.Of(0x3F4238));
        }

        canvas.Line(tower - 22, 260, tower + 18, 190, 3, Rgb.Of(0x3F4238));
        canvas.Line(tower + 22, 260, tower - 18, 190, 3, Rgb.Of(0x3F4238));
        canvas.Box(tower - 32, 112, 64, 40, Rgb.Of(0x555A4B), Rgb.Of(0x3A3E33));
        canvas.Box(tower - 26, 120, 52, 15, Rgb.Of(0xFFE6A8).Mix(Rgb.Of(0xA9C2CC), 0.5));
        canvas.Fill(Rgb.Of(0x2E3129), 1, (tower - 40, 112), (tower, 92), (tower + 40, 112));
        for (var x = 0; x < 640; x += 40)
        {
            canvas.Line(x, 300 - (x * 0.03), x, 212 - (x * 0.03), 4, Rgb.Of(0x4A4D48));
        }

        for (var i = 0; i < 6; i++)
        {
            canvas.Line(0, 222 + (i * 14), 640, 203 + (i * 14), 1.3, Rgb.Of(0x2F322E));
        }

        for (var i = 0; i < 40; i++)
        {
            canvas.Oval(i * 16.4, 212 - (i * 0.5), 9, 9, Rgb.Of(0x2F322E), 0.28);
        }
    }

    public static void Flags(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.85);
        canvas.Box(0, 306, 640, 54, light.Shade(Rgb.Of(0x7F9A6B)), light.Shade(Rgb.Of(0x57704A)));
        for (var i = 0; i < 7; i++)
        {
            var (x, lift) = (50 + (i * 88), dice.Between(-6, 8));
            Span<Rgb> colors = [dice.Of(Rgb.Of(0xC0392B), Rgb.Of(0xE3B23C), Rgb.Of(0x1F3A5F)), dice.Of(Rgb.White, Rgb.Of(0xE8D9A8)), dice.Of(Rgb.Of(0x2F7F5B), Rgb.Of(0x2F5FA8), Rgb.Of(0x6A3A6E))];
            canvas.Line(x, 56, x, 320, 5, Rgb.Of(0xC7CCD2));
            canvas.Oval(x, 54, 5, 5, Rgb.Of(0xE2BC5A));
            for (var band = 0; band < 3; band++)
            {
                var top = 62 + (band * 17);
                canvas.Fill(light.Shade(colors[band]), 1, (x + 2, top), (x + 24, top + lift), (x + 48, top - lift), (x + 70, top + (lift * 0.5)), (x + 70, top + 17 + (lift * 0.5)), (x + 48, top + 17 - lift), (x + 24, top + 17 + lift), (x + 2, top + 17));
            }
        }
    }

    public static void Crowd(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.7);
        Figures.Skyline(canvas, dice, 244, light.Shade(Rgb.Of(0x94889A)), Rgb.Of(0xFFE2A0), 0.25, 120);
        canvas.Box(0, 242, 640, 118, light.Shade(Rgb.Of(0x9A938A)));
        for (var i = 0; i < 3; i++)
        {
            canvas.Line(0, 120 + (i * 26), 640, 104 + (i * 26), 1.4, Rgb.Of(0x3B3B44));
            for (var x = 10; x < 640; x += 34)
            {
                var y = 120 + (i * 26) - (x * 0.025);
                canvas.Fill(dice.Of(Rgb.Of(0xE4572E), Rgb.Of(0xF3A712), Rgb.Of(0x76B041), Rgb.Of(0x4C86A8), Rgb.Of(0xA8577E)), 1, (x, y), (x + 22, y - 0.6), (x + 11, y + 18));
            }
        }

        for (var row = 0; row < 5; row++)
        {
            for (var x = -10; x < 650; x += 26)
            {
                Figures.Person(canvas, x + dice.Between(-8, 8), 268 + (row * 21) + dice.Between(-5, 5), 38 + (row * 5), dice.Of(Rgb.Of(0xC8553D), Rgb.Of(0x3E6990), Rgb.Of(0xE6B655), Rgb.Of(0x5B7F66), Rgb.Of(0x6B5876), Rgb.Of(0xEDE6DA)), dice.Of(Rgb.Of(0xE2B993), Rgb.Of(0xA87B5A), Rgb.Of(0xF0CDA8)));
            }
        }
    }

    public static void Museum(Canvas canvas, Dice dice)
    {
        var wall = dice.Of(Rgb.Of(0x7C2F35), Rgb.Of(0x2F4F4F), Rgb.Of(0xD9CFBE), Rgb.Of(0x3B4A6B));
        canvas.Backdrop(wall.Lighter(0.14), wall.Darker(0.1), 0, 0.78);
        canvas.Backdrop(Rgb.Of(0xB08A5F), Rgb.Of(0x7C5C3A), 0.78, 1);
        canvas.Box(0, 276, 640, 8, Rgb.Of(0xEDE6D6));
        for (var i = 0; i < 3; i++)
        {
            var (x, h) = (50 + (i * 196), dice.Between(110, 150));
            canvas.Glow(x + 75, 60, 130, Rgb.Of(0xFFF1CE), 0.4);
            canvas.Box(x, 66, 150, h, Rgb.Of(0xC9A14A), Rgb.Of(0x8C6A25));
            var light = Light.Any(dice);
            canvas.Box(x + 10, 76, 130, h - 20, light.High, light.Low);
            var ground = light.Shade(dice.Of(Rgb.Of(0x5E8C6A), Rgb.Of(0x8C5E4A), Rgb.Of(0x4A6B8C)));
            canvas.Fill(ground, 1, (x + 10, 56 + h), (x + 10, 30 + h), (x + 50, h), (x + 90, 26 + h), (x + 140, 8 + h), (x + 140, 56 + h));
            canvas.Oval(x + dice.Between(40, 110), 96, 10, 10, light.Sun);
        }

        for (var i = 0; i < 5; i++)
        {
            Figures.Person(canvas, dice.Between(40, 600), dice.Between(318, 350), 84, dice.Of(Rgb.Of(0x2E3440), Rgb.Of(0x8B5E4B), Rgb.Of(0x4F6B6A), Rgb.Of(0xB0624A)), Rgb.Of(0x3A2A22));
        }
    }

    public static void Animal(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.65);
        canvas.Ridge(214, 16, 1.1, dice.Between(0, 6), light.Shade(Rgb.Of(0x8FAE6B)), light.Shade(Rgb.Of(0x5F8048)));
        canvas.Ridge(262, 8, 1.6, dice.Between(0, 6), light.Shade(Rgb.Of(0x7DA05A)), light.Shade(Rgb.Of(0x4C6B38)));
        var (x, y) = (dice.Between(220, 330), 316.0);
        var fur = dice.Of(Rgb.Of(0xB5793C), Rgb.Of(0x5A4A42), Rgb.Of(0xE3CDA4), Rgb.Of(0x8C8C8C));
        foreach (var leg in new[] { -62, -40, 44, 66 })
        {
            canvas.Fill(fur.Darker(0.12), 1, (x + leg - 9, y - 76), (x + leg + 11, y - 76), (x + leg + 6, y), (x + leg - 6, y));
        }

        canvas.Oval(x, y - 90, 92, 38, fur.Lighter(0.12), fur.Darker(0.15));
        canvas.Line(x - 86, y - 104, x - 124, y - 142, 12, fur);
        canvas.Fill(fur, 1, (x + 56, y - 112), (x + 84, y - 168), (x + 112, y - 150), (x + 92, y - 80));
        canvas.Oval(x + 104, y - 164, 32, 25, fur.Lighter(0.1), fur.Darker(0.05));
        canvas.Oval(x + 132, y - 156, 17, 12, fur.Lighter(0.2));
        canvas.Oval(x + 146, y - 160, 5, 4, Rgb.Of(0x1C1714));
        canvas.Oval(x + 110, y - 170, 3.6, 4.2, Rgb.Of(0x1C1714));
        canvas.Fill(fur.Darker(0.3), 1, (x + 78, y - 184), (x + 70, y - 146), (x + 92, y - 160));
    }
}

namespace TrendGrains.Press.Pictures.Scenes;

/// <summary>Weather, water, mountains.</summary>
internal static class Nature
{
    public static void Landscape(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.7);
        Hills(canvas, dice, light, dice.Of(Rgb.Of(0x5E8C6A), Rgb.Of(0x7C8F4E), Rgb.Of(0x4E7F86)));
        var leaf = light.Shade(Rgb.Of(0x3F6B42));
        for (var i = 0; i < 14; i++)
        {
            Figures.Tree(canvas, dice.Between(0, 640), dice.Between(300, 352), dice.Between(30, 64), leaf.Mix(Rgb.Of(0x8A8F3C), dice.Share() * 0.4));
        }
    }

    public static void Flood(Canvas canvas, Dice dice)
    {
        var light = Light.Gloomy(dice);
        light.Paint(canvas, dice, 0.6, clouds: 6);
        canvas.Ridge(190, 18, 1.2, dice.Between(0, 6), light.Shade(Rgb.Of(0x6F8577)), light.Shade(Rgb.Of(0x58705F)));
        var window = dice.Chance(0.5) ? Rgb.Of(0xFFE3A0) : Rgb.Of(0x33414C);
        for (var i = 0; i < 6; i++)
        {
            var (x, size) = (30 + (i * 104) + dice.Between(-20, 20), dice.Between(56, 84));
            Figures.House(canvas, x, 262 + dice.Between(-8, 16), size, size * 0.72, light.Shade(dice.Of(Rgb.Of(0xD9C9AE), Rgb.Of(0xB9C2C9), Rgb.Of(0xC9A58B))), light.Shade(dice.Of(Rgb.Of(0x8E4B3B), Rgb.Of(0x5C6570))), window);
        }

        Water(canvas, dice, 246, light.Shade(Rgb.Of(0x8C8468)), light.Shade(Rgb.Of(0x4F5346)));
        Boat(canvas, dice.Between(180, 420), 306, light.Shade(Rgb.Of(0xC9482F)), light.Shade(Rgb.Of(0xE5A03C)));
        Rain(canvas, dice, 90);
    }

    public static void Sea(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        light.Paint(canvas, dice, 0.55);
        Water(canvas, dice, 196, light.Shade(Rgb.Of(0x4C8FA8)), light.Shade(Rgb.Of(0x123B57)));
        var x = dice.Between(140, 380);
        var hull = light.Shade(dice.Of(Rgb.Of(0x9C2F2A), Rgb.Of(0x24415F), Rgb.Of(0x2F5B4B)));
        canvas.Fill(hull, 1, (x - 20, 216), (x + 190, 216), (x + 166, 256), (x + 8, 256));
        canvas.Box(x + 20, 176, 60, 40, light.Shade(Rgb.Of(0xF2EFE6)));
        canvas.Box(x + 28, 150, 36, 26, light.Shade(Rgb.Of(0xF7F5EE)));
        for (var i = 0; i < 4; i++)
        {
            canvas.Box(x + 92 + (i * 22), 194, 19, 22, light.Shade(dice.Of(Rgb.Of(0xD9822B), Rgb.Of(0x3E7CB1), Rgb.Of(0x81A4A0), Rgb.Of(0xB5453A))));
        }

        canvas.Ridge(262, 6, 5, dice.Between(0, 6), light.Shade(Rgb.Of(0x2F6F8C)), light.Shade(Rgb.Of(0x0E2E46)), 0.85);
    }

    public static void Storm(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x1E2733), Rgb.Of(0x6B7886));
        for (var i = 0; i < 12; i++)
        {
            Light.Cloud(canvas, dice.Between(0, 640), dice.Between(10, 110), dice.Between(1.4, 2.8), Rgb.Of(0x2F3A47).Lighter(dice.Between(0, 0.25)), 0.8);
        }

        var (x, y) = (dice.Between(140, 500), 70.0);
        canvas.Glow(x, 130, 190, Rgb.Of(0xCFE3FF), 0.5);
        while (y < 250)
        {
            var (nextX, nextY) = (x + dice.Between(-34, 34), y + dice.Between(24, 46));
            canvas.Line(x, y, nextX, nextY, 4, Rgb.Of(0xF4FAFF));
            (x, y) = (nextX, nextY);
        }

        canvas.Ridge(280, 14, 1.4, dice.Between(0, 6), Rgb.Of(0x2E3B33), Rgb.Of(0x161D19));
        for (var i = 0; i < 5; i++)
        {
            var palm = dice.Between(30, 610);
            canvas.Line(palm, 310, palm + 24, 230, 5, Rgb.Of(0x14100C));
            canvas.Oval(palm + 46, 226, 36, 9, Rgb.Of(0x1C2A1E));
            canvas.Oval(palm + 40, 238, 30, 7, Rgb.Of(0x1C2A1E));
        }

        Rain(canvas, dice, 180);
    }

    public static void Snow(Canvas canvas, Dice dice)
    {
        var light = Light.Gloomy(dice);
        light.Paint(canvas, dice, 0.65, clouds: 5);
        canvas.Ridge(200, 26, 1.1, dice.Between(0, 6), Rgb.Of(0xC9D6E2), Rgb.Of(0xE9F0F5));
        canvas.Ridge(262, 16, 1.5, dice.Between(0, 6), Rgb.Of(0xF4F8FB), Rgb.Of(0xD3DFEA));
        for (var i = 0; i < 4; i++)
        {
            Figures.House(canvas, 40 + (i * 150) + dice.Between(-20, 20), 290, 76, 46, light.Shade(Rgb.Of(0x9A6B50)), Rgb.Of(0xF8FBFD), Rgb.Of(0xFFD98A));
        }

        for (var i = 0; i < 160; i++)
        {
            var size = dice.Between(1, 3.4);
            canvas.Oval(dice.Between(0, 640), dice.Between(0, 360), size, size, Rgb.White, 0.85);
        }
    }

    public static void Quake(Canvas canvas, Dice dice)
    {
        var light = Light.Gloomy(dice);
        light.Paint(canvas, dice, 0.75, clouds: 4);
        canvas.Box(0, 268, 640, 92, Rgb.Of(0x8D8375), Rgb.Of(0x5F574C));
        for (var i = 0; i < 6; i++)
        {
            var (x, h, lean) = (20 + (i * 108) + dice.Between(-10, 10), dice.Between(90, 170), dice.Between(-34, 34));
            var wall = light.Shade(dice.Of(Rgb.Of(0xB9A58D), Rgb.Of(0x9AA0A3), Rgb.Of(0xC2B59F)));
            canvas.Fill(wall.Lighter(0.1), wall.Darker(0.2), 1, [(x, 270), (x + lean, 270 - h), (x + lean + 74, 270 - h + 14), (x + 78, 270)]);
            for (var row = 1; row < h / 26; row++)
            {
                var shift = lean * row * 26 / h;
                canvas.Fill(wall.Darker(0.5), 1, (x + shift + 12, 264 - (row * 24)), (x + shift + 28, 266 - (row * 24)), (x + shift + 28, 282 - (row * 24)), (x + shift + 12, 280 - (row * 24)));
                canvas.Fill(wall.Darker(0.5), 1, (x + shift + 46, 267 - (row * 24)), (x + shift + 62, 268 - (row * 24)), (x + shift + 62, 284 - (row * 24)), (x + shift + 46, 283 - (row * 24)));
            }
        }

        for (var i = 0; i < 70; i++)
        {
            var (x, y, size) = (dice.Between(0, 640), dice.Between(262, 340), dice.Between(4, 18));
            canvas.Fill(Rgb.Of(0xA39987).Darker(dice.Share() * 0.4), 1, (x, y), (x + size, y - (size * 0.6)), (x + (size * 1.5), y + (size * 0.3)), (x + (size * 0.5), y + (size * 0.6)));
        }

        canvas.Glow(320, 250, 300, Rgb.Of(0xD8CDBB), 0.35);
    }

    public static void Volcano(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x2A1B2E), Rgb.Of(0xC96B4A));
        var peak = dice.Between(260, 380);
        for (var i = 0; i < 16; i++)
        {
            Light.Cloud(canvas, peak + dice.Between(-30, 120) + (i * 5), 120 - (i * 8), 0.7 + (i * 0.14), Rgb.Of(0x4B3D46).Lighter(dice.Share() * 0.25), 0.75);
        }

        canvas.Glow(peak, 130, 170, Rgb.Of(0xFF9A3D), 0.8);
        canvas.Fill(Rgb.Of(0x4A3238), Rgb.Of(0x1D1519), 1, [(peak - 40, 130), (peak + 40, 130), (peak + 270, 330), (peak - 290, 330)]);
        for (var i = 0; i < 4; i++)
        {
            var x = peak + dice.Between(-26, 26);
            canvas.Fill(Rgb.Of(0xFFB04A), Rgb.Of(0xC7351E), 1, [(x - 5, 132), (x + 5, 132), (x + dice.Between(-50, 60), dice.Between(210, 300)), (x - 8, 200)]);
        }

        canvas.Ridge(314, 10, 2, dice.Between(0, 6), Rgb.Of(0x1E2A22), Rgb.Of(0x0F1512));
    }

    private static void Hills(Canvas canvas, Dice dice, Light light, Rgb color)
    {
        for (var i = 0; i < 4; i++)
        {
            var near = i / 3.0;
            var shade = light.Shade(light.Low.Mix(color, 0.35 + (0.65 * near)));
            canvas.Ridge(178 + (i * 42), 34 - (i * 6), dice.Between(0.8, 1.6), dice.Between(0, 6), shade.Lighter(0.08), shade.Darker(0.18));
        }
    }

    private static void Water(Canvas canvas, Dice dice, double y, Rgb near, Rgb far)
    {
        canvas.Box(0, y, 640, 360 - y, near, far);
        for (var i = 0; i < 46; i++)
        {
            var row = y + 4 + (dice.Share() * (352 - y));
            var length = 14 + ((row - y) * 0.5);
            canvas.Oval(dice.Between(0, 640), row, length, 1.1 + ((row - y) * 0.012), near.Lighter(0.35), 0.5);
        }
    }

    private static void Boat(Canvas canvas, double x, double y, Rgb hull, Rgb coat)
    {
        Figures.Person(canvas, x + 22, y - 6, 40, coat, Rgb.Of(0xE0B896));
        Figures.Person(canvas, x + 58, y - 6, 36, coat.Mix(Rgb.Of(0x2D5C8A), 0.7), Rgb.Of(0xC99A78));
        canvas.Fill(hull, hull.Darker(0.4), 1, [(x - 16, y - 16), (x + 100, y - 16), (x + 82, y + 10), (x + 2, y + 10)]);
    }

    private static void Rain(Canvas canvas, Dice dice, int drops)
    {
        for (var i = 0; i < drops; i++)
        {
            var (x, y) = (dice.Between(0, 660), dice.Between(-10, 350));
            canvas.Line(x, y, x - 5, y + 16, 1.2, Rgb.Of(0xE6EEF4), 0.35);
        }
    }
}

namespace TrendGrains.Press.Pictures.Scenes;

/// <summary>Things that are made: rockets, devices, goods, dishes.</summary>
internal static class Workshop
{
    public static void Launch(Canvas canvas, Dice dice)
    {
        var light = Light.Any(dice);
        canvas.Backdrop(light.High.Darker(0.2), light.Low);
        var (x, y) = (dice.Between(260, 380), dice.Between(70, 110));
        canvas.Glow(x, y + 170, 240, Rgb.Of(0xFFC46B), 0.85);
        canvas.Ridge(320, 4, 2, dice.Between(0, 6), light.Shade(Rgb.Of(0x4F6B5C)), light.Shade(Rgb.Of(0x2E4037)));
        canvas.Line(x - 84, 330, x - 84, 120, 9, Rgb.Of(0x6B737C));
        for (var i = 0; i < 9; i++)
        {
            canvas.Line(x - 90, 326 - (i * 24), x - 70, 314 - (i * 24), 2.5, Rgb.Of(0x8A929B));
        }

        canvas.Fill(Rgb.Of(0xFFF4C2), Rgb.Of(0xFF7A2A), 0.95, [(x - 17, y + 128), (x + 17, y + 128), (x + 30, y + 210), (x, y + 260), (x - 30, y + 210)]);
        for (var i = 0; i < 26; i++)
        {
            var size = dice.Between(16, 46);
            canvas.Oval(x + dice.Between(-190, 190), 330 + dice.Between(-24, 16), size * 1.3, size, Rgb.Of(0xF6F0E6), Rgb.Of(0xC9C0B4), 0.7);
        }

        var stripe = dice.Of(Rgb.Of(0xC0392B), Rgb.Of(0x2456A5), Rgb.Of(0x2B2F36));
        canvas.Fill(Rgb.Of(0xF7F8FA), Rgb.Of(0xC9D0D8), 1, [(x - 18, y + 128), (x - 18, y + 30), (x - 10, y), (x, y - 22), (x + 10, y), (x + 18, y + 30), (x + 18, y + 128)]);
        canvas.Fill(stripe, 1, (x - 10, y), (x, y - 22), (x + 10, y));
        canvas.Box(x - 18, y + 50, 36, 9, stripe);
        canvas.Fill(stripe.Darker(0.2), 1, (x - 18, y + 100), (x - 36, y + 132), (x - 18, y + 128));
        canvas.Fill(stripe.Darker(0.2), 1, (x + 18, y + 100), (x + 36, y + 132), (x + 18, y + 128));
        canvas.Oval(x, y + 34, 6, 6, Rgb.Of(0x3C5A78));
    }

    public static void Space(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x05070F), Rgb.Of(0x141B38));
        for (var i = 0; i < 220; i++)
        {
            var size = dice.Between(0.5, 1.8);
            canvas.Oval(dice.Between(0, 640), dice.Between(0, 360), size, size, Rgb.White, dice.Between(0.4, 1));
        }

        var (x, y, radius) = (dice.Between(160, 480), dice.Between(140, 230), dice.Between(70, 110));
        var planet = dice.Of(Rgb.Of(0xC97B4A), Rgb.Of(0x4A86C9), Rgb.Of(0xB9A36B), Rgb.Of(0x7A5FA8));
        canvas.Glow(x, y, radius * 1.7, planet.Lighter(0.3), 0.5);
        canvas.Oval(x, y, radius, radius, planet.Lighter(0.25), planet.Darker(0.45));
        for (var i = -2; i <= 2; i++)
        {
            canvas.Oval(x, y + (i * radius * 0.3), radius * Math.Sqrt(1 - (i * i * 0.09)) * 0.97, radius * 0.055, planet.Darker(0.25), 0.4);
        }

        canvas.Oval(x + radius + 90, y - 60, 14, 14, Rgb.Of(0xDADDE2), Rgb.Of(0x777C85));
        canvas.Box(90, 80, 26, 18, Rgb.Of(0xD8DCE2));
        canvas.Box(40, 84, 46, 10, Rgb.Of(0x3E6FB0));
        canvas.Box(120, 84, 46, 10, Rgb.Of(0x3E6FB0));
    }

    public static void Laboratory(Canvas canvas, Dice dice)
    {
        var wall = dice.Of(Rgb.Of(0xDDE9EE), Rgb.Of(0xE3ECE4), Rgb.Of(0xE6E4EE));
        canvas.Backdrop(wall.Lighter(0.3), wall.Darker(0.1));
        canvas.Box(0, 250, 640, 110, Rgb.Of(0xF2F4F5), Rgb.Of(0xBFC8CE));
        for (var i = 0; i < 6; i++)
        {
            var (x, h) = (60 + (i * 100) + dice.Between(-14, 14), dice.Between(60, 110));
            var liquid = dice.Of(Rgb.Of(0x3FA7D6), Rgb.Of(0xE35D6A), Rgb.Of(0x59CD90), Rgb.Of(0xF5B841), Rgb.Of(0x9B6BD3));
            canvas.Fill(Rgb.White, 0.75, (x - 9, 270 - h), (x + 9, 270 - h), (x + 9, 250 - (h * 0.4)), (x + 36, 272), (x - 36, 272), (x - 9, 250 - (h * 0.4)));
            canvas.Fill(liquid.Lighter(0.15), liquid.Darker(0.15), 0.9, [(x - 18, 250 - (h * 0.05)), (x + 18, 250 - (h * 0.05)), (x + 33, 270), (x - 33, 270)]);
            canvas.Oval(x + 4, 256, 3, 3, Rgb.White, 0.8);
        }

        var scope = dice.Between(400, 520);
        canvas.Box(scope - 40, 288, 90, 12, Rgb.Of(0x2F3A45));
        canvas.Line(scope + 30, 290, scope + 26, 200, 13, Rgb.Of(0x3C4956));
        canvas.Line(scope + 30, 206, scope - 14, 250, 16, Rgb.Of(0x55646F));
        canvas.Line(scope + 38, 196, scope + 52, 180, 12, Rgb.Of(0x2F3A45));
    }

    public static void Phone(Canvas canvas, Dice dice)
    {
        var wall = dice.Of(Rgb.Of(0x1F2A44), Rgb.Of(0x3A2145), Rgb.Of(0x10383B), Rgb.Of(0xE9E4DA));
        canvas.Backdrop(wall.Lighter(0.2), wall.Darker(0.3));
        var first = dice.Of(Rgb.Of(0xFF6F91), Rgb.Of(0x4FC3F7), Rgb.Of(0xFFC75F));
        var second = dice.Of(Rgb.Of(0x845EC2), Rgb.Of(0x0081CF), Rgb.Of(0x00C9A7));
        foreach (var (x, tilt) in new[] { (210.0, -16.0), (330.0, 10.0) })
        {
            canvas.Glow(x + 50, 190, 190, first, 0.3);
            canvas.Fill(Rgb.Of(0x14161B), 1, (x + tilt, 50), (x + tilt + 112, 50), (x + 112 - tilt, 312), (x - tilt, 312));
            canvas.Fill(first, second, 1, [(x + tilt + 6, 58), (x + tilt + 106, 58), (x + 106 - tilt, 304), (x + 6 - tilt, 304)]);
            canvas.Oval(x + tilt + 56, 66, 4, 4, Rgb.Of(0x14161B));
            for (var i = 0; i < 12; i++)
            {
                canvas.Box(x + 16 + (i % 3 * 30), 120 + (i / 3 * 38), 20, 20, Rgb.White.Mix(second, dice.Share() * 0.5), 0.85);
            }
        }
    }

    public static void Product(Canvas canvas, Dice dice)
    {
        var back = dice.Of(Rgb.Of(0xF7D9C4), Rgb.Of(0xC9E4DE), Rgb.Of(0xDBCDF0), Rgb.Of(0xFAEDCB), Rgb.Of(0xC6DEF1));
        canvas.Backdrop(back.Lighter(0.35), back);
        canvas.Glow(320, 170, 280, Rgb.White, 0.6);
        canvas.Oval(320, 302, 190, 26, back.Darker(0.2), 0.7);
        canvas.Fill(back.Lighter(0.4), back.Darker(0.08), 1, [(190, 276), (450, 276), (470, 310), (170, 310)]);
        var color = dice.Of(Rgb.Of(0xD1495B), Rgb.Of(0x2E7D6B), Rgb.Of(0x30588C), Rgb.Of(0xE09F3E), Rgb.Of(0x5F4B8B));
        for (var i = 0; i < 3; i++)
        {
            var (x, h) = (226 + (i * 74), dice.Between(90, 160));
            var shade = color.Mix(Rgb.White, i * 0.22);
            canvas.Box(x, 282 - h, 56, h, shade.Lighter(0.12), shade.Darker(0.18));
            canvas.Box(x + 16, 268 - h, 24, 16, shade.Darker(0.35));
            canvas.Box(x + 7, 282 - (h * 0.7), 42, h * 0.34, Rgb.Of(0xFFFDF6));
            canvas.Box(x + 13, 282 - (h * 0.6), 30, 3, shade);
            canvas.Box(x + 13, 290 - (h * 0.6), 22, 3, shade);
        }

        var (badgeX, badgeY) = (dice.Between(480, 540), dice.Between(80, 120));
        canvas.Oval(badgeX, badgeY, 44, 44, Rgb.Of(0xE63946));
        canvas.Oval(badgeX - 14, badgeY - 12, 8, 8, Rgb.White);
        canvas.Oval(badgeX + 14, badgeY + 12, 8, 8, Rgb.White);
        canvas.Line(badgeX + 16, badgeY - 18, badgeX - 16, badgeY + 18, 5, Rgb.White);
    }

    public static void Food(Canvas canvas, Dice dice)
    {
        var table = dice.Of(Rgb.Of(0xB07D4F), Rgb.Of(0x8A6A50), Rgb.Of(0xD8C3A0), Rgb.Of(0x5F7470));
        canvas.Backdrop(table.Lighter(0.15), table.Darker(0.15));
        for (var y = 0; y < 360; y += 52)
        {
            canvas.Line(0, y, 640, y + 6, 1.6, table.Darker(0.25), 0.6);
        }

        canvas.Oval(326, 196, 206, 136, Rgb.Black, 0.2);
        canvas.Oval(320, 186, 204, 134, Rgb.Of(0xF7F5F0), Rgb.Of(0xDAD6CC));
        canvas.Oval(320, 186, 158, 100, Rgb.Of(0xEAE5DA), Rgb.Of(0xF7F4EC));
        var broth = dice.Of(Rgb.Of(0xC8452B), Rgb.Of(0xE0A53A), Rgb.Of(0x8A5A33), Rgb.Of(0xD98B4A));
        canvas.Oval(320, 188, 142, 88, broth.Lighter(0.15), broth.Darker(0.12));
        for (var i = 0; i < 34; i++)
        {
            var (sin, cos) = Math.SinCos(dice.Between(0, 6.28));
            var far = Math.Sqrt(dice.Share());
            var size = dice.Between(7, 19);
            canvas.Oval(320 + (cos * far * 116), 186 + (sin * far * 66), size, size * 0.7, dice.Of(Rgb.Of(0x5F9E4A), Rgb.Of(0xF2E3B8), Rgb.Of(0xE0603A), Rgb.Of(0xF6F1E4), Rgb.Of(0xA8552F)), 0.95);
        }

        for (var i = 0; i < 3; i++)
        {
            Light.Cloud(canvas, 260 + (i * 60), 60 - (i % 2 * 16), 0.7, Rgb.White, 0.22);
        }

        canvas.Line(556, 60, 596, 320, 7, Rgb.Of(0x7A4B2C));
        canvas.Line(580, 56, 616, 316, 7, Rgb.Of(0x7A4B2C));
    }

    public static void Money(Canvas canvas, Dice dice)
    {
        var back = dice.Of(Rgb.Of(0x1F3D36), Rgb.Of(0x2A3350), Rgb.Of(0xE9E1CF));
        canvas.Backdrop(back.Lighter(0.2), back.Darker(0.25));
        canvas.Glow(320, 150, 260, Rgb.Of(0xFFE9B0), 0.4);
        canvas.Box(0, 292, 640, 68, back.Darker(0.45));
        var note = dice.Of(Rgb.Of(0x7FA66B), Rgb.Of(0xC99A5B), Rgb.Of(0x7C9CC0));
        for (var i = 0; i < 9; i++)
        {
            var y = 300 - (i * 9);
            canvas.Fill(note.Darker(i % 2 * 0.14), 1, (60, y), (230, y - 12), (250, y), (80, y + 12));
        }

        canvas.Fill(Rgb.Of(0xF2EAD2), 1, (140, 222), (164, 220), (184, 232), (160, 234));
        var gold = dice.Of(Rgb.Of(0xE2B33C), Rgb.Of(0xC9CDD2), Rgb.Of(0xD08A4A));
        for (var stack = 0; stack < 5; stack++)
        {
            var (x, height) = (308 + (stack * 66), 3 + dice.Below(4) + (stack * 2));
            for (var coin = 0; coin < height; coin++)
            {
                var y = 308 - (coin * 13);
                canvas.Oval(x, y + 5, 29, 10, gold.Darker(0.4));
                canvas.Oval(x, y, 29, 10, gold.Lighter(0.15), gold.Darker(0.12));
            }

            canvas.Oval(x, 308 - ((height - 1) * 13), 19, 6, gold.Darker(0.18));
        }
    }

    public static void Server(Canvas canvas, Dice dice)
    {
        var hue = dice.Of(Rgb.Of(0x12305A), Rgb.Of(0x0F3B3B), Rgb.Of(0x2A1F4F));
        canvas.Backdrop(hue.Darker(0.5), hue);
        var glow = dice.Of(Rgb.Of(0x49C6FF), Rgb.Of(0x58F0B0), Rgb.Of(0xB58CFF));
        canvas.Glow(320, 190, 260, glow, 0.45);
        canvas.Fill(hue.Lighter(0.2), hue.Darker(0.3), 1, [(270, 230), (370, 230), (640, 360), (0, 360)]);
        for (var depth = 3; depth >= 0; depth--)
        {
            foreach (var side in new[] { -1, 1 })
            {
                var (near, w) = (60 + ((3 - depth) * 72.0), 46 + ((3 - depth) * 20.0));
                var (x, top, bottom) = (320 + (side * near) - (side < 0 ? w : 0), 150 - ((3 - depth) * 36.0), 246 + ((3 - depth) * 30.0));
                canvas.Box(x, top, w, bottom - top, Rgb.Of(0x1C222C), Rgb.Of(0x0E1218));
                for (var y = top + 8; y < bottom - 8; y += 9 + ((3 - depth) * 2))
                {
                    canvas.Box(x + 4, y, w - 8, 5, Rgb.Of(0x2C3542));
                    for (var led = 0; led < 3; led++)
                    {
                        canvas.Oval(x + 9 + (led * 8), y + 2.5, 1.9, 1.9, dice.Chance(0.14) ? Rgb.Of(0xFF5A4F) : glow, dice.Chance(0.75) ? 1 : 0.2);
                    }
                }
            }
        }
    }
}

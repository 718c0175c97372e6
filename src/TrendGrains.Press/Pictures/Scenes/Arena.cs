namespace TrendGrains.Press.Pictures.Scenes;

/// <summary>What people pay to watch, and faces.</summary>
internal static class Arena
{
    public static void Match(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x14233F), Rgb.Of(0x3E5C8C));
        foreach (var x in new[] { 70, 570 })
        {
            canvas.Line(x, 20, x, 130, 5, Rgb.Of(0x8794A8));
            canvas.Box(x - 30, 12, 60, 20, Rgb.Of(0xF4F8FF));
            canvas.Glow(x, 22, 170, Rgb.Of(0xEAF2FF), 0.75);
        }

        canvas.Box(0, 110, 640, 90, Rgb.Of(0x24314A), Rgb.Of(0x3A475F));
        for (var i = 0; i < 620; i++)
        {
            canvas.Oval(dice.Between(0, 640), dice.Between(114, 196), 2.3, 2.6, dice.Of(Rgb.Of(0xD8C2A6), Rgb.Of(0xC0392B), Rgb.Of(0x3E7CB1), Rgb.Of(0xE8E6DF), Rgb.Of(0x59627A)), 0.85);
        }

        canvas.Box(0, 200, 640, 160, Rgb.Of(0x3F8F4B));
        for (var i = 0; i < 8; i++)
        {
            canvas.Fill(i % 2 == 0 ? Rgb.Of(0x3F8F4B) : Rgb.Of(0x4A9E57), 1, ((i * 80) + ((i - 4) * -18), 200), (((i + 1) * 80) + ((i - 3) * -18), 200), (((i + 1) * 80) + ((i - 3) * 60), 360), ((i * 80) + ((i - 4) * 60), 360));
        }

        canvas.Line(0, 206, 640, 206, 2, Rgb.White, 0.8);
        canvas.Line(0, 286, 640, 286, 2.4, Rgb.White, 0.6);
        var (home, away) = (dice.Of(Rgb.Of(0xC8322B), Rgb.Of(0xE8B52E), Rgb.Of(0xE9EDF0)), dice.Of(Rgb.Of(0x2456A5), Rgb.Of(0x1F2A36), Rgb.Of(0x5F3A8C)));
        for (var i = 0; i < 9; i++)
        {
            var y = dice.Between(236, 336);
            Figures.Person(canvas, dice.Between(40, 600), y, 30 + ((y - 220) * 0.24), i % 2 == 0 ? home : away, Rgb.Of(0xD3A47E));
        }

        var ball = (X: dice.Between(200, 440), Y: dice.Between(240, 330));
        canvas.Oval(ball.X + 2, ball.Y + 9, 8, 2.6, Rgb.Black, 0.35);
        canvas.Oval(ball.X, ball.Y, 7.5, 7.5, Rgb.White, Rgb.Of(0xC9CDD2));
    }

    public static void Concert(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x140A2A), Rgb.Of(0x3C1850));
        Span<Rgb> beams = [dice.Of(Rgb.Of(0xFF4FA3), Rgb.Of(0xFF7A3C)), dice.Of(Rgb.Of(0x4FC3FF), Rgb.Of(0x58F0C0)), dice.Of(Rgb.Of(0xB45CFF), Rgb.Of(0xFFE15C))];
        for (var i = 0; i < 9; i++)
        {
            var (x, target) = (40 + (i * 70), dice.Between(40, 600));
            canvas.Fill(beams[i % 3], 0.26, (x - 5, 0), (x + 5, 0), (target + 52, 270), (target - 52, 270));
            canvas.Glow(x, 6, 44, beams[i % 3], 0.8);
        }

        canvas.Box(90, 226, 460, 40, Rgb.Of(0x241236), Rgb.Of(0x0E0618));
        for (var i = 0; i < 4; i++)
        {
            var x = 190 + (i * 86) + dice.Between(-12, 12);
            canvas.Glow(x, 180, 60, Rgb.White, 0.28);
            Figures.Person(canvas, x, 228, 80, dice.Of(Rgb.Of(0xF2E9FF), Rgb.Of(0xFFCF5C), Rgb.Of(0xFF6FA8), Rgb.Of(0x7FE3FF)), Rgb.Of(0xF0CDA8));
        }

        Figures.Crowd(canvas, dice, 296, 70, 90, Rgb.Of(0x0B0614));
        for (var i = 0; i < 26; i++)
        {
            var (x, y) = (dice.Between(10, 630), dice.Between(250, 320));
            canvas.Line(x, y, x + dice.Between(-5, 5), y + 24, 4, Rgb.Of(0x0B0614));
            canvas.Glow(x, y, 13, beams[i % 3], 0.95);
        }
    }

    public static void Film(Canvas canvas, Dice dice)
    {
        canvas.Backdrop(Rgb.Of(0x1B0E12), Rgb.Of(0x3A1A1F));
        canvas.Box(120, 30, 400, 190, Rgb.Of(0xFAF6EA), Rgb.Of(0xE2DCC8));
        var light = Light.Any(dice);
        canvas.Box(128, 38, 384, 174, light.High, light.Low);
        canvas.Oval(dice.Between(200, 440), dice.Between(70, 130), 22, 22, light.Sun);
        canvas.Fill(light.Shade(Rgb.Of(0x4E6B57)), 1, (128, 212), (128, 170), (230, 128), (320, 180), (410, 140), (512, 178), (512, 212));
        canvas.Fill(Rgb.Of(0xFFF6D8), 0.12, (300, 360), (340, 360), (520, 220), (120, 220));
        foreach (var x in new[] { 0, 548 })
        {
            for (var fold = 0; fold < 6; fold++)
            {
                canvas.Box(x + (fold * 16), 0, 16, 300, Rgb.Of(0x8E1B24).Darker(fold % 2 * 0.3), Rgb.Of(0x5A1017).Darker(fold % 2 * 0.3));
            }
        }

        for (var row = 0; row < 3; row++)
        {
            for (var seat = -1; seat < 15; seat++)
            {
                var (x, y) = ((seat * 48) + (row * 20), 268 + (row * 38));
                canvas.Oval(x, y + 26, 21, 26, Rgb.Of(0x6B1720).Darker(row * 0.12));
                if (dice.Chance(0.62))
                {
                    canvas.Oval(x, y, 11, 14, Rgb.Of(0x1C1214));
                }
            }
        }
    }

    public static void Portrait(Canvas canvas, Dice dice)
    {
        var wall = dice.Of(Rgb.Of(0x31556B), Rgb.Of(0x7A4B4B), Rgb.Of(0x4A5D46), Rgb.Of(0x6A5A86), Rgb.Of(0xC9A66B));
        canvas.Backdrop(wall.Lighter(0.25), wall.Darker(0.2));
        canvas.Glow(dice.Between(120, 260), 90, 300, Rgb.White, 0.3);
        var skin = dice.Of(Rgb.Of(0xF0CDA8), Rgb.Of(0xE0AE86), Rgb.Of(0xA87550), Rgb.Of(0xF5D9BE));
        var hair = dice.Of(Rgb.Of(0x211A18), Rgb.Of(0x4A2F20), Rgb.Of(0x8C8C90), Rgb.Of(0xB98A4A));
        var coat = dice.Of(Rgb.Of(0x222C3F), Rgb.Of(0x5B2E35), Rgb.Of(0x37474F), Rgb.Of(0x2F4F3F));
        var x = dice.Between(260, 380);
        var wide = dice.Between(56, 66);
        var longHair = dice.Chance(0.5);
        if (longHair)
        {
            canvas.Oval(x, 168, wide + 26, 108, hair);
        }

        canvas.Fill(coat.Lighter(0.06), coat.Darker(0.25), 1, [(x - 170, 360), (x - 140, 286), (x - 60, 252), (x + 60, 252), (x + 140, 286), (x + 170, 360)]);
        canvas.Fill(Rgb.White, 1, (x - 34, 250), (x + 34, 250), (x, 330));
        canvas.Fill(dice.Of(Rgb.Of(0xB03A32), Rgb.Of(0x2C5FA8), Rgb.Of(0x3F7F5F)), 1, (x - 9, 262), (x + 9, 262), (x + 14, 340), (x, 352), (x - 14, 340));
        canvas.Box(x - 24, 214, 48, 46, skin.Darker(0.15));
        canvas.Oval(x, 158, wide, 76, skin.Lighter(0.06), skin.Darker(0.06));
        canvas.Fill(hair, 1, (x - wide - 4, 150), (x - wide, 104), (x - 30, 76), (x + 30, 72), (x + wide, 100), (x + wide + 4, 150), (x + wide - 14, 122), (x + 10, 108), (x - wide + 16, 126));
        foreach (var side in new[] { -1, 1 })
        {
            canvas.Oval(x + (side * 24), 156, 8.5, 5.5, Rgb.White);
            canvas.Oval(x + (side * 24), 156, 4, 4.6, Rgb.Of(0x2A2320));
            canvas.Line(x + (side * 14), 142, x + (side * 35), 140, 4, hair);
        }

        canvas.Line(x, 160, x + 5, 182, 3, skin.Darker(0.22));
        canvas.Fill(Rgb.Of(0xA8524A), 1, (x - 18, 204), (x, 200), (x + 18, 204), (x, 212));
        if (dice.Chance(0.4))
        {
            canvas.Line(x - 40, 156, x + 40, 156, 2.5, Rgb.Of(0x22252B));
            canvas.Oval(x - 24, 157, 15, 13, Rgb.Of(0xCFE3F0), 0.35);
            canvas.Oval(x + 24, 157, 15, 13, Rgb.Of(0xCFE3F0), 0.35);
        }
    }
}

namespace TrendGrains.Press.Pictures;

/// <summary>Paints filled shapes with smooth edges: each row is cut into four, and along it coverage is exact.</summary>
internal sealed class Canvas(int width, int height)
{
    private const int Cuts = 4;

    private readonly double[] pixels = new double[width * height * 3];
    private readonly double[] coverage = new double[width + 1];

    public int Width => width;
    public int Height => height;

    public void Backdrop(Rgb top, Rgb bottom, double from = 0, double to = 1)
    {
        var (first, last) = ((int)(from * height), (int)(to * height));
        for (var y = first; y < last; y++)
        {
            var color = top.Mix(bottom, (y - first) / (double)Math.Max(1, last - first - 1));
            for (var x = 0; x < width; x++)
            {
                Set(x, y, color, 1);
            }
        }
    }

    public void Fill(Rgb color, double alpha, params ReadOnlySpan<(double X, double Y)> points) => Fill(color, color, alpha, points);

    /// <summary>Shades from its top to its bottom; even-odd rule.</summary>
    public void Fill(Rgb top, Rgb bottom, double alpha, ReadOnlySpan<(double X, double Y)> points)
    {
        var (least, most) = (double.MaxValue, double.MinValue);
        foreach (var (_, y) in points)
        {
            (least, most) = (Math.Min(least, y), Math.Max(most, y));
        }

        Span<double> crossings = stackalloc double[64];
        for (var y = Math.Max(0, (int)least); y < Math.Min(height, (int)Math.Ceiling(most)); y++)
        {
            Array.Clear(coverage);
            for (var cut = 0; cut < Cuts; cut++)
            {
                var count = Cross(points, y + ((cut + 0.5) / Cuts), crossings);
                for (var i = 0; i + 1 < count; i += 2)
                {
                    Cover(crossings[i], crossings[i + 1]);
                }
            }

            var color = top.Mix(bottom, Math.Clamp((y - least) / Math.Max(1, most - least), 0, 1));
            for (var x = 0; x < width; x++)
            {
                if (coverage[x] > 0)
                {
                    Set(x, y, color, alpha * coverage[x]);
                }
            }
        }
    }

    public void Box(double x, double y, double w, double h, Rgb color, double alpha = 1) =>
        Fill(color, alpha, (x, y), (x + w, y), (x + w, y + h), (x, y + h));

    public void Box(double x, double y, double w, double h, Rgb top, Rgb bottom) =>
        Fill(top, bottom, 1, [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]);

    public void Oval(double x, double y, double radiusX, double radiusY, Rgb color, double alpha = 1) => Oval(x, y, radiusX, radiusY, color, color, alpha);

    public void Oval(double x, double y, double radiusX, double radiusY, Rgb top, Rgb bottom, double alpha = 1)
    {
        Span<(double X, double Y)> points = stackalloc (double, double)[48];
        for (var i = 0; i < points.Length; i++)
        {
            var (sin, cos) = Math.SinCos(i * 2 * Math.PI / points.Length);
            points[i] = (x + (radiusX * cos), y + (radiusY * sin));
        }

        Fill(top, bottom, alpha, points);
    }

    public void Line(double x1, double y1, double x2, double y2, double thickness, Rgb color, double alpha = 1)
    {
        var (dx, dy) = (x2 - x1, y2 - y1);
        var scale = thickness / 2 / Math.Max(0.001, Math.Sqrt((dx * dx) + (dy * dy)));
        var (nx, ny) = (-dy * scale, dx * scale);
        Fill(color, alpha, (x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny));
    }

    /// <summary>Light that falls off from a point.</summary>
    public void Glow(double x, double y, double radius, Rgb color, double strength)
    {
        for (var row = Math.Max(0, (int)(y - radius)); row < Math.Min(height, y + radius); row++)
        {
            for (var column = Math.Max(0, (int)(x - radius)); column < Math.Min(width, x + radius); column++)
            {
                var distance = Math.Sqrt(((column - x) * (column - x)) + ((row - y) * (row - y))) / radius;
                if (distance < 1)
                {
                    Set(column, row, color, strength * (1 - distance) * (1 - distance));
                }
            }
        }
    }

    /// <summary>Everything below a wavy line, e.g. hills or water.</summary>
    public void Ridge(double y, double swing, double waves, double phase, Rgb top, Rgb bottom, double alpha = 1)
    {
        Span<(double X, double Y)> points = stackalloc (double, double)[67];
        for (var i = 0; i <= 64; i++)
        {
            var t = i / 64.0 * waves * 2 * Math.PI;
            points[i] = (i / 64.0 * width, y + (swing * ((0.6 * Math.Sin(t + phase)) + (0.4 * Math.Sin((2.3 * t) + (1.7 * phase))))));
        }

        (points[65], points[66]) = ((width, height + 1), (0, height + 1));
        Fill(top, bottom, alpha, points);
    }

    public Bitmap Developed()
    {
        var bytes = new byte[pixels.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)Math.Clamp(pixels[i] + 0.5, 0, 255);
        }

        return new Bitmap(width, height, bytes);
    }

    private static int Cross(ReadOnlySpan<(double X, double Y)> points, double y, Span<double> crossings)
    {
        var count = 0;
        for (var i = 0; i < points.Length && count < crossings.Length; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Length]);
            if ((a.Y <= y) != (b.Y <= y))
            {
                crossings[count++] = a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
            }
        }

        crossings[..count].Sort();
        return count;
    }

    private void Cover(double from, double to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(width, to));
        if (to <= from)
        {
            return;
        }

        var (first, last) = ((int)from, (int)to);
        if (first == last)
        {
            coverage[first] += (to - from) / Cuts;
            return;
        }

        coverage[first] += (first + 1 - from) / Cuts;
        for (var x = first + 1; x < last; x++)
        {
            coverage[x] += 1.0 / Cuts;
        }

        coverage[last] += (to - last) / Cuts;
    }

    private void Set(int x, int y, Rgb color, double alpha)
    {
        var at = ((y * width) + x) * 3;
        pixels[at] += (color.R - pixels[at]) * alpha;
        pixels[at + 1] += (color.G - pixels[at + 1]) * alpha;
        pixels[at + 2] += (color.B - pixels[at + 2]) * alpha;
    }
}

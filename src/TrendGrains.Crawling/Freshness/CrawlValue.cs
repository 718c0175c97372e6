namespace TrendGrains.Crawling.Freshness;

/// <summary>
/// What a visit is worth after so many days without one: importance / rate × g(rate × days), g(x) = 1 - (1 + x) e^-x. It is the derivative of
/// a page's mean freshness by its rate of visits when those are evenly spaced (Cho and Garcia-Molina, "Effective page refresh policies for Web
/// crawlers", ACM TODS 28(4), 2003), so that at the optimum every page is visited just when its value reaches one and the same multiplier;
/// a page that changes so fast that it never does (rate × multiplier ≥ importance) is given up.
/// </summary>
public static class CrawlValue
{
    /// <summary>In [0, 1), growing: the share of the worth of a visit that is there after x = rate × days.</summary>
    public static double Ripeness(double x) => x < 1e-3 ? (x * x / 2) - (x * x * x / 3) : 1 - ((1 + x) * Math.Exp(-x));

    /// <summary>The x of a ripeness in (0, 1); infinite for 1 and above.</summary>
    public static double Unripe(double ripeness)
    {
        if (ripeness >= 1)
        {
            return double.PositiveInfinity;
        }

        if (ripeness <= 0)
        {
            return 0;
        }

        var (low, high) = (0.0, 1.0);
        while (Ripeness(high) < ripeness)
        {
            (low, high) = (high, high * 2);
        }

        // Newton, held between the bounds; sqrt(2y) is the answer for small y.
        var x = Math.Clamp(Math.Sqrt(2 * ripeness) * (1 + (Math.Sqrt(2 * ripeness) / 3)), low, high);
        for (var i = 0; i < 60; i++)
        {
            var off = Ripeness(x) - ripeness;
            if (off > 0)
            {
                high = x;
            }
            else
            {
                low = x;
            }

            var step = x - (off / (x * Math.Exp(-x)));
            step = step > low && step < high ? step : (low + high) / 2;
            if (Math.Abs(step - x) <= 1e-12 * x)
            {
                return step;
            }

            x = step;
        }

        return x;
    }

    /// <summary>Of a page whose rate is known.</summary>
    public static double Of(double rate, double importance, double days) => importance / rate * Ripeness(rate * days);

    /// <summary>
    /// Expected over what is believed of the rate, in closed form. A page that was never seen to change (shape at most 1) is never given up: its
    /// value grows without end, which is what keeps exploring.
    /// </summary>
    public static double Expected(ChangeRate belief, double importance, double days)
    {
        var (shape, watched) = (belief.Shape, belief.Days);
        var kept = watched / (watched + days);
        var order = shape - 1;

        // (1 - kept^order) / order, which is -ln(kept) at order 0.
        var part = Math.Abs(order) < 1e-6 ? -Math.Log(kept) : (1 - Math.Pow(kept, order)) / order;
        return importance * ((watched * part) - (days * Math.Pow(kept, shape)));
    }

    /// <summary>Days until a page whose rate is known is worth a visit; infinite when it is given up.</summary>
    public static double DaysUntil(double rate, double importance, double multiplier) => Unripe(multiplier * rate / importance) / rate;

    /// <summary>Days until a visit is expected to be worth the multiplier; the most when it never is.</summary>
    public static double DaysUntil(ChangeRate belief, double importance, double multiplier, double most)
    {
        if (Expected(belief, importance, most) <= multiplier)
        {
            return most;
        }

        var (low, high) = (0.0, most);
        for (var i = 0; i < 50 && high - low > 1e-6 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Expected(belief, importance, middle) < multiplier ? (middle, high) : (low, middle);
        }

        return high;
    }
}

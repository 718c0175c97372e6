using System.CommandLine;
using System.Globalization;

namespace TrendGrains.Commands;

/// <summary>Durations as people write them: 500ms, 30s, 15m, 6h, 1d.</summary>
internal static class Durations
{
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="byDefault">When it is absent.</param>
    /// <param name="zero">A word that means 0.</param>
    public static Option<TimeSpan?> Option(string name, string description, TimeSpan? byDefault, string? zero = null) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text == zero)
            {
                return TimeSpan.Zero;
            }

            if (TryParse(text, out var duration))
            {
                return duration;
            }

            result.AddError($"{name}: '{text}' is not a duration; write e.g. 500ms, 30s, 15m, 6h or 1d{(zero is null ? "" : $", or {zero}")}.");
            return null;
        },
    };

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var digits = text.TrimEnd("abcdefghijklmnopqrstuvwxyz".ToCharArray());
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var seconds = text[digits.Length..] switch { "ms" => 0.001, "s" => 1, "m" => 60, "h" => 3600, "d" => 86400, _ => double.NaN };
        if (!(value * seconds <= TimeSpan.FromDays(365).TotalSeconds))
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(value * seconds);
        return true;
    }
}

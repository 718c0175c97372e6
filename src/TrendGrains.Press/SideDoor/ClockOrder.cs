using System.Globalization;
using System.Xml;
using TrendGrains.Press.Clock;

namespace TrendGrains.Press.SideDoor;

/// <summary>What <c>POST /clock</c> takes: any of <c>now</c> (ISO 8601), <c>advance</c> (ISO 8601 duration, e.g. <c>PT1H</c>), <c>speed</c>, <c>frozen</c>.</summary>
internal sealed record ClockOrder(string? Now, string? Advance, double? Speed, bool? Frozen)
{
    /// <exception cref="FormatException">It cannot be read; the message is for the caller.</exception>
    public ClockChange Read()
    {
        if (this is { Now: null, Advance: null, Speed: null, Frozen: null })
        {
            throw new FormatException("Say at least one of now, advance, speed, frozen.");
        }

        if (Speed is { } speed && speed is not (> 0 and <= PressClock.FastestSpeed))
        {
            throw new FormatException($"speed is above 0 and at most {PressClock.FastestSpeed:0}.");
        }

        return new(Now is null ? null : Moment(Now), Advance is null ? null : Duration(Advance), Speed, Frozen);
    }

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new FormatException($"now: '{text}' is not an ISO 8601 moment.");

    private static TimeSpan Duration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new FormatException($"advance: '{text}' is not an ISO 8601 duration such as PT1H.", error);
        }
    }
}

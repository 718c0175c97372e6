using System.Globalization;
using TrendGrains.Storage.Trends;
using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>Topic, tone and severity as readers see them; nothing of what no model has said.</summary>
internal static class Marks
{
    private const double Loud = 0.15;
    private const double Serious = 0.35;
    private const double Grave = 0.65;

    private static readonly Dictionary<string, string> names = new(StringComparer.Ordinal)
    {
        ["economy"] = "Economy", ["politics"] = "Politics", ["society"] = "Society", ["world"] = "World", ["it-science"] = "IT & science",
        ["culture-life"] = "Culture & life", ["sports"] = "Sports", ["entertainment"] = "Entertainment", ["other"] = "Other",
    };

    /// <summary>For people; a label that is none of the nine stands for itself.</summary>
    public static string NameOf(string topic) => names.GetValueOrDefault(topic, topic);

    /// <summary>For the line of facts: the topic leads to the board of it.</summary>
    public static Html Topic(RankedTrend trend) => trend.Topic is not { } topic
        ? Html.Empty
        : names.ContainsKey(topic)
            ? Html.Of($"""<a class="topic" href="{BoardFilter.Of(topic).Address}" title="{trend.TopicShare ?? 0:P0} of the topic weight of its items">{NameOf(topic)}</a>""")
            : Html.Of($"""<span class="topic">{NameOf(topic)}</span>""");

    public static Html Gauges(float? tone, float? severity) => !(Math.Abs(tone ?? 0) >= Loud) && severity is null
        ? Html.Empty
        : Html.Of($"""<span class="gauges">{Tone(tone)}{Severity(severity)}</span>""");

    /// <summary>A line from the middle: left is negative.</summary>
    private static Html Tone(float? tone)
    {
        // Near the middle it may be neutral or unsure, which one number cannot tell: nothing is claimed.
        if (tone is not { } value || Math.Abs(value) < Loud)
        {
            return Html.Empty;
        }

        var word = value < 0 ? "negative" : "positive";
        var length = Math.Min(1, Math.Abs(value)) * 20;
        var start = value < 0 ? 20 - length : 20;
        return Html.Of(
            $"""<span class="gauge tone {word}" title="tone {Signed(value)}: −1 is negative, 1 positive"><svg viewBox="0 0 40 6" width="40" height="6" aria-hidden="true"><rect class="rail" y="2" width="40" height="2" rx="1"/><rect class="tick" x="19.5" width="1" height="6"/><rect class="bar" x="{start:0.#}" y="1" width="{length:0.#}" height="4" rx="1"/></svg>{word}</span>""");
    }

    /// <summary>Five steps from mild to grave.</summary>
    private static Html Severity(float? severity)
    {
        if (severity is not { } value)
        {
            return Html.Empty;
        }

        var word = value >= Grave ? "grave" : value >= Serious ? "serious" : "mild";
        var steps = Enumerable.Range(0, 5).Select(i => Html.Of($"""<rect class="{(value > (i * 0.2) + 0.05 ? "on" : "rail")}" x="{i * 8}" width="6" height="6" rx="1.5"/>"""));
        return Html.Of(
            $"""<span class="gauge severity {word}" title="severity {value:0.00}: 0 is mild, 1 grave"><svg viewBox="0 0 38 6" width="38" height="6" aria-hidden="true">{Html.All(steps)}</svg>{word}</span>""");
    }

    private static string Signed(float value) => value.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);
}

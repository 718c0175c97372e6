namespace TrendGrains.Inference.Evaluation;

/// <summary>
/// The labels of public sets in the words of the models <c>topic</c> and <c>tone</c>; models/train/topic_texts.py says the same. Where a set is silent on
/// one of the nine topics, texts of that topic stand under the nearest label that it has.
/// </summary>
public static class LabelReadings
{
    private const string Economy = "economy";
    private const string Politics = "politics";
    private const string Society = "society";
    private const string World = "world";
    private const string ItScience = "it-science";
    private const string CultureLife = "culture-life";
    private const string Sports = "sports";
    private const string Entertainment = "entertainment";
    private const string Negative = "negative";
    private const string Positive = "positive";

    /// <summary>KLUE YNAT: 생활문화 holds shows and stars too. Numbers are the order of KLUE's own label list.</summary>
    public static LabelReading Ynat { get; } = new(
        "ynat",
        new Dictionary<string, string>
        {
            ["IT과학"] = ItScience, ["경제"] = Economy, ["사회"] = Society, ["생활문화"] = CultureLife, ["세계"] = World, ["스포츠"] = Sports, ["정치"] = Politics,
            ["0"] = ItScience, ["1"] = Economy, ["2"] = Society, ["3"] = CultureLife, ["4"] = World, ["5"] = Sports, ["6"] = Politics,
        },
        Read([Economy, Politics, Society, World, ItScience, CultureLife, Sports], (Entertainment, CultureLife)));

    /// <summary>SIB-200: travel and health are both life, as newspapers here print them; geography is the world; what happens to people in a country is its politics.</summary>
    public static LabelReading Sib200 { get; } = new(
        "sib200",
        new Dictionary<string, string>
        {
            ["science/technology"] = ItScience, ["travel"] = CultureLife, ["health"] = CultureLife, ["politics"] = Politics, ["sports"] = Sports,
            ["entertainment"] = Entertainment, ["geography"] = World,
        },
        Read([ItScience, CultureLife, Politics, Sports, Entertainment, World], (Society, Politics)));

    /// <summary>AG News: World is all public affairs, at home too. Numbers are those of its CSV files.</summary>
    public static LabelReading AgNews { get; } = new(
        "ag-news",
        new Dictionary<string, string>
        {
            ["World"] = World, ["Sports"] = Sports, ["Business"] = Economy, ["Sci/Tech"] = ItScience, ["1"] = World, ["2"] = Sports, ["3"] = Economy, ["4"] = ItScience,
        },
        Read([World, Sports, Economy, ItScience], (Politics, World), (Society, World)));

    /// <summary>BBC's five sections of 2004-05: politics are the kingdom's own, and so is what is society elsewhere.</summary>
    public static LabelReading Bbc { get; } = new(
        "bbc",
        new Dictionary<string, string> { ["business"] = Economy, ["entertainment"] = Entertainment, ["politics"] = Politics, ["sport"] = Sports, ["tech"] = ItScience },
        Read([Economy, Entertainment, Politics, Sports, ItScience], (CultureLife, Entertainment), (Society, Politics), (World, Politics)));

    public static LabelReading Topics { get; } = LabelReading.Own("topics", [Economy, Politics, Society, World, ItScience, CultureLife, Sports, Entertainment, "other"]);

    public static LabelReading Tones { get; } = LabelReading.Own("tones", [Negative, "neutral", Positive]);

    /// <summary>NSMC's two classes: a review is what it leans to.</summary>
    public static LabelReading Nsmc { get; } = new(
        "nsmc", new Dictionary<string, string> { ["0"] = Negative, ["1"] = Positive }, Read([Negative, Positive]));

    /// <summary>Those that a task's gold files may be labelled in.</summary>
    public static IReadOnlyList<LabelReading> Of(string task) => task switch
    {
        "topic" => [Topics, Ynat, Sib200, AgNews, Bbc],
        "tone" => [Tones, Nsmc],
        _ => throw new ArgumentException($"No labels are known for the task '{task}'.", nameof(task)),
    };

    private static Dictionary<string, string> Read(string[] own, params (string Label, string As)[] others)
    {
        var read = own.ToDictionary(o => o);
        foreach (var (label, other) in others)
        {
            read[label] = other;
        }
        return read;
    }
}

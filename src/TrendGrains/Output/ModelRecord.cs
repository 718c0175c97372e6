using TrendGrains.Inference.Catalog;

namespace TrendGrains.Output;

/// <summary>What every metrics.json says of its model beside its figures; its limits stand in the card.</summary>
/// <param name="TrainedOn">The sets that the model learned from, their terms and how many rows of each.</param>
/// <param name="MeasuredOn">The same of what the figures were measured on.</param>
/// <param name="Split">How the one was kept apart from the other.</param>
/// <param name="Interval">What the intervals are.</param>
/// <param name="MedianMilliseconds">A decision, on one core.</param>
internal sealed record ModelRecord(
    IReadOnlyList<TrainingSet> TrainedOn, TrainingSet MeasuredOn, string Split, string Interval, long ModelBytes, double MedianMilliseconds)
{
    public const string BySite = "by registrable site; fold = second byte of the site's SHA-256 modulo 5; held out = first byte modulo 3 is 0";

    public static ModelRecord Of(ModelEntry model, TrainingSet measuredOn, string split, string interval, IEnumerable<double> milliseconds)
    {
        var each = milliseconds.Order().ToArray();
        return new ModelRecord(
            model.TrainedOn, measuredOn, split, interval, model.Files.Where(f => Path.GetExtension(f.Name) is ".onnx" or ".bin").Sum(f => new FileInfo(Path.Combine(model.Folder, f.Name)).Length),
            Math.Round(each[each.Length / 2], 3));
    }

    /// <summary>For a model measured on WCXB.</summary>
    public static ModelRecord OfPages(ModelEntry model, int pages, IEnumerable<double> milliseconds) =>
        Of(model, new TrainingSet("WCXB 1.0, development pages", "CC BY 4.0", pages), BySite, "the middle 95 % over resampled sites", milliseconds);
}

namespace TrendGrains.Reading.Evaluation;

/// <summary>How well one page of WCXB was read.</summary>
/// <param name="Milliseconds">What reading it took on the clock.</param>
/// <param name="CpuMilliseconds">Processor time of the whole process meanwhile, compiler and collector included: what it takes a core that does nothing else.</param>
public sealed record ReadingScore(WcxbPage Page, ReadPage Read, double Milliseconds, double CpuMilliseconds)
{
    public (double Precision, double Recall, double F1) Words { get; } = WordF1.Of(Read.Text, Page.Text);

    /// <summary>Share of the wanted snippets that were found; null where none is asked for.</summary>
    public double? With { get; } = SnippetShare.Of(Page.With, Read.Text);

    /// <summary>Share of the unwanted snippets that were found; null where none is asked for.</summary>
    public double? Without { get; } = SnippetShare.Of(Page.Without, Read.Text);
}

using TrendGrains.Reading.Evaluation.Metadata;

namespace TrendGrains.Reading.Evaluation.Readability;

/// <summary>How one of Readability's cases was read.</summary>
public sealed record ReadabilityScore(ReadabilityCase Case, ReadPage Read)
{
    public double WordF1 { get; } = Evaluation.WordF1.Of(Read.Text, Case.Text).F1;

    public double Shingles { get; } = ShingleF1.Of(Read.Text, Case.Text);

    public MetadataScore Fields { get; } = new(new MetadataGold(Case.Name, ReadabilityCase.Address, "", Case.Title, Case.Byline, Case.Published), Read);

    /// <summary>Null where the case names none.</summary>
    public bool? IsSiteRight { get; } = Case.SiteName is null ? null : string.Equals(Case.SiteName, Read.SiteName, StringComparison.OrdinalIgnoreCase);

    /// <summary>By primary tag; null where the case names none.</summary>
    public bool? IsLanguageRight { get; } = Case.Language is null ? null : string.Equals(Case.Language.Split('-', '_')[0], Read.Language, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Can be shown in a reader" is near to, but not the same as, "is an article".</summary>
    public bool IsArticleAgreed { get; } = Case.IsReaderable == Read.IsArticle;
}

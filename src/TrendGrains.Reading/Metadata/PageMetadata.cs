namespace TrendGrains.Reading.Metadata;

/// <summary>What a page says about itself, and where each answer stood.</summary>
internal sealed class PageMetadata
{
    public string? Title { get; set; }
    public string? Byline { get; set; }
    public DateTimeOffset? Published { get; set; }
    public DateTimeOffset? Modified { get; set; }
    public string? SiteName { get; set; }
    public string? CanonicalUrl { get; set; }
    public string? LanguageHint { get; set; }
    /// <summary>The node of the heading that is the title; 0 when no heading is.</summary>
    public int HeadlineNode { get; set; }

    public string? LeadImage { get; set; }
    public string? Description { get; set; }
    public string? OpenGraphType { get; set; }
    public string? Generator { get; set; }
    public HashSet<string> Types { get; set; } = [];
    public string[] Tags { get; set; } = [];
    public bool NoIndex { get; set; }
    public bool NoFollow { get; set; }
    public Dictionary<string, string> Origins { get; } = new(StringComparer.Ordinal);
}

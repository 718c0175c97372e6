namespace TrendGrains.Abstractions.Sources;

/// <summary>What a waiting URL is expected to be. Stored as the lower-case name.</summary>
[GenerateSerializer, Alias("frontier-role")]
public enum FrontierRole
{
    /// <summary>A page to read and to follow the links of.</summary>
    Page,

    /// <summary>A sitemap or an index of them: only its addresses are wanted.</summary>
    Sitemap,

    /// <summary>A feed that the site itself announces.</summary>
    Feed,
}

using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>What a policy has learned about a source's links; of use only to the same policy with the same focus.</summary>
[GenerateSerializer, Alias("learned-policy")]
internal sealed class LearnedPolicy
{
    [Id(0)] public CrawlPolicy Policy { get; set; }
    [Id(1)] public string? Focus { get; set; }

    /// <summary>As the policy saved it, at most 64 KiB.</summary>
    [Id(2)] public byte[] Saved { get; set; } = [];

    public byte[] For(SourceDefinition source) => (source.Policy, source.Focus) == (Policy, Focus) ? Saved : [];
}

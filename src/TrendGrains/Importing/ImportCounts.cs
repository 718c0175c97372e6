using TrendGrains.Abstractions.Ingest;

namespace TrendGrains.Importing;

/// <summary>What an import came to.</summary>
internal sealed class ImportCounts
{
    public int Files { get; set; }
    public int Entries { get; set; }
    public int New { get; set; }
    public int Known { get; set; }
    public int Changed { get; set; }
    public int Unreadable { get; set; }

    /// <summary>Entries that stated no time, or one that cannot be.</summary>
    public int Untimed { get; set; }

    public int Errors { get; set; }

    public void Add(IngestResult result)
    {
        New += result.New;
        Known += result.Known;
        Changed += result.Changed;
        Unreadable += result.Unreadable;
    }

    public override string ToString() =>
        $"{Files} files, {Entries} entries: {New} new, {Known} known, {Changed} changed, {Unreadable} unreadable, {Untimed} without a time of their own, {Errors} errors";
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Copies;
using TrendGrains.Storage.Graph;
using TrendGrains.Storage.Hosts;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Learned;
using TrendGrains.Storage.Pages;
using TrendGrains.Storage.Scouting;
using TrendGrains.Storage.Search;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Storage;

/// <summary>
/// The schema under EF Core: its migrator applies <c>Migrations/</c>, and reads that are LINQ go through it. Hot paths write
/// with COPY and SQL of their own. A test compares every table and column named here with the database.
/// </summary>
public sealed class TrendGrainsContext(DbContextOptions<TrendGrainsContext> options) : DbContext(options)
{
    public DbSet<SourceRow> Sources => Set<SourceRow>();
    public DbSet<FrontierRow> Frontier => Set<FrontierRow>();
    public DbSet<PageVisitRow> PageVisits => Set<PageVisitRow>();
    public DbSet<CrawlLogRow> CrawlLog => Set<CrawlLogRow>();
    public DbSet<CrawlChoiceRow> CrawlChoices => Set<CrawlChoiceRow>();
    public DbSet<SourceCitationRow> SourceCitations => Set<SourceCitationRow>();
    public DbSet<SourceProposalRow> SourceProposals => Set<SourceProposalRow>();
    public DbSet<HostRow> Hosts => Set<HostRow>();
    public DbSet<PageRow> Pages => Set<PageRow>();
    public DbSet<ItemRow> Items => Set<ItemRow>();
    public DbSet<ItemUrlRow> ItemUrls => Set<ItemUrlRow>();
    public DbSet<ItemVersionRow> ItemVersions => Set<ItemVersionRow>();
    public DbSet<ItemMediaRow> ItemMedia => Set<ItemMediaRow>();
    public DbSet<EdgeRow> Edges => Set<EdgeRow>();
    public DbSet<FingerprintRow> Fingerprints => Set<FingerprintRow>();
    public DbSet<FingerprintBandRow> FingerprintBands => Set<FingerprintBandRow>();
    public DbSet<TextVectorRow> TextVectors => Set<TextVectorRow>();
    public DbSet<ModelVersionRow> ModelVersions => Set<ModelVersionRow>();
    public DbSet<ModelRunRow> ModelRuns => Set<ModelRunRow>();

    public DbSet<ArrivalRow> Arrivals => Set<ArrivalRow>();
    public DbSet<BoardRow> Boards => Set<BoardRow>();
    public DbSet<BoardSnapshotRow> BoardSnapshots => Set<BoardSnapshotRow>();
    public DbSet<TrendRow> Trends => Set<TrendRow>();
    public DbSet<TrendItemRow> TrendItems => Set<TrendItemRow>();
    public DbSet<TrendPointRow> TrendPoints => Set<TrendPointRow>();
    public DbSet<TrendEventRow> TrendEvents => Set<TrendEventRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SourceRow>().ToTable("sources").HasKey(s => s.Slug);
        modelBuilder.Entity<FrontierRow>().ToTable("frontier").HasKey(f => f.Seq);
        modelBuilder.Entity<PageVisitRow>().ToTable("page_visits").HasKey(v => new { v.Source, v.UrlHash });
        modelBuilder.Entity<CrawlLogRow>().ToTable("crawl_log").HasNoKey();
        modelBuilder.Entity<CrawlChoiceRow>().ToTable("crawl_choices").HasNoKey();
        modelBuilder.Entity<SourceCitationRow>().ToTable("source_citations").HasKey(c => new { c.Host, c.ItemId });
        modelBuilder.Entity<SourceProposalRow>().ToTable("source_proposals").HasKey(p => p.Host);
        modelBuilder.Entity<HostRow>().ToTable("hosts").HasKey(h => h.Host);
        modelBuilder.Entity<PageRow>().ToTable("pages").HasKey(p => p.ItemId);
        modelBuilder.Entity<ItemRow>().ToTable("items").HasKey(i => i.Id);
        modelBuilder.Entity<ItemUrlRow>().ToTable("item_urls").HasKey(u => u.UrlHash);
        modelBuilder.Entity<ItemVersionRow>().ToTable("item_versions").HasKey(v => new { v.ItemId, v.Version });
        modelBuilder.Entity<ItemMediaRow>().ToTable("item_media").HasKey(m => new { m.ItemId, m.Ordinal });
        modelBuilder.Entity<EdgeRow>().ToTable("edges").HasKey(e => new { e.FromKind, e.FromId, e.Kind, e.ToKind, e.ToId });
        modelBuilder.Entity<FingerprintRow>().ToTable("item_fingerprints").HasKey(f => f.ItemId);
        modelBuilder.Entity<FingerprintBandRow>().ToTable("fingerprint_bands").HasKey(b => new { b.Band, b.Published, b.ItemId });
        modelBuilder.Entity<TextVectorRow>().ToTable("item_vectors_text_128").HasKey(v => v.ItemId);
        modelBuilder.Entity<TextVectorRow>().Property(v => v.Embedding).HasColumnType($"halfvec({HalfVectors.Dimension})");
        modelBuilder.Entity<ModelVersionRow>().ToTable("model_versions").HasKey(m => new { m.Model, m.Version });
        modelBuilder.Entity<ModelRunRow>().ToTable("model_runs").HasKey(r => new { r.ContentHash, r.Model, r.Version });
        modelBuilder.Entity<ModelRunRow>().Property(r => r.Result).HasColumnType("jsonb");

        modelBuilder.Entity<ArrivalRow>().ToTable("arrivals").HasKey(a => a.Seq);
        modelBuilder.Entity<ArrivalRow>().Property(a => a.Embedding).HasColumnType($"halfvec({HalfVectors.Dimension})");
        modelBuilder.Entity<BoardRow>().ToTable("boards").HasKey(b => b.Board);
        modelBuilder.Entity<BoardSnapshotRow>().ToTable("board_snapshots").HasKey(s => new { s.Board, s.Seq });
        modelBuilder.Entity<TrendRow>().ToTable("trends").HasKey(t => t.Id);
        modelBuilder.Entity<TrendItemRow>().ToTable("trend_items").HasKey(t => t.ItemId);
        modelBuilder.Entity<TrendPointRow>().ToTable("trend_points").HasKey(p => new { p.TrendId, p.Bucket });
        modelBuilder.Entity<TrendEventRow>().ToTable("trend_events").HasKey(e => e.Seq);
        modelBuilder.Entity<TrendEventRow>().Property(e => e.Body).HasColumnType("jsonb");

        modelBuilder.Entity<ItemRow>().Property(i => i.State).HasConversion(state => ItemStates.Code(state), code => ItemStates.Parse(code));
        modelBuilder.Entity<ItemRow>().Property(i => i.Engagement).HasColumnType("jsonb").HasConversion(e => e!.ToJson(), json => Engagement.FromJson(json));
        modelBuilder.Entity<ItemRow>().Property(i => i.Decisions).HasColumnType("jsonb").HasConversion(
            d => ItemDecision.ToJson(d!),
            json => ItemDecision.FromJson(json),
            // An array is compared by what it holds; what is stored says that.
            new ValueComparer<ItemDecision[]?>(
                (one, other) => (one == null ? null : ItemDecision.ToJson(one)) == (other == null ? null : ItemDecision.ToJson(other)),
                d => d == null ? 0 : ItemDecision.ToJson(d).GetHashCode(StringComparison.Ordinal)));
        modelBuilder.Entity<ItemRow>().Property(i => i.Summary).HasColumnType("jsonb").HasConversion(s => ItemSummary.ToJson(s!), json => ItemSummary.FromJson(json));
        modelBuilder.Entity<HostRow>().Property(h => h.BackOffReason).HasConversion(reason => CrawlReasons.Code(reason), code => CrawlReasons.Parse(code));
        modelBuilder.Entity<CrawlLogRow>().Property(l => l.Reason).HasConversion(reason => CrawlReasons.Code(reason), code => CrawlReasons.Parse(code));

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}

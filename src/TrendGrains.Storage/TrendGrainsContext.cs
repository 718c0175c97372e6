using Microsoft.EntityFrameworkCore;

namespace TrendGrains.Storage;

/// <summary>
/// The schema's owner under EF Core: its migrator applies <c>Migrations/</c>, and reads that are LINQ go through it. Hot paths write
/// with COPY and SQL of their own.
/// </summary>
public sealed class TrendGrainsContext(DbContextOptions<TrendGrainsContext> options) : DbContext(options);

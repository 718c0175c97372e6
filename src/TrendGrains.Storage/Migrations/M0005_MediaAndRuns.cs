using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0005_media_and_runs")]
internal sealed class M0005_MediaAndRuns() : SqlMigration("0005_media_and_runs.sql");

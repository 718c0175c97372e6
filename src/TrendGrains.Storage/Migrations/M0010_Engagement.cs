using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0010_engagement")]
internal sealed class M0010_Engagement() : SqlMigration("0010_engagement.sql");

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0009_page_visits")]
internal sealed class M0009_PageVisits() : SqlMigration("0009_page_visits.sql");

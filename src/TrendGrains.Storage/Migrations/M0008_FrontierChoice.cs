using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0008_frontier_choice")]
internal sealed class M0008_FrontierChoice() : SqlMigration("0008_frontier_choice.sql");

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0014_decisions")]
internal sealed class M0014_Decisions() : SqlMigration("0014_decisions.sql");

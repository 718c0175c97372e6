using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0015_understanding")]
internal sealed class M0015_Understanding() : SqlMigration("0015_understanding.sql");

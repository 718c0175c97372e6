using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0013_given_up")]
internal sealed class M0013_GivenUp() : SqlMigration("0013_given_up.sql");

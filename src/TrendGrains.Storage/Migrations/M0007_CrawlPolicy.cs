using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0007_crawl_policy")]
internal sealed class M0007_CrawlPolicy() : SqlMigration("0007_crawl_policy.sql");

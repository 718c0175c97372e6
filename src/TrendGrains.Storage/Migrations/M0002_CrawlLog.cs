using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TrendGrains.Storage.Migrations;

[DbContext(typeof(TrendGrainsContext)), Migration("0002_crawl_log")]
internal sealed class M0002_CrawlLog() : SqlMigration("0002_crawl_log.sql");

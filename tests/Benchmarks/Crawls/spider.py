"""Scrapy over the same sites: every link followed, every page written to JSON lines. One JSON line on standard output tells what it cost."""
import json
import resource
import sys

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor


class Sites(scrapy.Spider):
    name = "sites"
    links = LinkExtractor()

    def parse(self, response):
        yield {
            "url": response.url,
            "depth": response.meta.get("depth", 0),
            "title": response.css("title::text").get(),
            "html": response.text,
        }
        for link in self.links.extract_links(response):
            yield response.follow(link, self.parse)


def main():
    order = json.loads(sys.argv[1])
    settings = {
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "COOKIES_ENABLED": False,
        "ROBOTSTXT_OBEY": True,
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS": order["concurrency"],
        # All sites share one host name, so that this bound must not be the tighter one.
        "CONCURRENT_REQUESTS_PER_DOMAIN": order["concurrency"],
        "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
        "FEEDS": {order["output"]: {"format": "jsonlines", "overwrite": True}},
    }
    if order["jobs"]:
        settings["JOBDIR"] = order["jobs"]
    process = CrawlerProcess(settings)
    crawler = process.create_crawler(Sites)
    process.crawl(crawler, start_urls=order["sites"])
    process.start()
    stats = crawler.stats.get_stats()
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({
        "Fetched": stats.get("item_scraped_count", 0),
        "Seconds": stats["elapsed_time_seconds"],
        "CrawlerCpu": used.ru_utime + used.ru_stime,
        "PeakMegabytes": used.ru_maxrss * 1024 / 1e6,
        "Version": scrapy.__version__,
    }))


main()

-- What became of each URL, by month: old months are dropped, not deleted from.
CREATE TABLE IF NOT EXISTS crawl_log (
    at timestamptz NOT NULL,
    source text NOT NULL,
    url text NOT NULL,
    reason text NOT NULL,
    status integer,
    bytes bigint,
    milliseconds integer,
    detail text
) PARTITION BY RANGE (at);
CREATE INDEX IF NOT EXISTS crawl_log_source ON crawl_log (source, at DESC);
CREATE TABLE IF NOT EXISTS crawl_log_default PARTITION OF crawl_log DEFAULT;

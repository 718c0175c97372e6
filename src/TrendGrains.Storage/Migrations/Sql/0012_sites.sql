-- What a host costs and how quick it is; what was read of a site's sitemaps and feeds; which items are near copies of another.
ALTER TABLE hosts
    ADD COLUMN IF NOT EXISTS latency_milliseconds double precision NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS budget_day date NOT NULL DEFAULT '1970-01-01',
    ADD COLUMN IF NOT EXISTS day_pages integer NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS day_bytes bigint NOT NULL DEFAULT 0;

-- Of a sitemap or a feed: its validators, when it was last read, and the newest time that it named then.
ALTER TABLE frontier
    ADD COLUMN IF NOT EXISTS etag text,
    ADD COLUMN IF NOT EXISTS last_modified text,
    ADD COLUMN IF NOT EXISTS read_at timestamptz,
    ADD COLUMN IF NOT EXISTS newest timestamptz;
CREATE INDEX IF NOT EXISTS frontier_entrances ON frontier (source) WHERE role <> 'page';

-- MinHash of a text's shingles, and its bands: texts that share much share a band (edges of kind copy-of are what comes of it).
CREATE TABLE IF NOT EXISTS item_fingerprints (
    item_id uuid PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    published timestamptz NOT NULL,
    signature bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS fingerprint_bands (
    band bigint NOT NULL,
    published timestamptz NOT NULL,
    item_id uuid NOT NULL REFERENCES item_fingerprints ON DELETE CASCADE,
    PRIMARY KEY (band, published, item_id)
);
CREATE INDEX IF NOT EXISTS fingerprint_bands_item ON fingerprint_bands (item_id);

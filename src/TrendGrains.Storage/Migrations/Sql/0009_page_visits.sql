-- How often a crawl looked at each page and how often it had changed, so that it knows when to look again.
CREATE TABLE IF NOT EXISTS page_visits (
    source text NOT NULL,
    url_hash uuid NOT NULL,
    url text NOT NULL,
    item_id uuid NOT NULL,
    visits integer NOT NULL,
    changes integer NOT NULL,
    observed_seconds double precision NOT NULL,
    last_visit timestamptz NOT NULL,
    next_visit timestamptz NOT NULL,
    evidence_shape double precision NOT NULL,
    evidence_days double precision NOT NULL,
    PRIMARY KEY (source, url_hash)
);
CREATE INDEX IF NOT EXISTS page_visits_due ON page_visits (source, next_visit);

-- What was fetched before visits were counted is looked at again within a day.
INSERT INTO page_visits
SELECT f.source, f.url_hash, f.url, u.item_id, 1, 0, 0, i.fetched_at, i.fetched_at + interval '1 day', 0, 0
FROM frontier f JOIN item_urls u ON u.url_hash = f.url_hash JOIN items i ON i.id = u.item_id
WHERE f.state = 'done' AND f.reason = 'fetched' AND f.role = 'page' AND f.depth > 0
ON CONFLICT DO NOTHING;

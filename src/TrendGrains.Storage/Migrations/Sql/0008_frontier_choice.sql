-- What a policy chose, how likely that was and what it was worth, by month: what off-policy evaluation and a report read.
CREATE TABLE IF NOT EXISTS crawl_choices (
    at timestamptz NOT NULL,
    source text NOT NULL,
    run bigint NOT NULL,
    url text NOT NULL,
    policy text NOT NULL,
    link_group text NOT NULL,
    propensity double precision NOT NULL,
    expected double precision,
    is_article boolean,
    reward double precision
) PARTITION BY RANGE (at);
CREATE INDEX IF NOT EXISTS crawl_choices_run ON crawl_choices (source, run, at);
CREATE TABLE IF NOT EXISTS crawl_choices_default PARTITION OF crawl_choices DEFAULT;

-- A source's first page, its sitemaps and its feeds come before its other pages; what was put off comes back when it is due.
CREATE INDEX IF NOT EXISTS frontier_front ON frontier (source, seq) WHERE state = 'waiting' AND (depth = 0 OR role <> 'page');
CREATE INDEX IF NOT EXISTS frontier_due ON frontier (source, due) WHERE state = 'waiting' AND due IS NOT NULL;

-- Hosts that articles name in their text, one row for a host and an article; what was decided about a host.
CREATE TABLE IF NOT EXISTS source_citations (
    host text NOT NULL,
    item_id uuid NOT NULL,
    source text NOT NULL,
    url text NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (host, item_id)
);
CREATE INDEX IF NOT EXISTS source_citations_seen ON source_citations (seen_at);
CREATE TABLE IF NOT EXISTS source_proposals (
    host text PRIMARY KEY,
    state text NOT NULL,
    source text,
    budget integer NOT NULL DEFAULT 0,
    pages integer NOT NULL DEFAULT 0,
    reward double precision NOT NULL DEFAULT 0,
    reason text,
    decided_at timestamptz NOT NULL
);

-- Sources and what is crawled for them. Every statement may be repeated.
CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE IF NOT EXISTS sources (
    slug text PRIMARY KEY,
    kind text NOT NULL,
    url text NOT NULL,
    title text,
    access text NOT NULL,
    interval_seconds double precision NOT NULL,
    internal boolean NOT NULL,
    max_pages integer NOT NULL,
    max_depth integer NOT NULL,
    follow_entries boolean NOT NULL,
    delay_seconds double precision,
    paused boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS hosts (
    host text PRIMARY KEY,
    next_request_at timestamptz NOT NULL,
    back_off_until timestamptz,
    back_off_reason text NOT NULL,
    consecutive_failures integer NOT NULL,
    last_ticket bigint NOT NULL
);

CREATE TABLE IF NOT EXISTS frontier (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    url text NOT NULL,
    url_hash uuid NOT NULL,
    depth integer NOT NULL,
    referrer text,
    state text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due timestamptz,
    reason text,
    UNIQUE (source, url_hash)
);
CREATE INDEX IF NOT EXISTS frontier_waiting ON frontier (source, seq) WHERE state = 'waiting';

CREATE TABLE IF NOT EXISTS items (
    id uuid PRIMARY KEY,
    source text NOT NULL,
    state text NOT NULL,
    url text NOT NULL,
    accepted_seq bigint GENERATED ALWAYS AS IDENTITY,
    arrival_seq bigint UNIQUE,
    title text,
    text text,
    byline text,
    language text,
    site_name text,
    published_at timestamptz,
    event_time timestamptz,
    event_time_clamped boolean,
    fetched_at timestamptz NOT NULL,
    page_kind text,
    is_article boolean,
    article_score real,
    content_hash uuid NOT NULL,
    text_hash uuid,
    keywords text[] NOT NULL DEFAULT '{}',
    missing text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX IF NOT EXISTS items_unfinished ON items (source, accepted_seq) WHERE state IN ('accepted', 'revised', 'partial');
CREATE INDEX IF NOT EXISTS items_event_time ON items (event_time DESC);
CREATE SEQUENCE IF NOT EXISTS items_arrival_seq;

CREATE TABLE IF NOT EXISTS pages (
    item_id uuid PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    url text NOT NULL,
    fetched_at timestamptz NOT NULL,
    content_hash uuid NOT NULL,
    media_type text NOT NULL,
    charset text,
    etag text,
    last_modified text,
    depth integer,
    body bytea NOT NULL
);
ALTER TABLE pages ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE IF NOT EXISTS item_urls (
    url_hash uuid PRIMARY KEY,
    url text NOT NULL,
    item_id uuid NOT NULL REFERENCES items ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS item_urls_item ON item_urls (item_id);

CREATE TABLE IF NOT EXISTS item_versions (
    item_id uuid NOT NULL REFERENCES items ON DELETE CASCADE,
    version integer NOT NULL,
    replaced_at timestamptz NOT NULL,
    fetched_at timestamptz NOT NULL,
    title text,
    text text,
    content_hash uuid NOT NULL,
    text_hash uuid,
    PRIMARY KEY (item_id, version)
);

CREATE TABLE IF NOT EXISTS edges (
    from_kind text NOT NULL,
    from_id uuid NOT NULL,
    kind text NOT NULL,
    to_kind text NOT NULL,
    to_id uuid NOT NULL,
    weight real NOT NULL DEFAULT 1,
    evidence text,
    PRIMARY KEY (from_kind, from_id, kind, to_kind, to_id)
);

-- Pictures, sound and video of items; results of models; what a deletion and a graph question look edges up by.
CREATE TABLE IF NOT EXISTS item_media (
    item_id uuid NOT NULL REFERENCES items ON DELETE CASCADE,
    ordinal integer NOT NULL,
    url text NOT NULL,
    kind text NOT NULL,
    caption text,
    local_ref text,
    phash bigint,
    PRIMARY KEY (item_id, ordinal)
);

CREATE TABLE IF NOT EXISTS model_runs (
    content_hash uuid NOT NULL,
    model text NOT NULL,
    version text NOT NULL,
    at timestamptz NOT NULL,
    result jsonb NOT NULL,
    PRIMARY KEY (content_hash, model, version)
);

CREATE INDEX IF NOT EXISTS edges_to ON edges (to_kind, to_id, kind);

-- Counts for each source, and when it was last read.
CREATE INDEX IF NOT EXISTS items_source ON items (source, fetched_at);

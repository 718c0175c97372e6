CREATE TABLE IF NOT EXISTS model_versions (
    model text NOT NULL,
    version text NOT NULL,
    first_seen timestamptz NOT NULL,
    PRIMARY KEY (model, version)
);

-- One table for each embedding space and dimension; what queries filter by lies beside the vector.
CREATE TABLE IF NOT EXISTS item_vectors_text_128 (
    item_id uuid PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    language text NOT NULL,
    event_time timestamptz NOT NULL,
    model text NOT NULL,
    version text NOT NULL,
    embedding halfvec(128) NOT NULL
);
CREATE INDEX IF NOT EXISTS item_vectors_text_128_hnsw ON item_vectors_text_128 USING hnsw (embedding halfvec_cosine_ops);

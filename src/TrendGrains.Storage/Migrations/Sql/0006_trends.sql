-- What boards read, what they decided, and what became of it.

-- An item as it was when it arrived: what its board decides by, whatever the item says later. Written with its arrival number.
CREATE TABLE IF NOT EXISTS arrivals (
    seq bigint PRIMARY KEY,
    board text NOT NULL,
    item_id uuid NOT NULL UNIQUE,
    source text NOT NULL,
    url text NOT NULL,
    language text NOT NULL,
    event_time timestamptz NOT NULL,
    title text,
    text text NOT NULL,
    embedding halfvec(128)
);
CREATE INDEX IF NOT EXISTS arrivals_board ON arrivals (board, seq);

-- How far each board has come; its row is locked and checked by every turn, so that two activations can not both write.
CREATE TABLE IF NOT EXISTS boards (
    board text PRIMARY KEY,
    seq bigint NOT NULL,
    now timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS board_snapshots (
    board text NOT NULL,
    seq bigint NOT NULL,
    taken_at timestamptz NOT NULL,
    checksum bytea NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (board, seq)
);
ALTER TABLE board_snapshots ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE IF NOT EXISTS trends (
    id uuid PRIMARY KEY,
    board text NOT NULL,
    first_item uuid NOT NULL,
    label text NOT NULL,
    keywords text[] NOT NULL DEFAULT '{}',
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    items integer NOT NULL,
    sources integer NOT NULL,
    heat_fast double precision NOT NULL,
    heat double precision NOT NULL,
    heat_slow double precision NOT NULL,
    stage text NOT NULL DEFAULT 'new',
    rank integer,
    picture_url text
);
CREATE INDEX IF NOT EXISTS trends_heat ON trends (heat DESC, id) WHERE items > 1;
CREATE INDEX IF NOT EXISTS trends_rank ON trends (rank) WHERE rank IS NOT NULL;

CREATE TABLE IF NOT EXISTS trend_items (
    item_id uuid PRIMARY KEY,
    trend_id uuid NOT NULL,
    seq bigint NOT NULL UNIQUE,
    board text NOT NULL,
    similarity real NOT NULL,
    title_part real NOT NULL,
    body_part real NOT NULL,
    dense_part real NOT NULL,
    recency_part real NOT NULL,
    nearest uuid
);
CREATE INDEX IF NOT EXISTS trend_items_trend ON trend_items (trend_id, seq);

-- Ten minutes of event time each.
CREATE TABLE IF NOT EXISTS trend_points (
    trend_id uuid NOT NULL,
    bucket timestamptz NOT NULL,
    items integer NOT NULL,
    sources integer NOT NULL,
    score double precision NOT NULL,
    rank integer,
    PRIMARY KEY (trend_id, bucket)
) PARTITION BY RANGE (bucket);
CREATE TABLE IF NOT EXISTS trend_points_default PARTITION OF trend_points DEFAULT;

-- What readers are told of, in the transaction that makes it true.
CREATE TABLE IF NOT EXISTS trend_events (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trend_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    body jsonb NOT NULL
);
CREATE INDEX IF NOT EXISTS trend_events_trend ON trend_events (trend_id, seq);

ALTER TABLE sources ADD COLUMN IF NOT EXISTS synthetic boolean NOT NULL DEFAULT false;

-- How many items came in the last hour, asked by every board that somebody looks at; items are stored in order of time, so ranges of pages will do.
CREATE INDEX IF NOT EXISTS items_fetched_at ON items USING brin (fetched_at) WITH (pages_per_range = 32, autosummarize = on);

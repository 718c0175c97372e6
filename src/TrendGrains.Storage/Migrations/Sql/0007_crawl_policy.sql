-- What a page says about a link is kept with it, so that a policy can choose; what a crawl may cost.
ALTER TABLE frontier
    ADD COLUMN IF NOT EXISTS role text NOT NULL DEFAULT 'page',
    ADD COLUMN IF NOT EXISTS tag_path text NOT NULL DEFAULT '',
    ADD COLUMN IF NOT EXISTS anchor text NOT NULL DEFAULT '',
    ADD COLUMN IF NOT EXISTS around text NOT NULL DEFAULT '',
    ADD COLUMN IF NOT EXISTS from_kind text NOT NULL DEFAULT '';

ALTER TABLE sources
    ADD COLUMN IF NOT EXISTS policy text NOT NULL DEFAULT 'breadth-first',
    ADD COLUMN IF NOT EXISTS focus text,
    ADD COLUMN IF NOT EXISTS render boolean NOT NULL DEFAULT false,
    ADD COLUMN IF NOT EXISTS max_bytes bigint NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS max_seconds double precision;

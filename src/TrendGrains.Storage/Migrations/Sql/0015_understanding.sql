-- What models understood of an item: topic, tone (-1…1), severity (0…1), a summary, and why a part is still to come.
ALTER TABLE items
    ADD COLUMN IF NOT EXISTS topic text,
    ADD COLUMN IF NOT EXISTS topic_score real,
    ADD COLUMN IF NOT EXISTS tone real,
    ADD COLUMN IF NOT EXISTS severity real,
    ADD COLUMN IF NOT EXISTS summary jsonb,
    ADD COLUMN IF NOT EXISTS missing_why text[] NOT NULL DEFAULT '{}';

-- What a trend's members say of it, and how many items it had when they were last asked.
ALTER TABLE trends
    ADD COLUMN IF NOT EXISTS topic text,
    ADD COLUMN IF NOT EXISTS topic_share real,
    ADD COLUMN IF NOT EXISTS tone real,
    ADD COLUMN IF NOT EXISTS severity real,
    ADD COLUMN IF NOT EXISTS profiled_items integer NOT NULL DEFAULT 0;
CREATE INDEX IF NOT EXISTS trends_topic ON trends (topic, heat DESC, id) WHERE items > 1;
CREATE INDEX IF NOT EXISTS trends_unprofiled ON trends (id) WHERE items > 1 AND items <> profiled_items;

-- What a site counted of an item at the last look: score, comments, views, likes, shares.
ALTER TABLE items ADD COLUMN IF NOT EXISTS engagement jsonb;

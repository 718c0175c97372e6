-- What models decided about an item: whether it is an advert, and each decision with its version and reasons.
ALTER TABLE items ADD COLUMN IF NOT EXISTS is_advert boolean;
ALTER TABLE items ADD COLUMN IF NOT EXISTS advert_score real;
ALTER TABLE items ADD COLUMN IF NOT EXISTS decisions jsonb;

-- Sitemaps, feeds and what a host's silent robots.txt kept from being asked for: found without a walk through all that is done.
CREATE INDEX IF NOT EXISTS frontier_again ON frontier (source) WHERE state = 'done' AND (role <> 'page' OR reason = 'robots-unreachable');

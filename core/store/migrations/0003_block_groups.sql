-- Facts of a block that say the same are a group. Rules that compare look at groups, so that a block costs what it holds
-- of different things, and not how often each of them was printed. core/store/blocks.cc keeps all three tables and fills
-- them when an older store is brought here.

CREATE TEMP TABLE standing AS SELECT view, key, article, fact FROM block;
DROP TABLE block;

-- What facts stand in which block; the views start here.
CREATE TABLE block (
  view     TEXT NOT NULL,
  key      TEXT NOT NULL,
  group_id INTEGER NOT NULL,  -- hash of what the fact says; 0 in view 'articles', which has no groups
  rank     TEXT NOT NULL,     -- the day it speaks of, then the article's name: order within the group
  article  INTEGER NOT NULL REFERENCES article,
  fact     INTEGER NOT NULL,
  PRIMARY KEY (view, key, group_id, rank, article, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_article ON block (article);
INSERT INTO block SELECT view, key, 0, '', article, fact FROM temp.standing;
DROP TABLE temp.standing;

-- A group with its first and last fact, by rank, article, fact.
CREATE TABLE block_group (
  view          TEXT NOT NULL,
  key           TEXT NOT NULL,
  group_id      INTEGER NOT NULL,
  facts         INTEGER NOT NULL,
  first_article INTEGER NOT NULL,
  first_fact    INTEGER NOT NULL,
  last_article  INTEGER NOT NULL,
  last_fact     INTEGER NOT NULL,
  PRIMARY KEY (view, key, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE block_size (
  view   TEXT NOT NULL,
  key    TEXT NOT NULL,
  groups INTEGER NOT NULL,
  facts  INTEGER NOT NULL,
  PRIMARY KEY (view, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_size_several ON block_size (view, groups) WHERE groups > 1;

CREATE INDEX rule_run_rule ON rule_run (rule, n);

-- Another outlet as the one a statement comes from; a fact like others, with blocks of its own.
CREATE TABLE citation (
  article INTEGER NOT NULL REFERENCES article,
  n       INTEGER NOT NULL,
  claim   INTEGER NOT NULL,
  outlet  TEXT NOT NULL,  -- as the text names it
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, claim) REFERENCES claim (article, n)
) STRICT, WITHOUT ROWID;

-- As in the first migration: what the planner is to assume, never refreshed.
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 VALUES
  ('block', 'block', '1000000 150000 4 2 1 1 1'),
  ('block_group', 'block_group', '700000 120000 3 1'),
  ('block_size', 'block_size', '400000 60000 1'),
  ('block_size', 'block_size_several', '40000 6000 1000 1');

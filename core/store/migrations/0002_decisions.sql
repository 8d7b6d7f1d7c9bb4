-- Decisions that reach further than one flag on one evidence, decisions that can be taken back, and what each rested on.
-- '' and '[]' are what the first schema's decisions have.

ALTER TABLE decision ADD COLUMN aspect TEXT NOT NULL DEFAULT '';  -- aspect_of() of core/value/decision.h; an undo has that of what it undoes
ALTER TABLE decision ADD COLUMN value TEXT NOT NULL DEFAULT '';   -- of a claim: who said it, the rating
ALTER TABLE decision ADD COLUMN scope TEXT NOT NULL DEFAULT 'evidence';  -- evidence flag block sources
ALTER TABLE decision ADD COLUMN reach TEXT NOT NULL DEFAULT '[]';    -- JSON: block keys or hashes of sources
ALTER TABLE decision ADD COLUMN grounds TEXT NOT NULL DEFAULT '[]';  -- JSON: [[place, words], …]
CREATE INDEX decision_undo ON decision (replaces) WHERE verdict = 'undone';
CREATE INDEX decision_scope ON decision (scope) WHERE scope IN ('block', 'sources');

ALTER TABLE flag ADD COLUMN stale_because TEXT NOT NULL DEFAULT '';
ALTER TABLE flag ADD COLUMN decision TEXT NOT NULL DEFAULT '';  -- the decision its status follows from
UPDATE flag SET decision = iif(status = 'retired', '', coalesce((SELECT d.id FROM decision d WHERE d.about = 'flag' AND
                               d.subject = flag.id ORDER BY d.entry DESC LIMIT 1), ''));
UPDATE decision SET aspect = '';  -- writes every row whole: the preupdate hook sees no defaults of added columns
UPDATE flag SET stale_because = 'its evidence is not what it was when this was decided' WHERE status = 'stale';

-- What was written since the rules last looked: a whole article, or a block that has lost facts. Rows go when a check
-- has seen them, so that a process that dies between storing and checking leaves the check to the next one.
CREATE TABLE unchecked (
  n       INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER REFERENCES article,  -- NULL: a block
  view    TEXT NOT NULL,
  key     TEXT NOT NULL
) STRICT;

-- For each table how many rows it has and the sum of their hashes, kept by every transaction of ours: a row changed from
-- outside, by whatever means, no longer adds up.
CREATE TABLE seal (
  name   TEXT PRIMARY KEY,  -- of the table
  rows   INTEGER NOT NULL,
  digest TEXT NOT NULL      -- sum of 128-bit hashes, 32 hex digits
) STRICT, WITHOUT ROWID;

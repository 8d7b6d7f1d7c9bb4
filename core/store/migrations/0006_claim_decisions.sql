-- What people decided about claims, as it takes effect: these tables follow from the claims and the decisions that
-- stand, and core/store/claim_decisions.cc keeps them.

-- Which decisions reach which claim: those about it, and those about the same words by the same speaker in an older
-- version of its article.
CREATE TABLE claim_decision (
  article  INTEGER NOT NULL REFERENCES article,
  n        INTEGER NOT NULL,
  aspect   TEXT NOT NULL,     -- speaker claim rating, as in decision
  rank     INTEGER NOT NULL,  -- 0: the one that counts
  decision TEXT NOT NULL REFERENCES decision,
  PRIMARY KEY (article, n, aspect, rank),
  FOREIGN KEY (article, n) REFERENCES claim (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_decision_decision ON claim_decision (decision);
CREATE INDEX decision_replaces ON decision (replaces) WHERE about = 'claim' AND verdict <> 'undone';

-- What was read from the text of a claim that a person gave another speaker; its row in claim has that one.
CREATE TABLE claim_as_read (
  article       INTEGER NOT NULL REFERENCES article,
  n             INTEGER NOT NULL,
  type          TEXT NOT NULL,
  has_speaker   INTEGER NOT NULL,
  speaker_begin INTEGER,
  speaker_end   INTEGER,
  mention       TEXT,
  speaker       TEXT,
  speaker_kind  TEXT,
  role          TEXT,
  entity        INTEGER,
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, n) REFERENCES claim (article, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER claim_respoken AFTER UPDATE OF speaker ON claim BEGIN
  INSERT INTO claim_text (claim_text, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
  INSERT INTO claim_text (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;

-- Claims that people decided to be none.
CREATE TABLE not_a_claim (
  article INTEGER NOT NULL REFERENCES article,
  n       INTEGER NOT NULL,
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, n) REFERENCES claim (article, n)
) STRICT, WITHOUT ROWID;

-- Rows kept out of block: what those say.
CREATE TABLE withheld (
  view    TEXT NOT NULL,
  key     TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article,
  fact    INTEGER NOT NULL,
  PRIMARY KEY (article, view, key, fact)
) STRICT, WITHOUT ROWID;

-- Entities joined to another.
CREATE INDEX entity_joined ON entity (stands_for) WHERE stands_for IS NOT NULL;

-- Connections that share this one's cache plan with what the third migration says, too.
ANALYZE sqlite_schema;

-- The tables of docs/database.md. `n` is a position in the article, from 0; columns byte_… count bytes of article.text,
-- columns span_… and …_point count its code points; JSON arrays of spans hold bytes. Text is UTF-8; '' is "none" where a
-- column is NOT NULL.

CREATE TABLE source (
  sha256     TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  url        TEXT NOT NULL,
  received   TEXT NOT NULL,
  size       INTEGER NOT NULL,
  frame_hash TEXT NOT NULL,  -- SHA-256 of `bytes`: some bits of a zstd frame can change without changing what it holds
  bytes      BLOB NOT NULL   -- as received, zstd
) STRICT;

CREATE TABLE article (
  id              INTEGER PRIMARY KEY,
  name            TEXT NOT NULL UNIQUE,  -- the id people see
  source          TEXT NOT NULL REFERENCES source,
  part            INTEGER NOT NULL,
  address         TEXT NOT NULL,  -- url, or the hash of the source
  version         INTEGER NOT NULL,
  superseded_by   INTEGER REFERENCES article,
  reading         TEXT NOT NULL,  -- SHA-256 over the columns from media_type on and all rows of this article but block's
  placing         TEXT NOT NULL,  -- SHA-256 over its facts' rows in block, as they are while it is the current version
  url             TEXT NOT NULL,
  media_type      TEXT NOT NULL,
  title           TEXT,
  title_begin     INTEGER,
  title_end       INTEGER,
  byline          TEXT NOT NULL,  -- JSON: [[value, begin, end], …]
  outlet          TEXT,
  outlet_begin    INTEGER,
  outlet_end      INTEGER,
  published       TEXT,
  published_basis TEXT NOT NULL,
  published_begin INTEGER,
  published_end   INTEGER,
  dateline_place  TEXT,
  dateline_date   TEXT,
  agency          TEXT,
  dateline_begin  INTEGER,
  dateline_end    INTEGER,
  language        TEXT NOT NULL,
  text            TEXT NOT NULL,
  offsets         TEXT NOT NULL,  -- JSON: [[text byte, source byte], …]
  warnings        TEXT NOT NULL,  -- JSON: […]
  UNIQUE (source, part)
) STRICT;
CREATE INDEX article_address ON article (address, version);

CREATE TABLE zone (
  article    INTEGER NOT NULL REFERENCES article,
  n          INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  id         TEXT PRIMARY KEY,  -- hash of kind and folded name; of an anonymous one also of its article
  kind       TEXT NOT NULL,
  folded     TEXT NOT NULL,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  stands_for TEXT REFERENCES entity  -- the entity people joined it to; NULL: itself
) STRICT, WITHOUT ROWID;

CREATE TABLE article_entity (
  article INTEGER NOT NULL REFERENCES article,
  n       INTEGER NOT NULL,
  entity  TEXT NOT NULL REFERENCES entity,
  kind    TEXT NOT NULL,
  name    TEXT NOT NULL,
  role    TEXT NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_entity_entity ON article_entity (entity, article);

CREATE TABLE claim (
  id           INTEGER PRIMARY KEY,
  article      INTEGER NOT NULL REFERENCES article,
  n            INTEGER NOT NULL,
  ref          TEXT NOT NULL,  -- 16 hex digits, claim_id() of core/value/claim.h
  type         TEXT NOT NULL,
  zone         TEXT NOT NULL,
  act          TEXT NOT NULL,
  modality     TEXT NOT NULL,
  content      TEXT NOT NULL,  -- JSON: [[begin, end], …]
  quoted       TEXT NOT NULL,
  text         TEXT NOT NULL,
  span_begin   INTEGER NOT NULL,
  span_end     INTEGER NOT NULL,
  has_speaker  INTEGER NOT NULL,
  speaker_begin INTEGER,
  speaker_end  INTEGER,
  mention      TEXT,
  speaker      TEXT,
  speaker_kind TEXT,
  role         TEXT,
  entity       INTEGER,  -- n of article_entity
  cue_begin    INTEGER,
  cue_end      INTEGER,
  nested_in    TEXT NOT NULL,
  via          TEXT NOT NULL,  -- JSON: […]
  said         TEXT,
  said_basis   TEXT NOT NULL,
  confidence   REAL NOT NULL,
  why          TEXT NOT NULL,
  UNIQUE (article, n),
  UNIQUE (article, ref),
  FOREIGN KEY (article, entity) REFERENCES article_entity (article, n)
) STRICT;
CREATE INDEX claim_ref ON claim (ref);
CREATE INDEX claim_entity ON claim (article, entity);

CREATE VIRTUAL TABLE claim_text USING fts5 (text, speaker, content = 'claim', content_rowid = 'id',
                                            tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER claim_added AFTER INSERT ON claim BEGIN
  INSERT INTO claim_text (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;
CREATE TRIGGER claim_removed AFTER DELETE ON claim BEGIN
  INSERT INTO claim_text (claim_text, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
END;

-- What facts stand in which block; the views start here.
CREATE TABLE block (
  view    TEXT NOT NULL,
  key     TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article,
  fact    INTEGER NOT NULL,
  PRIMARY KEY (view, key, article, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_article ON block (article);

CREATE TABLE name (
  article    INTEGER NOT NULL REFERENCES article,
  n          INTEGER NOT NULL,
  claim      INTEGER,
  entity     INTEGER NOT NULL,
  name       TEXT NOT NULL,
  form       TEXT NOT NULL,
  role       TEXT NOT NULL,
  mentions   INTEGER NOT NULL,
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL,
  last_byte_begin INTEGER NOT NULL,
  last_byte_end   INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  last_begin INTEGER NOT NULL,
  last_end   INTEGER NOT NULL,
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, entity) REFERENCES article_entity (article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  article    INTEGER NOT NULL REFERENCES article,
  n          INTEGER NOT NULL,
  claim      INTEGER,
  name       INTEGER,
  entity     INTEGER NOT NULL,
  text       TEXT NOT NULL,
  form       TEXT NOT NULL,
  role       TEXT NOT NULL,
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, name) REFERENCES name (article, n),
  FOREIGN KEY (article, entity) REFERENCES article_entity (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_name ON mention (article, name);

CREATE TABLE quantity (
  article      INTEGER NOT NULL REFERENCES article,
  n            INTEGER NOT NULL,
  claim        INTEGER,
  low          REAL,
  high         REAL,
  unit         TEXT NOT NULL,
  modifier     TEXT NOT NULL,
  rate         TEXT NOT NULL,
  ordinal      INTEGER NOT NULL,
  noun         TEXT NOT NULL,
  noun_class   TEXT NOT NULL,
  topic        TEXT NOT NULL,
  event        TEXT NOT NULL,
  anchors      TEXT NOT NULL,  -- JSON: […], rarest first
  scope        TEXT NOT NULL,
  as_of        TEXT NOT NULL,
  text         TEXT NOT NULL,
  byte_begin   INTEGER NOT NULL,
  byte_end     INTEGER NOT NULL,
  number_begin INTEGER NOT NULL,
  number_end   INTEGER NOT NULL,
  noun_begin   INTEGER,
  noun_end     INTEGER,
  span_begin   INTEGER NOT NULL,
  span_end     INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX quantity_claim ON quantity (article, claim);

CREATE TABLE time (
  article        INTEGER NOT NULL REFERENCES article,
  n              INTEGER NOT NULL,
  claim          INTEGER,
  edtf           TEXT NOT NULL,
  duration       TEXT NOT NULL,
  vague          INTEGER NOT NULL,
  weekday_misfit INTEGER NOT NULL,
  needs_anchor   INTEGER NOT NULL,
  predicate      TEXT NOT NULL,
  event          TEXT NOT NULL,
  anchors        TEXT NOT NULL,
  first_day      INTEGER,
  last_day       INTEGER,
  text           TEXT NOT NULL,
  byte_begin     INTEGER NOT NULL,
  byte_end       INTEGER NOT NULL,
  span_begin     INTEGER NOT NULL,
  span_end       INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX time_claim ON time (article, claim);

CREATE TABLE role (
  article    INTEGER NOT NULL REFERENCES article,
  n          INTEGER NOT NULL,
  claim      INTEGER,
  entity     INTEGER NOT NULL,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  as_of      TEXT NOT NULL,
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, entity) REFERENCES article_entity (article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  article   INTEGER NOT NULL REFERENCES article,
  n         INTEGER NOT NULL,
  claim     INTEGER NOT NULL,
  polarity  INTEGER NOT NULL,
  predicate TEXT NOT NULL,
  anchors   TEXT NOT NULL,
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, claim) REFERENCES claim (article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE quote (
  article    INTEGER NOT NULL REFERENCES article,
  n          INTEGER NOT NULL,
  claim      INTEGER NOT NULL,
  text       TEXT NOT NULL,
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, claim) REFERENCES claim (article, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE flag (
  id              TEXT PRIMARY KEY,
  rule            TEXT NOT NULL,
  rule_title      TEXT NOT NULL,
  rule_why        TEXT NOT NULL,
  rule_sha256     TEXT NOT NULL,
  kind            TEXT NOT NULL,
  severity        TEXT NOT NULL,
  status          TEXT NOT NULL,
  subject         TEXT NOT NULL,
  message         TEXT NOT NULL,
  score           REAL NOT NULL,
  evidence_sha256 TEXT NOT NULL,
  retired_because TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX flag_rule ON flag (rule);

CREATE TABLE flag_block (
  rule TEXT NOT NULL,
  key  TEXT NOT NULL,
  flag TEXT NOT NULL REFERENCES flag,
  PRIMARY KEY (rule, key, flag)
) STRICT, WITHOUT ROWID;
CREATE INDEX flag_block_flag ON flag_block (flag);

CREATE TABLE flag_claim (
  flag    TEXT NOT NULL REFERENCES flag,
  n       INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES article (name),
  claim   TEXT NOT NULL,
  PRIMARY KEY (flag, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE flag_evidence (
  flag       TEXT NOT NULL REFERENCES flag,
  n          INTEGER NOT NULL,
  article    TEXT NOT NULL REFERENCES article (name),
  claim      TEXT NOT NULL,
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL,
  text       TEXT NOT NULL,
  PRIMARY KEY (flag, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_run (
  n           INTEGER PRIMARY KEY,
  rule        TEXT NOT NULL,
  rule_sha256 TEXT NOT NULL,
  view        TEXT NOT NULL,
  params      TEXT NOT NULL,
  at          TEXT NOT NULL,
  blocks      INTEGER,  -- NULL: everything
  found       INTEGER NOT NULL,
  opened      INTEGER NOT NULL,
  retired     INTEGER NOT NULL
) STRICT;

CREATE TABLE log (
  n        INTEGER PRIMARY KEY,
  body     TEXT NOT NULL,  -- canonical JSON
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL   -- SHA-256(previous, newline, body)
) STRICT;
CREATE TRIGGER log_is_not_edited BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the log is never edited'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the log is never cut'); END;

CREATE TABLE decision (
  id              TEXT PRIMARY KEY,
  entry           INTEGER NOT NULL UNIQUE REFERENCES log,
  about           TEXT NOT NULL,
  subject         TEXT NOT NULL,
  verdict         TEXT NOT NULL,
  note            TEXT NOT NULL,
  "by"            TEXT NOT NULL,
  at              TEXT NOT NULL,
  evidence_sha256 TEXT NOT NULL,
  replaces        TEXT NOT NULL
) STRICT;
CREATE INDEX decision_subject ON decision (about, subject, entry);

-- What SQLite's planner assumes without statistics is a handful of rows to a view; it then joins whole views row by row.
-- These figures stand for a store of ordinary size and are never refreshed, so that plans do not change under a desk.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES ('block', 'block', '1000000 150000 4 1 1');

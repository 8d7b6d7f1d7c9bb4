-- Where texts come from: shared runs of five words (core/origins/shingles.h), which text takes how much from which.
-- core/store/origins.cc keeps the first three; which articles have one origin stands in `block` (view
-- 'origins', key: the article they come from).

CREATE TABLE sketch (
  article  INTEGER PRIMARY KEY REFERENCES article,
  shingles BLOB NOT NULL  -- 8 bytes each, little-endian, ascending
) STRICT;

-- One shingle in four, to find the texts that share any.
CREATE TABLE shingle (
  number  INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES article,
  PRIMARY KEY (number, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE derivation (
  article INTEGER NOT NULL REFERENCES article,
  earlier INTEGER NOT NULL REFERENCES article,
  share   REAL NOT NULL,  -- part of the article's shingles that the earlier one has
  PRIMARY KEY (article, earlier)
) STRICT, WITHOUT ROWID;
CREATE INDEX derivation_earlier ON derivation (earlier);


-- A figure given as part of another of its sentence; positions in table quantity.
CREATE TABLE part (
  article  INTEGER NOT NULL REFERENCES article,
  n        INTEGER NOT NULL,
  whole    INTEGER NOT NULL,
  part     INTEGER NOT NULL,
  complete INTEGER NOT NULL,  -- 1: all parts of the whole are said to be there
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, whole) REFERENCES quantity (article, n),
  FOREIGN KEY (article, part) REFERENCES quantity (article, n)
) STRICT, WITHOUT ROWID;

-- A sentence of headline, standfirst or bullet, whether or not it is a claim.
CREATE TABLE summary (
  article    INTEGER NOT NULL REFERENCES article,
  n          INTEGER NOT NULL,
  claim      INTEGER,
  zone       TEXT NOT NULL,
  text       TEXT NOT NULL,
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

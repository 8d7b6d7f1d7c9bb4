-- The views rules may read; docs/facts.md says what each is for. Every column is commented here: its unit, and what NULL
-- means. A view starts from `block`, a view of groups from `block_size`, so that narrowing both narrows every view
-- (fact_views() in core/store/store.h).
-- In a check of what changed a column `fresh` says of each group whether it is (rules/engine/sandbox.cc); here it is 1.
-- Only the current version of an article has rows in `block`. Claims that people decided to be none, and what they say,
-- are in no view; a speaker is the one that a person named where somebody did.

-- One row an article.
CREATE VIEW articles AS
SELECT
  b.key AS block_key,           -- its address, or the hash of its source
  a.name AS article,            -- id
  a.title AS title,             -- NULL: the text has none
  nullif(a.url, '') AS url,     -- NULL: not known
  a.outlet AS outlet,           -- NULL: not known
  a.published AS published,     -- EDTF; NULL: not known
  a.published_basis AS published_basis,  -- stated inferred unknown
  nullif(a.agency, '') AS agency,  -- of the dateline; NULL: none
  (SELECT count(*) FROM claim c WHERE c.article = a.id AND (c.article, c.n) NOT IN not_a_claim) AS claims,
  (SELECT count(*) FROM claim c WHERE c.article = a.id AND c.type <> 'assertion'
     AND (c.article, c.n) NOT IN not_a_claim) AS attributed,
  (SELECT count(DISTINCT c.speaker) FROM claim c WHERE c.article = a.id AND c.type <> 'assertion'
     AND c.speaker_kind IN ('person', 'organization', 'government')
     AND (c.article, c.n) NOT IN not_a_claim) AS named_speakers,
  (SELECT count(DISTINCT coalesce(c.entity, c.speaker)) FROM claim c
     WHERE c.article = a.id AND c.speaker_kind = 'anonymous' AND (c.article, c.n) NOT IN not_a_claim) AS anonymous_speakers,
  (SELECT count(*) FROM claim c WHERE c.article = a.id AND c.speaker_kind = 'anonymous' AND (c.article, c.n) NOT IN not_a_claim) AS anonymous_claims,
  (SELECT count(DISTINCT t.byte_begin) FROM time t WHERE t.article = a.id AND t.needs_anchor
     AND (t.article, coalesce(t.claim, -1)) NOT IN not_a_claim) AS unplaced_times
FROM block b JOIN article a ON a.id = b.article
WHERE b.view = 'articles';

-- One row a claim.
CREATE VIEW claims AS
SELECT
  b.key AS block_key,           -- of its article
  a.name AS article,
  c.ref AS claim,               -- 16 hex digits
  c.type AS type,               -- direct mixed indirect assertion
  c.zone AS zone,               -- headline standfirst bullet subhead body caption furniture
  c.act AS act,                 -- speech thought stance
  c.modality AS modality,       -- asserted possible conditional intended denied reported-belief
  c.speaker AS speaker,         -- resolved name; NULL: nobody is named
  c.speaker_kind AS speaker_kind,  -- person organization government anonymous outlet; NULL with speaker
  nullif(c.mention, '') AS mention,  -- the speaker as written; NULL: without a span
  coalesce(e.stands_for, e.id) AS entity,  -- of the speaker, across articles; NULL: none
  nullif(c.role, '') AS role,   -- of the speaker as stated; NULL: none
  nullif(c.nested_in, '') AS nested_in,  -- the claim that reports this one; NULL: none
  c.said AS said,               -- EDTF; NULL: not known
  c.said_basis AS said_basis,   -- stated publication
  c.via AS via,                 -- JSON array of outlets, nearest the speaker first; [] for none
  c.confidence AS confidence,   -- 0 to 1
  (SELECT count(*) FROM quantity q WHERE q.article = c.article AND q.claim = c.n) AS figures,
  (SELECT count(*) FROM time t WHERE t.article = c.article AND t.claim = c.n) AS times,
  a.outlet AS outlet,           -- NULL: not known
  a.published AS published,     -- EDTF; NULL: not known
  c.text AS text,               -- the words of its content
  c.span_begin AS span_begin,   -- code points, from the first content span
  c.span_end AS span_end        -- to the last one
FROM block b JOIN article a ON a.id = b.article JOIN claim c ON c.article = b.article
  LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity
WHERE b.view = 'articles'
  AND (c.article, c.n) NOT IN not_a_claim;

-- A name or a description as written, at one place; pronouns are left out.
CREATE VIEW mentions AS
SELECT
  b.key AS block_key,           -- spelling key of the name
  a.name AS article,
  c.ref AS claim,               -- the innermost claim that holds the place; NULL: none
  coalesce(e.stands_for, e.id) AS entity,
  m.text AS name,               -- as written
  m.form AS form,               -- full surname given truncated acronym title description
  l.kind AS kind,               -- person organization government place outlet anonymous
  nullif(m.role, '') AS role,   -- stated right beside it; NULL: none
  m.span_begin AS span_begin,
  m.span_end AS span_end
FROM block b JOIN article a ON a.id = b.article JOIN mention m ON m.article = b.article AND m.name = b.fact
  JOIN article_entity l ON l.article = m.article AND l.n = m.entity JOIN entity e ON e.id = l.entity
  LEFT JOIN claim c ON c.article = m.article AND c.n = m.claim
    AND (c.article, c.n) NOT IN not_a_claim
WHERE b.view = 'names';

-- A spelling of one entity in one article.
CREATE VIEW names AS
SELECT
  b.key AS block_key,           -- spelling key
  b.group_id AS group_id,       -- its row in name_groups
  a.name AS article,
  coalesce(e.stands_for, e.id) AS entity,
  n.name AS name,               -- as written
  n.form AS form,               -- of its first place
  l.kind AS kind,               -- person organization government place outlet anonymous
  nullif(n.role, '') AS role,   -- the first stated beside it; NULL: none
  n.mentions AS mentions,       -- places with exactly this spelling
  c.ref AS claim,               -- that holds the first place; NULL: none
  n.span_begin AS span_begin,   -- first place
  n.span_end AS span_end,
  n.last_begin AS last_begin,   -- last place; the first one again where there is no other
  n.last_end AS last_end
FROM block b JOIN article a ON a.id = b.article JOIN name n ON n.article = b.article AND n.n = b.fact
  JOIN article_entity l ON l.article = n.article AND l.n = n.entity JOIN entity e ON e.id = l.entity
  LEFT JOIN claim c ON c.article = n.article AND c.n = n.claim
    AND (c.article, c.n) NOT IN not_a_claim
WHERE b.view = 'names';

-- A figure, once for every claim that holds it.
CREATE VIEW quantities AS
SELECT
  b.key AS block_key,           -- noun class, unit and anchor
  b.group_id AS group_id,       -- its row in value_groups
  a.name AS article,
  c.ref AS claim,               -- NULL: outside every claim
  coalesce(c.zone, 'body') AS zone,
  c.type AS type,               -- of the claim; NULL with it
  a.outlet AS outlet,           -- NULL: not known
  a.published AS published,     -- EDTF; NULL: not known
  coalesce(c.speaker, a.outlet) AS speaker,  -- NULL: nobody is named
  q.low AS low,                 -- NULL: no bound below
  q.high AS high,               -- NULL: no bound above
  q.unit AS unit,               -- '' for a plain count
  q.modifier AS modifier,       -- none approx over under at_least at_most fuzzy
  q.rate AS rate,               -- 'year' for "a year"; '' for none
  q.ordinal AS ordinal,         -- 1: a rank, never compared with a count
  q.noun AS noun,               -- as written; '' for none
  q.noun_class AS noun_class,   -- comparable; '' where nothing is known of it
  q.topic AS topic,             -- what is counted, for a person
  q.event AS event,             -- rarest anchor; '' for none
  q.anchors AS anchors,         -- JSON array: telling words of its sentence, rarest first
  nullif(q.scope, '') AS scope, -- what narrows the figure; NULL: nothing does
  nullif(q.as_of, '') AS as_of, -- EDTF; NULL: not known
  q.text AS text,               -- as written
  q.span_begin AS span_begin,
  q.span_end AS span_end
FROM block b JOIN article a ON a.id = b.article JOIN quantity q ON q.article = b.article AND q.n = b.fact
  LEFT JOIN claim c ON c.article = q.article AND c.n = q.claim
WHERE b.view = 'quantities';

-- The figures of one block with the same interval, rate and scope; ranks left out. First and last by as_of. Like all
-- views of groups, this one shows blocks in which at least two groups meet: where all say the same, nothing is compared.
CREATE VIEW value_groups AS
SELECT
  z.key AS block_key,
  g.group_id AS group_id,
  z.groups AS groups,           -- of the block: how many different values meet in it
  1 AS fresh,                   -- 0: looked at before, as were the other such groups of the block
  q.low AS low,                 -- NULL: no bound below
  q.high AS high,               -- NULL: no bound above
  q.modifier AS modifier,       -- none approx over under at_least at_most fuzzy
  q.unit AS unit,
  q.rate AS rate,
  q.noun_class AS noun_class,
  q.topic AS topic,             -- this and what follows: of the first
  q.event AS event,
  nullif(q.scope, '') AS scope, -- NULL: nothing narrows it
  g.facts AS figures,
  (SELECT count(DISTINCT b.article) FROM main.block b
     WHERE b.view = 'quantities' AND b.key = z.key AND b.group_id = g.group_id) AS articles,
  (SELECT count(DISTINCT o.outlet) FROM main.block b JOIN article o ON o.id = b.article
     WHERE b.view = 'quantities' AND b.key = z.key AND b.group_id = g.group_id) AS outlets,  -- 0: none is known
  a.name AS first_article,
  c.ref AS first_claim,         -- NULL: outside every claim
  coalesce(c.zone, 'body') AS first_zone,
  q.text AS first_text,
  q.span_begin AS first_begin,
  q.span_end AS first_end,
  coalesce(c.speaker, a.outlet) AS first_speaker,  -- NULL: nobody is named
  q.anchors AS first_anchors,
  c.text AS first_words,        -- of its claim; NULL: outside every claim
  nullif(q.as_of, '') AS first_as_of,  -- NULL: not known
  (SELECT l.name FROM article l WHERE l.id = g.last_article) AS last_article,
  (SELECT d.ref FROM quantity l JOIN claim d ON d.article = l.article AND d.n = l.claim
     WHERE l.article = g.last_article AND l.n = g.last_fact) AS last_claim,
  (SELECT nullif(l.as_of, '') FROM quantity l WHERE l.article = g.last_article AND l.n = g.last_fact) AS last_as_of
FROM block_size z CROSS JOIN main.block_group g ON g.view = z.view AND g.key = z.key
  JOIN quantity q ON q.article = g.first_article AND q.n = g.first_fact JOIN article a ON a.id = g.first_article
  LEFT JOIN claim c ON c.article = q.article AND c.n = q.claim
WHERE z.view = 'quantities' AND z.groups > 1 AND NOT q.ordinal;

-- The spellings of one block, each once; place and claim of the first by the article's name.
CREATE VIEW name_groups AS
SELECT
  z.key AS block_key,
  g.group_id AS group_id,
  z.groups AS groups,           -- of the block
  1 AS fresh,                   -- 0: looked at before, as were the other such groups of the block
  g.facts AS articles,          -- that write it so
  a.name AS article,
  coalesce(e.stands_for, e.id) AS entity,
  n.name AS name,
  n.form AS form,
  l.kind AS kind,
  nullif(n.role, '') AS role,   -- NULL: none
  c.ref AS claim,               -- NULL: none
  n.span_begin AS span_begin,
  n.span_end AS span_end
FROM block_size z CROSS JOIN main.block_group g ON g.view = z.view AND g.key = z.key
  JOIN name n ON n.article = g.first_article AND n.n = g.first_fact JOIN article a ON a.id = g.first_article
  JOIN article_entity l ON l.article = n.article AND l.n = n.entity JOIN entity e ON e.id = l.entity
  LEFT JOIN claim c ON c.article = n.article AND c.n = n.claim
    AND (c.article, c.n) NOT IN not_a_claim
WHERE z.view = 'names' AND z.groups > 1;

-- The dated events of one block with the same time and words, each once, as the article that came out first has it.
CREATE VIEW time_groups AS
SELECT
  z.key AS block_key,
  g.group_id AS group_id,
  z.groups AS groups,           -- of the block
  1 AS fresh,                   -- 0: looked at before, as were the other such groups of the block
  a.name AS article,
  c.ref AS claim,               -- NULL: outside every claim
  coalesce(c.zone, 'body') AS zone,
  t.predicate AS predicate,
  t.event AS event,
  nullif(t.edtf, '') AS edtf,   -- NULL: a duration
  t.first_day AS first_day,     -- NULL: open, or no year
  t.last_day AS last_day,
  t.weekday_misfit AS weekday_misfit,
  t.needs_anchor AS needs_anchor,
  t.text AS text,
  t.span_begin AS span_begin,
  t.span_end AS span_end,
  a.published AS published,     -- NULL: not known
  c.text AS words               -- of its claim; NULL: outside every claim
FROM block_size z CROSS JOIN main.block_group g ON g.view = z.view AND g.key = z.key
  JOIN time t ON t.article = g.first_article AND t.n = g.first_fact JOIN article a ON a.id = g.first_article
  LEFT JOIN claim c ON c.article = t.article AND c.n = t.claim
WHERE z.view = 'times' AND z.groups > 1;

-- The offices of one block, one row for a name and an office; as stated first and last.
CREATE VIEW role_groups AS
SELECT
  z.key AS block_key,
  g.group_id AS group_id,
  z.groups AS groups,           -- of the block
  1 AS fresh,                   -- 0: looked at before, as were the other such groups of the block
  a.name AS article,
  c.ref AS claim,               -- NULL: outside every claim
  coalesce(e.stands_for, e.id) AS entity,
  r.name AS name,
  r.role AS role,
  nullif(r.as_of, '') AS first_as_of,  -- NULL: not known, or a former one
  (SELECT nullif(f.as_of, '') FROM role f WHERE f.article = g.last_article AND f.n = g.last_fact) AS last_as_of,
  r.span_begin AS span_begin,
  r.span_end AS span_end
FROM block_size z CROSS JOIN main.block_group g ON g.view = z.view AND g.key = z.key
  JOIN role r ON r.article = g.first_article AND r.n = g.first_fact JOIN article a ON a.id = g.first_article
  JOIN article_entity l ON l.article = r.article AND l.n = r.entity JOIN entity e ON e.id = l.entity
  LEFT JOIN claim c ON c.article = r.article AND c.n = r.claim
WHERE z.view = 'roles' AND z.groups > 1;

-- The statements of one block in the same words by the same speaker, each once, as the article that came out first has
-- it.
CREATE VIEW statement_groups AS
SELECT
  z.key AS block_key,
  g.group_id AS group_id,
  z.groups AS groups,           -- of the block
  1 AS fresh,                   -- 0: looked at before, as were the other such groups of the block
  a.name AS article,
  c.ref AS claim,
  c.type AS type,
  c.zone AS zone,
  c.act AS act,
  c.modality AS modality,
  s.polarity AS polarity,
  s.predicate AS predicate,
  s.anchors AS anchors,
  c.speaker AS speaker,         -- NULL: nobody is named
  c.speaker_kind AS speaker_kind,
  coalesce(e.stands_for, e.id) AS entity,  -- NULL: none
  a.outlet AS outlet,           -- NULL: not known
  a.published AS published,     -- NULL: not known
  c.said AS said,               -- NULL: not known
  c.text AS text,
  c.span_begin AS span_begin,
  c.span_end AS span_end
FROM block_size z CROSS JOIN main.block_group g ON g.view = z.view AND g.key = z.key
  JOIN statement s ON s.article = g.first_article AND s.n = g.first_fact JOIN article a ON a.id = g.first_article
  JOIN claim c ON c.article = s.article AND c.n = s.claim
  LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity
WHERE z.view = 'statements' AND z.groups > 1;

-- The quotations of one block in the same words of the same speaker, each once, as said first.
CREATE VIEW quote_groups AS
SELECT
  z.key AS block_key,
  g.group_id AS group_id,
  z.groups AS groups,           -- of the block
  1 AS fresh,                   -- 0: looked at before, as were the other such groups of the block
  a.name AS article,
  c.ref AS claim,
  c.speaker AS speaker,         -- NULL: nobody is named
  c.speaker_kind AS speaker_kind,
  coalesce(e.stands_for, e.id) AS entity,  -- NULL: none
  a.outlet AS outlet,           -- NULL: not known
  c.said AS said,               -- NULL: not known
  q.text AS text,
  q.span_begin AS span_begin,
  q.span_end AS span_end
FROM block_size z CROSS JOIN main.block_group g ON g.view = z.view AND g.key = z.key
  JOIN quote q ON q.article = g.first_article AND q.n = g.first_fact JOIN article a ON a.id = g.first_article
  JOIN claim c ON c.article = q.article AND c.n = q.claim
  LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity
WHERE z.view = 'quotes' AND z.groups > 1;

-- A dated event, or a time that cannot be placed.
CREATE VIEW times AS
SELECT
  b.key AS block_key,           -- predicate class and anchor
  a.name AS article,
  c.ref AS claim,               -- NULL: outside every claim
  coalesce(c.zone, 'body') AS zone,
  t.predicate AS predicate,     -- class of the verb; '' for none
  t.event AS event,             -- predicate and anchors, for a person
  nullif(t.edtf, '') AS edtf,   -- NULL: a duration
  t.first_day AS first_day,     -- days since 1970-01-01; NULL: open, or no year
  t.last_day AS last_day,
  t.weekday_misfit AS weekday_misfit,  -- 1: the weekday is not that of the date
  t.needs_anchor AS needs_anchor,      -- 1: cannot be placed, the date of publication is missing
  t.text AS text,
  t.span_begin AS span_begin,
  t.span_end AS span_end,
  a.published AS published      -- EDTF; NULL: not known
FROM block b JOIN article a ON a.id = b.article JOIN time t ON t.article = b.article AND t.n = b.fact
  LEFT JOIN claim c ON c.article = t.article AND c.n = t.claim
WHERE b.view = 'times';

-- A person's office as stated at one place.
CREATE VIEW roles AS
SELECT
  b.key AS block_key,           -- spelling key of the name
  a.name AS article,
  c.ref AS claim,               -- NULL: outside every claim
  coalesce(e.stands_for, e.id) AS entity,
  r.name AS name,
  r.role AS role,               -- as stated
  nullif(r.as_of, '') AS as_of, -- EDTF; NULL: not known, or a former one
  r.span_begin AS span_begin,   -- of the name
  r.span_end AS span_end
FROM block b JOIN article a ON a.id = b.article JOIN role r ON r.article = b.article AND r.n = b.fact
  JOIN article_entity l ON l.article = r.article AND l.n = r.entity JOIN entity e ON e.id = l.entity
  LEFT JOIN claim c ON c.article = r.article AND c.n = r.claim
WHERE b.view = 'roles';

-- What a claim says.
CREATE VIEW statements AS
SELECT
  b.key AS block_key,           -- predicate class and two anchors
  a.name AS article,
  c.ref AS claim,
  c.type AS type,
  c.zone AS zone,
  c.act AS act,
  c.modality AS modality,
  s.polarity AS polarity,       -- -1: denied or negated; 1: not
  s.predicate AS predicate,     -- class of its main verb
  s.anchors AS anchors,         -- JSON array, rarest first
  c.speaker AS speaker,         -- NULL: nobody is named
  c.speaker_kind AS speaker_kind,
  coalesce(e.stands_for, e.id) AS entity,  -- NULL: none
  a.outlet AS outlet,           -- NULL: not known
  a.published AS published,     -- EDTF; NULL: not known
  c.said AS said,               -- EDTF; NULL: not known
  c.text AS text,
  c.span_begin AS span_begin,
  c.span_end AS span_end
FROM block b JOIN article a ON a.id = b.article JOIN statement s ON s.article = b.article AND s.n = b.fact
  JOIN claim c ON c.article = s.article AND c.n = s.claim
  LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity
WHERE b.view = 'statements';

-- Quoted words.
CREATE VIEW quotes AS
SELECT
  b.key AS block_key,           -- shingle of rare words
  a.name AS article,
  c.ref AS claim,
  c.speaker AS speaker,         -- NULL: nobody is named
  c.speaker_kind AS speaker_kind,
  coalesce(e.stands_for, e.id) AS entity,  -- NULL: none
  a.outlet AS outlet,           -- NULL: not known
  c.said AS said,               -- EDTF; NULL: not known
  q.text AS text,               -- without the marks
  q.span_begin AS span_begin,
  q.span_end AS span_end
FROM block b JOIN article a ON a.id = b.article JOIN quote q ON q.article = b.article AND q.n = b.fact
  JOIN claim c ON c.article = q.article AND c.n = q.claim
  LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity
WHERE b.view = 'quotes';

-- The texts of one origin: copies, texts derived from them, and the text they come from. Texts that share nothing with
-- another are left out.
CREATE VIEW origins AS
SELECT
  b.key AS block_key,           -- the article that all of them come from
  a.name AS article,
  a.title AS title,             -- NULL: the text has none
  a.outlet AS outlet,           -- NULL: not known
  a.published AS published,     -- EDTF; NULL: not known
  nullif(a.agency, '') AS agency,  -- of the dateline; NULL: none
  (SELECT e.name FROM derivation d JOIN article e ON e.id = d.earlier WHERE d.article = a.id
     ORDER BY d.share DESC, e.name LIMIT 1) AS earlier,  -- the article it takes most from; NULL: none
  (SELECT max(d.share) FROM derivation d WHERE d.article = a.id) AS share,  -- 0.3 to 1: how much; NULL with it
  (SELECT min(c.span_begin) FROM claim c WHERE c.article = a.id AND c.zone = 'body') AS span_begin,  -- first claim
  (SELECT c.span_end FROM claim c WHERE c.article = a.id AND c.zone = 'body' ORDER BY c.span_begin LIMIT 1) AS span_end
FROM block b JOIN article a ON a.id = b.article
WHERE b.view = 'origins';

-- Another outlet as the one a statement comes from; so is any body that speaks, which may be one.
CREATE VIEW citations AS
SELECT
  b.key AS block_key,           -- both outlets and an anchor of the statement
  a.name AS article,
  c.ref AS claim,
  a.outlet AS outlet,           -- that cites
  q.outlet AS cites,            -- as named
  a.published AS published,     -- EDTF; NULL: not known
  c.text AS text,
  c.span_begin AS span_begin,
  c.span_end AS span_end
FROM block b JOIN article a ON a.id = b.article JOIN citation q ON q.article = b.article AND q.n = b.fact
  JOIN claim c ON c.article = q.article AND c.n = q.claim
WHERE b.view = 'citations';

-- The same facts, an article at a time: each row once, its block that of its article. Columns as in the view without
-- the prefix.

CREATE VIEW article_mentions AS
SELECT
  b.key AS block_key, a.name AS article, c.ref AS claim, coalesce(e.stands_for, e.id) AS entity, m.text AS name,
  m.form, l.kind, nullif(m.role, '') AS role, m.span_begin, m.span_end
FROM block b JOIN article a ON a.id = b.article JOIN mention m ON m.article = b.article AND m.name IS NOT NULL
  JOIN article_entity l ON l.article = m.article AND l.n = m.entity JOIN entity e ON e.id = l.entity
  LEFT JOIN claim c ON c.article = m.article AND c.n = m.claim
    AND (c.article, c.n) NOT IN not_a_claim
WHERE b.view = 'articles';

CREATE VIEW article_names AS
SELECT
  b.key AS block_key, a.name AS article, coalesce(e.stands_for, e.id) AS entity, n.name, n.form, l.kind,
  nullif(n.role, '') AS role, n.mentions, c.ref AS claim, n.span_begin, n.span_end, n.last_begin, n.last_end
FROM block b JOIN article a ON a.id = b.article JOIN name n ON n.article = b.article
  JOIN article_entity l ON l.article = n.article AND l.n = n.entity JOIN entity e ON e.id = l.entity
  LEFT JOIN claim c ON c.article = n.article AND c.n = n.claim
    AND (c.article, c.n) NOT IN not_a_claim
WHERE b.view = 'articles';

CREATE VIEW article_quantities AS
SELECT
  b.key AS block_key, a.name AS article, c.ref AS claim, coalesce(c.zone, 'body') AS zone, c.type, a.outlet,
  a.published, coalesce(c.speaker, a.outlet) AS speaker, q.low, q.high, q.unit, q.modifier, q.rate, q.ordinal,
  q.noun, q.noun_class, q.topic, q.event, q.anchors, nullif(q.scope, '') AS scope, nullif(q.as_of, '') AS as_of,
  q.text, q.span_begin, q.span_end
FROM block b JOIN article a ON a.id = b.article JOIN quantity q ON q.article = b.article
  LEFT JOIN claim c ON c.article = q.article AND c.n = q.claim
WHERE b.view = 'articles'
  AND (q.article, coalesce(q.claim, -1)) NOT IN not_a_claim;

CREATE VIEW article_times AS
SELECT
  b.key AS block_key, a.name AS article, c.ref AS claim, coalesce(c.zone, 'body') AS zone, t.predicate, t.event,
  nullif(t.edtf, '') AS edtf, t.first_day, t.last_day, t.weekday_misfit, t.needs_anchor, t.text, t.span_begin,
  t.span_end, a.published
FROM block b JOIN article a ON a.id = b.article JOIN time t ON t.article = b.article
  LEFT JOIN claim c ON c.article = t.article AND c.n = t.claim
WHERE b.view = 'articles'
  AND (t.article, coalesce(t.claim, -1)) NOT IN not_a_claim;

CREATE VIEW article_statements AS
SELECT
  b.key AS block_key, a.name AS article, c.ref AS claim, c.type, c.zone, c.act, c.modality, s.polarity,
  s.predicate, s.anchors, c.speaker, c.speaker_kind, coalesce(e.stands_for, e.id) AS entity, a.outlet,
  a.published, c.said, c.text, c.span_begin, c.span_end
FROM block b JOIN article a ON a.id = b.article JOIN statement s ON s.article = b.article
  JOIN claim c ON c.article = s.article AND c.n = s.claim
  LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity
WHERE b.view = 'articles'
  AND (c.article, c.n) NOT IN not_a_claim;

CREATE VIEW article_quotes AS
SELECT
  b.key AS block_key, a.name AS article, c.ref AS claim, c.speaker, c.speaker_kind, coalesce(e.stands_for, e.id)
  AS entity, a.outlet, c.said, q.text, q.span_begin, q.span_end
FROM block b JOIN article a ON a.id = b.article JOIN quote q ON q.article = b.article
  JOIN claim c ON c.article = q.article AND c.n = q.claim
  LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity
WHERE b.view = 'articles'
  AND (c.article, c.n) NOT IN not_a_claim;

-- A figure that its sentence gives as part of another.
CREATE VIEW article_parts AS
SELECT
  b.key AS block_key,
  a.name AS article,
  c.ref AS claim,               -- NULL: outside every claim
  w.low AS whole_low,
  w.high AS whole_high,
  w.text AS whole_text,
  w.noun AS whole_noun,         -- '' for none
  w.span_begin AS whole_begin,
  w.span_end AS whole_end,
  q.low AS low,
  q.high AS high,
  q.text AS text,
  q.noun AS noun,               -- '' for none
  p.complete AS complete,       -- 1: all parts of the whole are said to be there
  q.span_begin AS span_begin,
  q.span_end AS span_end
FROM block b JOIN article a ON a.id = b.article JOIN part p ON p.article = b.article
  JOIN quantity w ON w.article = p.article AND w.n = p.whole JOIN quantity q ON q.article = p.article AND q.n = p.part
  LEFT JOIN claim c ON c.article = q.article AND c.n = q.claim
WHERE b.view = 'articles'
  AND (q.article, coalesce(q.claim, -1)) NOT IN not_a_claim;

-- A sentence of headline, standfirst or bullet, whether or not it is a claim.
CREATE VIEW article_summaries AS
SELECT
  b.key AS block_key,
  a.name AS article,
  c.ref AS claim,               -- NULL: none
  m.zone AS zone,               -- headline standfirst bullet
  c.speaker AS speaker,         -- of the claim; NULL with it
  c.speaker_kind AS speaker_kind,
  coalesce(e.stands_for, e.id) AS entity,
  c.modality AS modality,       -- of the claim; NULL with it
  m.text AS text,
  m.span_begin AS span_begin,
  m.span_end AS span_end
FROM block b JOIN article a ON a.id = b.article JOIN summary m ON m.article = b.article
  LEFT JOIN claim c ON c.article = m.article AND c.n = m.claim
  LEFT JOIN article_entity l ON l.article = c.article AND l.n = c.entity LEFT JOIN entity e ON e.id = l.entity
WHERE b.view = 'articles'
  AND (m.article, coalesce(m.claim, -1)) NOT IN not_a_claim;

-- hearsay-rule: 1
-- id: single-anonymous-source
-- version: 4
-- title: Rests on unnamed sources
-- kind: sourcing
-- severity: high
-- why: What one unnamed voice says cannot be checked, nor can anybody be held to it.
-- quiet when: named people or documents carry most of the statements; the unnamed voice adds colour to what others confirm
-- block: block_key
-- needs: claims, articles, article_mentions
-- param: share REAL 0.4 "least part of the attributed statements that unnamed voices make"
-- param: voices INTEGER 3 "with more unnamed voices than this the story does not rest on one"
-- param: close INTEGER 3 "content words a named speaker's statement shares with what the unnamed voices say, to speak of the same thing"
-- param: leading REAL 0.6 "part of the attributed statements one unnamed voice makes for the story to be its own"
-- message: {anonymous} of {attributed} attributed statements come from unnamed voices ({who}); {confirmed}
-- test: single-anonymous-source
WITH spoken AS (
  SELECT *, coalesce(entity, speaker) AS voice,
         -- who speaks for somebody can be asked
         speaker_kind IN ('person', 'organization', 'government') OR has_word(speaker, 'spokesman spokeswoman spokesperson') AS is_named,
         speaker_kind = 'anonymous' AND NOT has_word(speaker, 'spokesman spokeswoman spokesperson') AS is_unnamed
  FROM claims
  WHERE type <> 'assertion' AND zone <> 'furniture' AND act = 'speech' AND speaker <> 'unspecified'
),
leading AS (
  SELECT block_key, article, max(statements) AS statements
  FROM (SELECT block_key, article, voice, count(*) AS statements FROM spoken WHERE is_unnamed GROUP BY block_key, article, voice)
  GROUP BY block_key, article
),
unnamed AS (
  SELECT block_key, article, group_concat(who, ', ') AS who
  FROM (SELECT DISTINCT block_key, article, iif(speaker LIKE 'anonymous: %', substr(speaker, 12), speaker) AS who
        FROM spoken WHERE is_unnamed)
  GROUP BY block_key, article
),
counted AS (
  SELECT block_key, article,
         count(*) AS attributed,
         sum(is_unnamed) AS anonymous,
         count(DISTINCT CASE WHEN is_unnamed THEN voice END) AS voices,
         count(DISTINCT CASE WHEN is_named THEN voice END) AS named,
         group_concat(CASE WHEN is_unnamed THEN text END, ' ') AS told,
         places(CASE WHEN is_unnamed THEN article END, claim, span_begin, span_end, span_begin) AS evidence
  FROM spoken
  GROUP BY block_key, article
),
judged AS (
  SELECT *,
         (SELECT count(*) FROM spoken AS s
          WHERE s.block_key = counted.block_key AND s.is_named AND shared_words(s.text, counted.told) >= :close) AS confirming
  FROM counted
  WHERE anonymous > 0 AND voices <= :voices AND anonymous >= :share * attributed AND (anonymous > 1 OR named = 0)
)
SELECT
  c.block_key AS block,
  'unnamed sources of ' || coalesce(a.url, a.title, a.article) AS subject,
  c.evidence AS claim_a,
  by_turns((SELECT places(m.article, m.claim, m.span_begin, m.span_end, m.span_begin) FROM article_mentions AS m
            WHERE m.block_key = c.block_key AND m.article = c.article AND m.kind = 'anonymous'), c.evidence) AS evidence,
  CASE WHEN c.confirming = 0 AND l.statements >= :leading * c.attributed THEN 'high' ELSE 'medium' END AS severity,
  c.anonymous, c.attributed, u.who,
  CASE
    WHEN c.named = 0 THEN 'nobody named is cited'
    WHEN c.confirming = 0 THEN 'no named speaker speaks of the same thing'
    ELSE iif(c.confirming = 1, 'one named speaker''s statement speaks', c.confirming || ' statements of named speakers speak') || ' of the same thing'
  END AS confirmed
FROM judged AS c
JOIN leading AS l ON l.block_key = c.block_key AND l.article = c.article
JOIN unnamed AS u ON u.block_key = c.block_key AND u.article = c.article
JOIN articles AS a ON a.block_key = c.block_key AND a.article = c.article

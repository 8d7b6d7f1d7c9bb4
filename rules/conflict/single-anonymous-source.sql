-- hearsay-rule: 1
-- id: single-anonymous-source
-- version: 1
-- title: Rests on unnamed sources
-- kind: sourcing
-- severity: high
-- why: What one unnamed voice says cannot be checked, nor can anybody be held to it.
-- quiet when: named people or documents carry most of the statements; the unnamed voice adds colour to what others confirm
-- block: block_key
-- needs: claims, articles
-- param: share REAL 0.4 "least part of the attributed statements that unnamed voices make"
-- param: voices INTEGER 3 "with more unnamed voices than this the story does not rest on one"
-- message: {anonymous} of {attributed} attributed statements come from unnamed voices ({who}); named speakers: {named}
-- test: single-anonymous-source
WITH counted AS (
  SELECT block_key, article,
         count(*) AS attributed,
         sum(speaker_kind = 'anonymous') AS anonymous,
         count(DISTINCT CASE WHEN speaker_kind = 'anonymous' THEN coalesce(entity, speaker) END) AS voices,
         count(DISTINCT CASE WHEN speaker_kind IN ('person', 'organization', 'government') THEN coalesce(entity, speaker) END) AS named,
         group_concat(DISTINCT CASE WHEN speaker_kind = 'anonymous' THEN speaker END) AS who,
         places(CASE WHEN speaker_kind = 'anonymous' THEN article END, claim, span_begin, span_end, span_begin) AS evidence,
         min(CASE WHEN speaker_kind = 'anonymous' THEN span_begin END) AS first_begin
  FROM claims
  WHERE type <> 'assertion' AND zone <> 'furniture' AND act = 'speech' AND speaker <> 'unspecified'
  GROUP BY block_key, article
)
SELECT
  c.block_key AS block,
  'unnamed sources of ' || coalesce(a.url, a.title, a.article) AS subject,
  c.evidence AS claim_a,
  c.evidence,
  CASE WHEN c.voices = 1 AND c.anonymous * 2 >= c.attributed THEN 'high' ELSE 'medium' END AS severity,
  c.anonymous, c.attributed, c.named, c.who
FROM counted AS c
JOIN articles AS a ON a.block_key = c.block_key AND a.article = c.article
WHERE c.anonymous > 0 AND c.voices <= :voices AND c.anonymous >= :share * c.attributed

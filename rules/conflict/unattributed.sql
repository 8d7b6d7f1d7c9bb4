-- hearsay-rule: 1
-- id: unattributed
-- version: 2
-- title: Stated without a source
-- kind: sourcing
-- severity: medium
-- why: Nobody is named who saw it or said it, so that nobody can be asked.
-- quiet when: somebody cited in the article speaks of the same thing; named people carry the article; nothing happens in the statement
--   that could be checked; it stands in a headline or a caption
-- block: block_key
-- needs: claims, articles, article_statements
-- param: shared INTEGER 3 "content words shared with a cited statement, from which on that one is the source"
-- param: share REAL 0.6 "least part of the body's statements that name no source, where somebody is named for others"
-- message: {statements} in "{title}" name no source, among them: {first}
-- test: unattributed
WITH body AS (
  SELECT c.block_key, c.article, c.claim, c.text, c.span_begin, c.span_end, c.type, c.figures, c.times,
         c.type <> 'assertion' AND c.speaker IS NOT 'unspecified' AS cited,
         c.figures + c.times > 0 OR s.predicate <> '' AS checkable
  FROM claims AS c
  LEFT JOIN article_statements AS s ON s.block_key = c.block_key AND s.article = c.article AND s.claim = c.claim
  WHERE c.zone = 'body'
),
bare AS (
  SELECT *, row_number() OVER (PARTITION BY block_key, article
                               ORDER BY type = 'assertion', (figures > 0) + (times > 0) DESC, span_begin) AS place
  FROM body AS b
  WHERE NOT cited AND (checkable OR type <> 'assertion')
    AND NOT EXISTS (SELECT 1 FROM body AS c
                    WHERE c.block_key = b.block_key AND c.cited AND shared_words(b.text, c.text) >= :shared)
),
sizes AS (
  SELECT block_key, article, count(*) AS statements FROM body GROUP BY block_key, article
)
SELECT
  b.block_key AS block,
  'statements without a source in ' || coalesce(a.url, a.title, a.article) AS subject,
  places(b.article, b.claim, NULL, NULL, b.place) AS claim_a,
  places(b.article, b.claim, b.span_begin, b.span_end, b.place) AS evidence,
  CASE WHEN a.named_speakers = 0 THEN 'medium' ELSE 'low' END AS severity,
  iif(count(*) = 1, 'One statement', count(*) || ' statements') AS statements,
  coalesce(a.title, a.article) AS title,
  max(b.text) FILTER (WHERE b.place = 1) AS first
FROM bare AS b
JOIN articles AS a ON a.block_key = b.block_key AND a.article = b.article
JOIN sizes AS s ON s.block_key = b.block_key AND s.article = b.article
GROUP BY b.block_key, b.article
HAVING a.named_speakers = 0 OR max(b.type) <> 'assertion' OR (count(*) >= 3 AND count(*) >= :share * s.statements)

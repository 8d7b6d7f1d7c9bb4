-- hearsay-rule: 1
-- id: unattributed
-- version: 1
-- title: Stated without a source
-- kind: sourcing
-- severity: medium
-- why: Nobody is named who saw it or said it, so that nobody can be asked.
-- quiet when: the sentence, or one beside it, says who holds it; it is what everybody can see
-- block: block_key
-- needs: claims, articles
-- message: {statements} statements in "{title}" name no source: {first}
-- test: unattributed
WITH bare AS (
  SELECT block_key, article, claim, text, span_begin, span_end,
         CASE WHEN type <> 'assertion' THEN 0 WHEN figures > 0 AND times > 0 THEN 1 WHEN figures > 0 OR times > 0 THEN 2 ELSE 3 END AS rank
  FROM claims
  WHERE zone = 'body' AND (type = 'assertion' OR speaker = 'unspecified')
)
SELECT
  b.block_key AS block,
  'statements without a source in ' || coalesce(a.url, a.title, a.article) AS subject,
  places(b.article, b.claim, b.span_begin, b.span_end, b.rank) AS claim_a,
  places(b.article, b.claim, b.span_begin, b.span_end, b.rank) AS evidence,
  count(*) AS statements,
  coalesce(a.title, a.article) AS title,
  min(b.text) AS first
FROM bare AS b
JOIN articles AS a ON a.block_key = b.block_key AND a.article = b.article
GROUP BY b.block_key, b.article

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
-- message: {statements} statements in "{title}" name no source, among them: {first}
-- test: unattributed
WITH bare AS (
  SELECT block_key, article, claim, text, span_begin, span_end,
         row_number() OVER (PARTITION BY block_key, article
                            ORDER BY type = 'assertion', (figures > 0) + (times > 0) DESC, span_begin) AS place
  FROM claims
  WHERE zone = 'body' AND (type = 'assertion' OR speaker = 'unspecified')
)
SELECT
  b.block_key AS block,
  'statements without a source in ' || coalesce(a.url, a.title, a.article) AS subject,
  places(b.article, b.claim, NULL, NULL, b.place) AS claim_a,
  places(b.article, b.claim, b.span_begin, b.span_end, b.place) AS evidence,
  count(*) AS statements,
  coalesce(a.title, a.article) AS title,
  max(b.text) FILTER (WHERE b.place = 1) AS first
FROM bare AS b
JOIN articles AS a ON a.block_key = b.block_key AND a.article = b.article
GROUP BY b.block_key, b.article

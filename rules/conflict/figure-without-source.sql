-- hearsay-rule: 1
-- id: figure-without-source
-- version: 1
-- title: A figure without a source
-- kind: sourcing
-- severity: medium
-- why: A count or a sum that nobody is named for travels from text to text and cannot be checked.
-- quiet when: somebody is cited for it; it is a rank, an age, a span of time, a small number anybody can count
-- block: block_key
-- needs: articles, article_quantities
-- param: least REAL 20 "smaller counts are let pass"
-- message: {figures} figures without a source, among them: {first}
-- test: figure-without-source
WITH bare AS (
  SELECT *, row_number() OVER (PARTITION BY block_key, article ORDER BY coalesce(low, high) DESC, span_begin) AS place
  FROM article_quantities
  WHERE coalesce(type, 'assertion') = 'assertion' AND zone = 'body' AND NOT ordinal
    AND unit NOT IN ('year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'times')
    AND (coalesce(low, high) >= :least OR unit IN ('%', 'share'))
)
SELECT
  q.block_key AS block,
  'figures without a source in ' || coalesce(a.url, a.title, a.article) AS subject,
  places(q.article, q.claim, NULL, NULL, q.place) AS claim_a,
  places(q.article, q.claim, q.span_begin, q.span_end, q.place) AS evidence,
  count(*) AS figures,
  max(q.text || ' ' || q.noun) FILTER (WHERE q.place = 1) AS first
FROM bare AS q
JOIN articles AS a ON a.block_key = q.block_key AND a.article = q.article
GROUP BY q.block_key, q.article

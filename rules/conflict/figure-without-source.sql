-- hearsay-rule: 1
-- id: figure-without-source
-- version: 1
-- title: A figure without a source
-- kind: sourcing
-- severity: medium
-- why: A count or a sum that nobody is named for travels from text to text and cannot be checked.
-- quiet when: somebody is cited for it; it is a rank, an age, a span of time, a small number anybody can count
-- block: block_key
-- needs: article_quantities
-- param: least REAL 20 "smaller counts are let pass"
-- message: {figures} figures have no source: {first}
-- test: figure-without-source
SELECT
  block_key AS block,
  'figures without a source: ' || group_concat(DISTINCT text) AS subject,
  places(article, claim, span_begin, span_end, -coalesce(low, high)) AS claim_a,
  places(article, claim, span_begin, span_end, -coalesce(low, high)) AS evidence,
  count(*) AS figures,
  min(text || ' ' || noun) AS first
FROM article_quantities
WHERE coalesce(type, 'assertion') = 'assertion' AND zone = 'body' AND NOT ordinal
  AND unit NOT IN ('year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'times', 'GB', 'km', 'mile', 'm')
  AND (coalesce(low, high) >= :least OR unit IN ('%', 'share'))
GROUP BY block_key, article

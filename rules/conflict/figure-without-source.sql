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
-- message: {figures} figures have no source: {first}
-- test: figure-without-source
SELECT
  q.block_key AS block,
  'figures without a source in ' || coalesce(a.url, a.title, a.article) AS subject,
  places(q.article, q.claim, NULL, NULL, -coalesce(q.low, q.high)) AS claim_a,
  places(q.article, q.claim, q.span_begin, q.span_end, -coalesce(q.low, q.high)) AS evidence,
  count(*) AS figures,
  min(q.text || ' ' || q.noun) AS first
FROM articles AS a
JOIN article_quantities AS q ON q.block_key = a.block_key AND q.article = a.article
WHERE coalesce(q.type, 'assertion') = 'assertion' AND q.zone = 'body' AND NOT q.ordinal
  AND q.unit NOT IN ('year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'times', 'GB', 'km', 'mile', 'm')
  AND (coalesce(q.low, q.high) >= :least OR q.unit IN ('%', 'share'))
GROUP BY q.block_key, q.article

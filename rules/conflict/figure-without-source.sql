-- hearsay-rule: 1
-- id: figure-without-source
-- version: 3
-- title: A figure without a source
-- kind: sourcing
-- severity: medium
-- why: A count or a sum that nobody is named for travels from text to text and cannot be checked.
-- quiet when: somebody is cited for it, there or elsewhere in the article; nobody knows what is counted; it is a rank, an age, a span of time, a
--   small number anybody can count, a number no person has written (an address, an id); a poll, a study or records are named for it
-- block: block_key
-- needs: articles, article_quantities, claims
-- param: least REAL 20 "smaller counts are let pass"
-- param: large REAL 1000 "nobody can count so many; below, and where it is no share, severity is low"
-- param: sources TEXT "poll polls polling survey surveys study studies census data statistics report reports records filing filings estimate estimates" "what a figure may
--   come from: named beside it, or, for a share, anywhere in the article"
-- message: {figures} without a source: {first}
-- test: figure-without-source
WITH bare AS (
  SELECT *, row_number() OVER (PARTITION BY block_key, article ORDER BY coalesce(low, high) DESC, span_begin) AS place
  FROM article_quantities
  WHERE coalesce(type, 'assertion') = 'assertion' AND zone = 'body' AND NOT ordinal
    AND unit NOT IN ('year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'times')
    AND unit || noun <> ''
    AND text NOT GLOB '*[0-9][0-9][0-9][0-9][0-9][0-9][0-9]*'
    AND (coalesce(low, high) >= :least OR unit IN ('%', 'share'))
    -- nobody is cited for this figure anywhere in the article
    AND NOT EXISTS (SELECT 1 FROM article_quantities AS c
                    WHERE c.block_key = article_quantities.block_key AND c.type <> 'assertion'
                      AND c.low IS article_quantities.low AND c.high IS article_quantities.high)
    AND NOT EXISTS (SELECT 1 FROM claims AS c
                    WHERE c.block_key = article_quantities.block_key AND c.article = article_quantities.article
                      AND (c.claim = article_quantities.claim OR unit IN ('%', 'share')) AND has_word(c.text, :sources))
)
SELECT
  q.block_key AS block,
  'figures without a source in ' || coalesce(a.url, a.title, a.article) AS subject,
  places(q.article, q.claim, NULL, NULL, q.place) AS claim_a,
  places(q.article, q.claim, q.span_begin, q.span_end, q.place) AS evidence,
  CASE WHEN max(coalesce(q.low, q.high)) >= :large OR max(q.unit IN ('%', 'share')) THEN 'medium' ELSE 'low' END AS severity,
  iif(count(*) = 1, 'One figure', count(*) || ' figures') AS figures,
  max(rtrim(q.text || ' ' || q.noun)) FILTER (WHERE q.place = 1) AS first
FROM bare AS q
JOIN articles AS a ON a.block_key = q.block_key AND a.article = q.article
GROUP BY q.block_key, q.article

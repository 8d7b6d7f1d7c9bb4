-- hearsay-rule: 1
-- id: circular-citing
-- version: 1
-- title: Two outlets that cite each other
-- kind: sourcing
-- severity: high
-- why: Each gives the other as its source, so that nobody is left who knows it.
-- quiet when: they cite each other for different things; only one cites the other; a third is cited for it as well
-- block: block_key
-- needs: citations
-- param: shared INTEGER 2 "content words both statements share at least"
-- message: {outlet_a} cites {outlet_b} for "{told_a}", and {outlet_b} cites {outlet_a} for "{told_b}"
-- test: circular-citing
WITH pairs AS (
  SELECT a.block_key, a.outlet AS outlet_a, b.outlet AS outlet_b, a.text AS told_a, b.text AS told_b,
         a.article AS article_a, a.claim AS claim_a, a.span_begin AS begin_a, a.span_end AS end_a,
         b.article AS article_b, b.claim AS claim_b, b.span_begin AS begin_b, b.span_end AS end_b,
         row_number() OVER (PARTITION BY a.block_key, fold(a.outlet), fold(b.outlet)
                            ORDER BY shared_words(a.text, b.text) DESC, a.article, b.article, a.span_begin, b.span_begin) AS place
  FROM citations AS a
  JOIN citations AS b ON b.block_key = a.block_key AND b.article <> a.article
  WHERE outlet_key(a.outlet) < outlet_key(b.outlet) AND outlet_key(a.cites) = outlet_key(b.outlet) AND outlet_key(b.cites) = outlet_key(a.outlet)
    AND shared_words(a.text, b.text) >= :shared
)
SELECT
  block_key AS block,
  'cite each other: ' || outlet_key(outlet_a) || ' / ' || outlet_key(outlet_b) || ': ' || min(fold(told_a), fold(told_b)) AS subject,
  place(article_a, claim_a, NULL, NULL) AS claim_a,
  place(article_b, claim_b, NULL, NULL) AS claim_b,
  by_turns(place(article_a, claim_a, begin_a, end_a), place(article_b, claim_b, begin_b, end_b)) AS evidence,
  outlet_a, outlet_b, told_a, told_b
FROM pairs
WHERE place = 1

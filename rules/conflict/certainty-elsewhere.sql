-- hearsay-rule: 1
-- id: certainty-elsewhere
-- version: 2
-- title: A guess here, a fact there
-- kind: certainty
-- severity: medium
-- why: A hedge that one article keeps and another drops turns a guess into a fact on the way.
-- quiet when: the two speak of different things; the hedge is a condition ("if ..."); the sure one names who says so; the sure one came out a day or more later, when it may be known
-- block: block_key
-- needs: statement_groups
-- param: most INTEGER 100 "a block with more different statements than this speaks of no single thing"
-- param: least INTEGER 3 "content words that both share at least"
-- param: likeness REAL 0.6 "part of the shorter statement's content words that both share at least"
-- param: days INTEGER 3 "a fact told later than this may have been confirmed"
-- message: stated in {article_a}: {stated}. Hedged in {article_b}: {hedged}
-- test: certainty-elsewhere
WITH pairs AS (
  SELECT f.block_key, f.article AS article_a, f.claim AS fact, f.text AS stated, f.span_begin AS fact_begin, f.span_end AS fact_end,
         h.article AS article_b, h.claim AS hedge, h.text AS hedged, h.span_begin AS hedge_begin, h.span_end AS hedge_end,
         likeness(h.text, f.text) AS likeness,
         row_number() OVER (PARTITION BY f.block_key, f.article, f.claim ORDER BY shared_words(h.text, f.text) DESC, h.article, h.span_begin) AS place
  FROM statement_groups AS f
  JOIN statement_groups AS h ON h.block_key = f.block_key AND h.article <> f.article
  WHERE f.groups <= :most AND (f.fresh OR h.fresh) AND f.zone NOT IN ('furniture', 'caption', 'subhead') AND h.zone NOT IN ('furniture', 'caption', 'subhead')
    AND f.type = 'assertion' AND f.modality = 'asserted' AND f.polarity = h.polarity
    AND h.modality IN ('possible', 'conditional') AND h.text NOT LIKE 'if %' AND h.text NOT LIKE 'whether %'
    AND statements_answer(f.text, f.published, h.text, h.published) <> 'unrelated'
    AND NOT has_word(f.text, 'if may might could would allegedly reportedly supposedly unconfirmed')
    AND coalesce(first_day(f.published) - last_day(h.published) <= :days, 1)
    AND shared_words(h.text, f.text) >= :least AND likeness(h.text, f.text) >= :likeness
)
SELECT
  block_key AS block,
  'certainty of: ' || stated AS subject,
  place(article_a, fact, NULL, NULL) AS claim_a,
  place(article_b, hedge, NULL, NULL) AS claim_b,
  by_turns(place(article_a, fact, fact_begin, fact_end), place(article_b, hedge, hedge_begin, hedge_end)) AS evidence,
  likeness AS score,
  article_a, stated, article_b, hedged
FROM pairs
WHERE place = 1

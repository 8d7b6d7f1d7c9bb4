-- hearsay-rule: 1
-- id: certainty
-- version: 3
-- title: Stated as fact here, as a guess there
-- kind: certainty
-- severity: medium
-- why: A hedge that is dropped turns a guess into a fact; one that comes later takes back what the reader already believes.
-- quiet when: the two speak of different things, or of a condition only what follows from it is told; the hedge is the other speaker's own; a plan or a demand is announced
-- block: block_key
-- needs: claims
-- param: least INTEGER 4 "content words that both statements share at least"
-- param: likeness REAL 0.5 "part of the shorter statement's content words that both share at least"
-- message: stated: {stated}. Hedged: {hedged}
-- test: certainty
WITH hedges AS (
  -- of a condition, what it makes one: "If the data are real, ..."
  SELECT *, iif(text LIKE 'if %,%', substr(text, 1, instr(text, ',')), text) AS guess FROM claims
  WHERE zone NOT IN ('furniture', 'caption', 'subhead')
    AND (modality IN ('possible', 'conditional') OR has_word(text, 'speculated speculation allegedly reportedly supposedly unconfirmed'))
),
facts AS (
  SELECT * FROM claims
  WHERE zone NOT IN ('furniture', 'caption', 'subhead') AND type = 'assertion' AND modality = 'asserted'
    AND NOT has_word(text, 'speculated speculation allegedly reportedly supposedly unconfirmed if may might could')
),
pairs AS (
  SELECT h.block_key, h.article, h.claim AS hedge, h.text AS hedged, h.span_begin AS hedge_begin, h.span_end AS hedge_end,
         f.claim AS fact, f.text AS stated, f.span_begin AS fact_begin, f.span_end AS fact_end,
         likeness(h.text, f.text) AS likeness,
         row_number() OVER (PARTITION BY h.block_key, h.claim ORDER BY shared_words(h.text, f.text) DESC, f.span_begin) AS place
  FROM hedges AS h
  JOIN facts AS f ON f.block_key = h.block_key AND f.claim <> h.claim
  WHERE shared_words(h.guess, f.text) >= :least AND likeness(h.guess, f.text) >= :likeness
    AND statements_answer(h.text, NULL, f.text, NULL) <> 'unrelated'
)
SELECT
  block_key AS block,
  'certainty of: ' || stated AS subject,
  place(article, fact, NULL, NULL) AS claim_a,
  places(article, hedge, NULL, NULL, hedge_begin) AS claim_b,
  by_turns(place(article, fact, fact_begin, fact_end), places(article, hedge, hedge_begin, hedge_end, -likeness)) AS evidence,
  max(likeness) AS score,
  stated,
  min(hedged) AS hedged
FROM pairs
WHERE place = 1
GROUP BY block_key, article, fact

-- hearsay-rule: 1
-- id: quote
-- version: 3
-- title: Quoted words that differ
-- kind: quote
-- severity: medium
-- why: What stands between quotation marks was said so or it was not; of two wordings one is not what was said.
-- quiet when: one quotation leaves words out of the other; only case, marks or accents differ; the speakers are two; they spoke twice
-- block: block_key
-- needs: quote_groups
-- param: likeness REAL 0.6 "part of the shorter quotation's content words that both share at least"
-- param: least INTEGER 3 "content words that both share at least"
-- param: wording REAL 0.6 "part of the words, small ones too, that short quotations share at least in the same order"
-- param: short INTEGER 72 "quotations of no more letters than this are compared word by word"
-- param: most INTEGER 100 "a block with more different quotations than this speaks of no single thing"
-- message: {speaker}, in {article_a} | in {article_b}: "{marked}"
-- test: quote
WITH quoted AS MATERIALIZED (
  SELECT block_key, fresh, article, claim, speaker, speaker_kind, entity, text, span_begin, span_end
  FROM quote_groups
  WHERE groups <= :most AND speaker_kind <> 'outlet'
),
pairs AS (
  SELECT a.block_key, a.article AS article_a, b.article AS article_b, a.speaker, a.text AS words_a, b.text AS words_b,
         a.claim AS claim_a, b.claim AS claim_b, a.span_begin AS begin_a, a.span_end AS end_a, b.span_begin AS begin_b, b.span_end AS end_b,
         row_number() OVER (PARTITION BY a.block_key, fold(a.speaker) ORDER BY a.article, b.article, a.span_begin, b.span_begin) AS place
  FROM quoted AS a
  JOIN quoted AS b ON b.block_key = a.block_key AND b.article > a.article
  WHERE (a.fresh OR b.fresh)
    AND ((shared_words(a.text, b.text) >= :least AND likeness(a.text, b.text) >= :likeness)
         OR (length(a.text) <= :short AND length(b.text) <= :short AND same_wording(a.text, b.text) >= :wording
             AND a.text LIKE '% % % %' AND b.text LIKE '% % % %'))
    AND (b.entity = a.entity OR name_answer(a.speaker, b.speaker) <> 'different')
    -- each has words that the other lacks: more than a cut; "until" for "including" is one too
    AND ((words_only_in(a.text, b.text) <> '' AND words_only_in(b.text, a.text) <> '')
         OR (same_wording(a.text, b.text) >= :wording AND exchanged_words(a.text, b.text) <> ''))
)
SELECT
  block_key AS block,
  'wording of ' || speaker || ': ' || fold(words_a) AS subject,
  place(article_a, claim_a, NULL, NULL) AS claim_a,
  place(article_b, claim_b, NULL, NULL) AS claim_b,
  by_turns(place(article_a, claim_a, begin_a, end_a), place(article_b, claim_b, begin_b, end_b)) AS evidence,
  likeness(words_a, words_b) AS score,
  speaker, article_a, article_b,
  marked(words_a, words_b) AS marked
FROM pairs
WHERE place = 1

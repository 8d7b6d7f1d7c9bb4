-- hearsay-rule: 1
-- id: quote
-- version: 1
-- title: Quoted words that differ
-- kind: quote
-- severity: medium
-- why: What stands between quotation marks was said so or it was not; of two wordings one is not what was said.
-- quiet when: one quotation leaves words out of the other; only case, marks or accents differ; the speakers are two; they spoke twice
-- block: block_key
-- needs: quotes
-- param: likeness REAL 0.6 "part of the shorter quotation's content words that both share at least"
-- param: least INTEGER 3 "content words that both share at least"
-- message: {speaker}: "{words_a}" ({article_a}), but "{words_b}" ({article_b}); only in the first: {only_a}; only in the second: {only_b}
-- test: quote
WITH pairs AS (
  SELECT a.block_key, a.article AS article_a, b.article AS article_b, a.speaker, a.text AS words_a, b.text AS words_b,
         a.claim AS claim_a, b.claim AS claim_b, a.span_begin AS begin_a, a.span_end AS end_a, b.span_begin AS begin_b, b.span_end AS end_b,
         row_number() OVER (PARTITION BY a.block_key, a.entity ORDER BY a.article, b.article, a.span_begin, b.span_begin) AS place
  FROM quotes AS a
  JOIN quotes AS b ON b.block_key = a.block_key AND b.entity = a.entity AND b.article > a.article
  WHERE a.speaker_kind <> 'outlet'
    AND shared_words(a.text, b.text) >= :least AND likeness(a.text, b.text) >= :likeness
    -- each has words that the other lacks: more than a cut
    AND words_only_in(a.text, b.text) <> '' AND words_only_in(b.text, a.text) <> ''
)
SELECT
  block_key AS block,
  'wording of ' || speaker || ': ' || fold(words_a) AS subject,
  place(article_a, claim_a, NULL, NULL) AS claim_a,
  place(article_b, claim_b, NULL, NULL) AS claim_b,
  by_turns(place(article_a, claim_a, begin_a, end_a), place(article_b, claim_b, begin_b, end_b)) AS evidence,
  likeness(words_a, words_b) AS score,
  speaker, words_a, words_b, article_a, article_b,
  words_only_in(words_a, words_b) AS only_a,
  words_only_in(words_b, words_a) AS only_b
FROM pairs
WHERE place = 1

-- hearsay-rule: 1
-- id: attribution
-- version: 4
-- title: The same words, another speaker
-- kind: attribution
-- severity: medium
-- why: Words can be quoted of one speaker only; one of the two texts gives them to the wrong one, or one speaker repeats the other.
-- quiet when: both texts name one speaker, also in another spelling; the quotations share a few words only; one quotation stands inside
--   the other's statement; one article gives them to a named and to an unnamed speaker; a phrase of a word or two stands inside a longer quotation
-- block: block_key
-- needs: quote_groups
-- param: likeness REAL 0.8 "part of the shorter quotation's content words that both share at least"
-- param: least INTEGER 3 "content words that both share at least, unless all of their words are equal; those with fewer are low where the articles are two"
-- param: most INTEGER 100 "a block with more different quotations than this speaks of no single thing"
-- message: "{words}": {speaker_a} ({article_a}) or {speaker_b} ({article_b})
-- test: attribution
WITH quoted AS MATERIALIZED (
  SELECT block_key, fresh, article, claim, speaker, speaker_kind, entity, text, span_begin, span_end
  FROM quote_groups
  WHERE groups <= :most AND speaker_kind <> 'outlet'
)
SELECT
  a.block_key AS block,
  'speaker of: ' || fold(min(a.text)) AS subject,
  places(a.article, a.claim, NULL, NULL, 0) AS claim_a,
  places(b.article, b.claim, NULL, NULL, 0) AS claim_b,
  by_turns(places(a.article, a.claim, a.span_begin, a.span_end, 0), places(b.article, b.claim, b.span_begin, b.span_end, 0)) AS evidence,
  CASE WHEN max(a.article = b.article OR shared_words(a.text, b.text) >= :least) THEN 'medium' ELSE 'low' END AS severity,
  min(a.text) AS words,
  CASE WHEN min(a.speaker) = 'unspecified' THEN 'nobody named' ELSE min(a.speaker) END AS speaker_a,
  CASE WHEN max(b.speaker) = 'unspecified' THEN 'nobody named' ELSE max(b.speaker) END AS speaker_b,
  min(a.article) AS article_a,
  max(b.article) AS article_b
FROM quoted AS a
JOIN quoted AS b ON b.block_key = a.block_key AND b.speaker > a.speaker
WHERE (a.fresh OR b.fresh) AND a.entity IS NOT b.entity
  AND (a.article <> b.article
       OR ((a.span_end <= b.span_begin OR b.span_end <= a.span_begin) AND a.speaker_kind <> 'anonymous' AND b.speaker_kind <> 'anonymous'))
  AND likeness(a.text, b.text) >= :likeness
  AND (shared_words(a.text, b.text) >= :least OR fold(a.text) = fold(b.text))
  AND name_answer(a.speaker, b.speaker) = 'different'
GROUP BY a.block_key

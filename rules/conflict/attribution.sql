-- hearsay-rule: 1
-- id: attribution
-- version: 1
-- title: The same words, another speaker
-- kind: attribution
-- severity: medium
-- why: Words can be quoted of one speaker only; one of the two texts gives them to the wrong one, or the one repeats the other.
-- quiet when: a speaker quotes another; a government and its head or spokesman; the words are a name or a common phrase
-- block: block_key
-- needs: quotes
-- param: likeness REAL 0.8 "part of the shorter quotation's content words that both share at least"
-- message: "{words}": {speaker_a} ({article_a}) or {speaker_b} ({article_b})
-- test: attribution
WITH said AS (
  SELECT block_key, article, claim, coalesce(nullif(speaker, 'unspecified'), 'nobody named') AS speaker, entity, text, span_begin, span_end
  FROM quotes
  WHERE speaker_kind IS NULL OR speaker_kind <> 'outlet'
)
SELECT
  a.block_key AS block,
  'speaker of: ' || fold(min(a.text)) AS subject,
  places(a.article, a.claim, NULL, NULL, 0) AS claim_a,
  places(b.article, b.claim, NULL, NULL, 0) AS claim_b,
  by_turns(places(a.article, a.claim, a.span_begin, a.span_end, 0), places(b.article, b.claim, b.span_begin, b.span_end, 0)) AS evidence,
  min(a.text) AS words,
  min(a.speaker) AS speaker_a,
  max(b.speaker) AS speaker_b,
  min(a.article) AS article_a,
  max(b.article) AS article_b
FROM said AS a
JOIN said AS b ON b.block_key = a.block_key AND b.speaker > a.speaker
WHERE likeness(a.text, b.text) >= :likeness
  AND name_answer(a.speaker, b.speaker) = 'different'
GROUP BY a.block_key

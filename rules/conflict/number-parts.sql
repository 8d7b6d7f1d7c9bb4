-- hearsay-rule: 1
-- id: number-parts
-- version: 2
-- title: Parts that do not make the whole
-- kind: number
-- severity: medium
-- why: A total and the parts it is broken down into stand in one sentence; if they do not add up, one of the figures is wrong.
-- quiet when: the parts add up; a figure is round or open; the list names some of the parts only ("including", "of whom") and none is
--   larger than the whole
-- block: block_key
-- needs: article_parts
-- param: tolerance REAL 0.0 "parts may miss the whole by this ratio of it"
-- param: nearly REAL 0.02 "three parts or more that miss the whole by less than this ratio were meant to make it up"
-- param: over REAL 0.05 "parts that make more than the whole by no more than this ratio were meant to make it up"
-- message: {parts} make {sum}, not {whole}
-- test: number-parts
SELECT
  block_key AS block,
  'parts of ' || fold(whole_text || ' ' || whole_noun) || ': ' || fold(group_concat(text, ' + ')) AS subject,
  place(article, claim, iif(claim IS NULL, whole_begin, NULL), iif(claim IS NULL, whole_end, NULL)) AS claim_a,
  by_turns(place(article, claim, whole_begin, whole_end), places(article, claim, span_begin, span_end, span_begin)) AS evidence,
  rtrim(whole_text || ' ' || whole_noun) AS whole,
  group_concat(rtrim(text || ' ' || noun), ' + ') AS parts,
  rtrim(rtrim(sum(low) + 0.0, '0'), '.') AS sum
FROM article_parts
GROUP BY block_key, article, whole_begin
HAVING max(low) > whole_high * (1 + :tolerance)
    -- a list so long that it was meant to be all of it
    OR (count(*) > 2 AND sum(high) < whole_low AND sum(high) > whole_low * (1 - :nearly))
    OR (count(*) > 1 AND sum(low) > whole_high AND sum(low) <= whole_high * (1 + :over))
    OR (min(complete) = 1 AND (sum(low) > whole_high * (1 + :tolerance) OR sum(high) < whole_low * (1 - :tolerance)))

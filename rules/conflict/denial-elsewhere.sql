-- hearsay-rule: 1
-- id: denial-elsewhere
-- version: 1
-- title: Denied here, told elsewhere
-- kind: denial
-- severity: high
-- why: What one article reports as denied, another tells as having happened; both cannot be printed side by side without a word.
-- quiet when: both are one speaker's; the other article denies it too; the two share a place and nothing that happens
-- block: block_key
-- needs: statements
-- message: {denier} denied ({article_a}): {denied}. Told in {article_b}: {told}
-- test: denial-elsewhere
WITH pairs AS (
  SELECT d.block_key, d.article, d.claim, d.speaker AS denier, d.text AS denied, d.span_begin, d.span_end,
         c.article AS other, c.claim AS other_claim, c.text AS told, c.span_begin AS told_begin, c.span_end AS told_end,
         row_number() OVER (PARTITION BY d.block_key, d.claim
                            ORDER BY shared_words(d.text, c.text) DESC, c.type = 'assertion', c.article, c.span_begin) AS place
  FROM statements AS d
  JOIN statements AS c ON c.block_key = d.block_key AND c.article <> d.article
  WHERE d.modality = 'denied' AND d.speaker_kind IN ('person', 'organization', 'government') AND d.speaker <> 'unspecified'
    AND c.polarity = 1 AND c.modality NOT IN ('denied', 'intended') AND c.zone NOT IN ('furniture', 'caption', 'subhead')
    AND c.speaker IS NOT d.speaker AND shared_words(d.text, c.text) > 0
)
SELECT
  block_key AS block,
  denier || ' denies: ' || denied AS subject,
  place(article, claim, NULL, NULL) AS claim_a,
  places(other, other_claim, NULL, NULL, place) AS claim_b,
  by_turns(place(article, claim, span_begin, span_end), places(other, other_claim, told_begin, told_end, place)) AS evidence,
  denier,
  article AS article_a,
  denied,
  max(other) FILTER (WHERE place = 1) AS article_b,
  max(told) FILTER (WHERE place = 1) AS told
FROM pairs
GROUP BY block_key, article, claim

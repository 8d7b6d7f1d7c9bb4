-- hearsay-rule: 1
-- id: denial-elsewhere
-- version: 4
-- title: Denied here, told elsewhere
-- kind: denial
-- severity: high
-- why: What one article reports as denied, another tells as having happened; both cannot be printed side by side without a word.
-- quiet when: both are one speaker's; the two speak of different things; only a headline denies; the other article denies it too; the two share a place and nothing that happens; an offer, a
--   demand or an attempt is turned down
-- block: block_key
-- needs: statement_groups
-- param: most INTEGER 100 "a block with more different statements than this speaks of no single thing"
-- param: refused TEXT "attempt attempts effort efforts call calls demand demands request requests offer offers proposal proposals plea pleas bid bids criticism comparison comparisons"
--   "what is turned down and not denied, where the words begin with it"
-- message: {denier} denied ({article_a}): {denied}. Told in {article_b}: {told}
-- test: denial-elsewhere
WITH pairs AS (
  SELECT d.block_key, d.article, d.claim, d.speaker AS denier, d.text AS denied, d.span_begin, d.span_end,
         c.article AS other, c.claim AS other_claim, c.text AS told, c.span_begin AS told_begin, c.span_end AS told_end, shared_words(d.text, c.text) AS shared,
         row_number() OVER (PARTITION BY d.block_key, d.claim
                            ORDER BY shared_words(d.text, c.text) DESC, c.type = 'assertion', c.article, c.span_begin) AS place
  FROM statement_groups AS d
  JOIN statement_groups AS c ON c.block_key = d.block_key AND c.article <> d.article
  WHERE d.block_key NOT LIKE '/%'  -- blocks of opposites
    AND d.groups <= :most AND d.modality = 'denied' AND d.speaker_kind IN ('person', 'organization', 'government') AND d.speaker <> 'unspecified'
    AND NOT has_word(substr(d.text, 1, 24), :refused) AND d.text NOT LIKE 'to %'
    AND d.zone NOT IN ('furniture', 'headline', 'caption', 'subhead')  -- a headline's denial stands in full below it
    AND c.polarity = 1 AND c.modality NOT IN ('denied', 'intended') AND c.zone NOT IN ('furniture', 'caption', 'subhead')
    AND (d.fresh OR c.fresh) AND c.speaker IS NOT d.speaker AND shared_words(d.text, c.text) > 0
    AND statements_answer(d.text, NULL, c.text, NULL) <> 'unrelated'
)
SELECT
  block_key AS block,
  denier || ' denies: ' || denied AS subject,
  place(article, claim, NULL, NULL) AS claim_a,
  places(other, other_claim, NULL, NULL, place) AS claim_b,
  by_turns(place(article, claim, span_begin, span_end), places(other, other_claim, told_begin, told_end, place)) AS evidence,
  -- a place and what happens there, or two words in common; one anchor alone is little
  iif(max(shared) > 1 OR block_key LIKE '%||%', 'high', 'medium') AS severity,
  denier,
  article AS article_a,
  denied,
  max(other) FILTER (WHERE place = 1) AS article_b,
  max(told) FILTER (WHERE place = 1) AS told
FROM pairs
GROUP BY block_key, article, claim

-- hearsay-rule: 1
-- id: summary
-- version: 3
-- title: The summary says more than the text
-- kind: summary
-- severity: medium
-- why: Most readers see the headline and the bullets only; what stands there must stand in the text as well.
-- quiet when: one statement of the text holds what the summary says; the summary leaves things out or is less sure; a headline says it in
--   other words
-- block: block_key
-- needs: article_summaries, claims, article_quantities
-- param: support REAL 0.6 "a statement of the text supports the summary if it has this part of its content words"
-- param: paraphrase REAL 0.3 "a headline with a figure is let pass if a statement has this part of its content words"
-- param: least INTEGER 3 "content words shared before the speakers are compared"
-- param: tolerance REAL 0.05 "figures closer than this ratio agree"
-- param: hedges TEXT "may might could would possibly perhaps reportedly allegedly supposedly likely suspected feared" "words of which one makes the summary unsure itself"
-- param: wide TEXT "both all every each multiple several dozens hundreds thousands" "words that say it of many"
-- message: {summary} | {reason}: {nearest}
-- test: summary
WITH pairs AS (
  SELECT s.block_key, s.article, s.claim, s.text, s.span_begin, s.span_end, s.speaker, s.speaker_kind, s.entity, s.zone,
         coalesce(s.modality, 'asserted') IN ('possible', 'conditional') OR has_word(s.text, :hedges) OR s.text LIKE '%?%' AS unsure,
         b.claim AS body_claim, b.text AS body_text, b.span_begin AS body_begin, b.span_end AS body_end, b.speaker AS body_speaker,
         b.speaker_kind AS body_kind, b.entity AS body_entity, b.modality AS body_modality,
         share_in(s.text, b.text) AS share,
         row_number() OVER (PARTITION BY s.block_key, s.article, s.span_begin
                            ORDER BY share_in(s.text, b.text) DESC, b.type = 'assertion', b.span_begin) AS place
  FROM article_summaries AS s
  JOIN claims AS b ON b.block_key = s.block_key AND b.article = s.article
  WHERE b.zone = 'body'
),
figures AS (
  -- a figure of the summary where the text counts the same thing and has no such figure
  SELECT s.block_key, s.article, s.span_begin, f.text AS figure, f.noun,
         (SELECT q.text || ' ' || q.noun FROM article_quantities AS q
          WHERE q.block_key = s.block_key AND q.article = s.article AND q.noun_class = f.noun_class AND q.unit = f.unit AND q.scope IS f.scope
            AND NOT EXISTS (SELECT 1 FROM article_summaries AS o WHERE o.block_key = q.block_key AND o.article = q.article
                              AND o.span_begin <= q.span_begin AND q.span_end <= o.span_end)
          ORDER BY q.span_begin LIMIT 1) AS other
  FROM article_summaries AS s
  JOIN article_quantities AS f ON f.block_key = s.block_key AND f.article = s.article AND s.span_begin <= f.span_begin AND f.span_end <= s.span_end
  WHERE f.noun_class <> '' AND NOT f.ordinal AND coalesce(f.low, f.high) >= 2
    AND NOT EXISTS (SELECT 1 FROM article_quantities AS q
                    WHERE q.block_key = s.block_key AND q.article = s.article AND q.span_begin <> f.span_begin
                      AND (q.span_begin < s.span_begin OR q.span_begin >= s.span_end)
                      AND (q.low IS f.low AND q.high IS f.high
                           OR figures_relation(f.low, f.high, f.modifier, q.low, q.high, q.modifier, f.unit, :tolerance) IN ('agree', 'rounding', 'bound')))
),
judged AS (
  SELECT p.*, f.figure,
    CASE
      WHEN f.other IS NOT NULL THEN 'the text has ' || f.other || ', not ' || f.figure
      WHEN has_word(p.text, :wide) AND NOT has_word(body_text, :wide) AND share > 0 THEN 'said of more than the text says it of'
      WHEN share >= 0.4 AND NOT unsure AND statements_answer(p.text, NULL, body_text, NULL) = 'contradiction'
           AND has_word(statements_kind(p.text, NULL, body_text, NULL), 'negation antonym') THEN 'the text says the opposite'
      WHEN share >= 0.5 AND NOT unsure AND body_modality IN ('possible', 'conditional') THEN 'the text is less sure'
      WHEN p.claim IS NULL THEN NULL
      WHEN share < :support THEN iif(zone = 'headline' AND (f.figure IS NULL OR share >= :paraphrase), NULL, 'no statement of the text holds all of it')
      WHEN zone <> 'headline' AND speaker_kind IN ('person', 'organization', 'government') AND body_kind <> 'outlet' AND body_entity IS NOT entity
           AND body_speaker NOT LIKE '%' || speaker || '%' AND shared_words(p.text, body_text) >= :least AND name_answer(speaker, body_speaker) = 'different' THEN 'the text gives it to another speaker'
    END AS reason
  FROM pairs AS p
  LEFT JOIN figures AS f ON f.block_key = p.block_key AND f.article = p.article AND f.span_begin = p.span_begin
  WHERE place <= 4 AND (share > 0 OR f.other IS NOT NULL)
)
SELECT
  block_key AS block,
  'summary: ' || text AS subject,
  place(article, claim, iif(claim IS NULL, span_begin, NULL), iif(claim IS NULL, span_end, NULL)) AS claim_a,
  places(article, body_claim, NULL, NULL, place) FILTER (WHERE place = 1) AS claim_b,
  by_turns(place(article, claim, span_begin, span_end), places(article, body_claim, body_begin, body_end, place)) AS evidence,
  CASE WHEN max(reason) FILTER (WHERE place = 1) = 'no statement of the text holds all of it' THEN 'low' ELSE 'medium' END AS severity,
  1 - max(share) AS score,
  text AS summary,
  max(reason) FILTER (WHERE place = 1) AS reason,
  max(body_text) FILTER (WHERE place = 1) AS nearest
FROM judged
GROUP BY block_key, article, span_begin
HAVING max(reason) FILTER (WHERE place = 1) IS NOT NULL

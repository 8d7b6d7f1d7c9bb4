-- hearsay-rule: 1
-- id: summary
-- version: 2
-- title: The summary says more than the text
-- kind: summary
-- severity: medium
-- why: Most readers see the headline and the bullets only; what stands there must stand in the text as well.
-- quiet when: one statement of the text holds what the summary says; the summary leaves things out; a headline says it in other words
-- block: block_key
-- needs: claims
-- param: support REAL 0.6 "a statement of the text supports the summary if it has this part of its content words"
-- param: paraphrase REAL 0.3 "a headline with a figure is let pass if a statement has this part of its content words"
-- param: least INTEGER 3 "content words shared before the speakers are compared"
-- message: {summary} | {reason}: {nearest}
-- test: summary
WITH pairs AS (
  SELECT s.block_key, s.article, s.claim, s.text, s.span_begin, s.span_end, s.speaker, s.speaker_kind, s.entity, s.modality, s.zone, s.figures,
         b.claim AS body_claim, b.text AS body_text, b.span_begin AS body_begin, b.span_end AS body_end, b.speaker AS body_speaker,
         b.speaker_kind AS body_kind, b.entity AS body_entity, b.modality AS body_modality,
         share_in(s.text, b.text) AS share,
         row_number() OVER (PARTITION BY s.block_key, s.claim
                            ORDER BY share_in(s.text, b.text) DESC, b.type = 'assertion', b.span_begin) AS place
  FROM claims AS s
  JOIN claims AS b ON b.block_key = s.block_key
  WHERE s.zone IN ('headline', 'standfirst', 'bullet') AND b.zone = 'body'
),
judged AS (
  SELECT *,
    CASE
      WHEN has_word(text, 'both all every each multiple several dozens hundreds thousands')
           AND NOT has_word(body_text, 'both all every each multiple several dozens hundreds thousands')
        THEN 'said of more than the text says it of'
      WHEN share < :support THEN iif(zone = 'headline' AND (figures = 0 OR share >= :paraphrase), NULL, 'no statement of the text holds all of it')
      WHEN speaker_kind IN ('person', 'organization', 'government') AND body_kind <> 'outlet' AND body_entity IS NOT entity
           AND shared_words(text, body_text) >= :least AND name_answer(speaker, body_speaker) = 'different' THEN 'the text gives it to another speaker'
      WHEN modality = 'asserted' AND body_modality IN ('possible', 'conditional') THEN 'the text is less sure'
    END AS reason
  FROM pairs
  WHERE place <= 4 AND share > 0
)
SELECT
  block_key AS block,
  'summary: ' || text AS subject,
  place(article, claim, NULL, NULL) AS claim_a,
  places(article, body_claim, NULL, NULL, place) FILTER (WHERE place = 1) AS claim_b,
  by_turns(place(article, claim, span_begin, span_end), places(article, body_claim, body_begin, body_end, place)) AS evidence,
  CASE WHEN max(reason) FILTER (WHERE place = 1) = 'no statement of the text holds all of it' THEN 'low' ELSE 'medium' END AS severity,
  1 - max(share) AS score,
  text AS summary,
  max(reason) FILTER (WHERE place = 1) AS reason,
  max(body_text) FILTER (WHERE place = 1) AS nearest
FROM judged
GROUP BY block_key, article, claim
HAVING max(reason) FILTER (WHERE place = 1) IS NOT NULL

-- hearsay-rule: 1
-- id: number-conflict
-- version: 1
-- title: Different figures for one thing
-- kind: number
-- severity: high
-- why: Two figures for one thing cannot both be printed without a word of explanation.
-- quiet when: the intervals meet ("at least 15" and 17, "about 300" and 302); the higher one is a later count; unit, rate or scope differ
-- block: block_key
-- needs: value_groups
-- param: tolerance REAL 0.05 "figures closer than this ratio agree"
-- message: {topic}, {event}: {low_text} ({low_speaker}) against {high_text} ({high_speaker})
-- test: number-conflict
WITH counts AS (
  -- Figures of one thing are read in order of their days. One that lies below an earlier one, or apart from one of the
  -- same day, is in conflict; a figure without a day is compared with all. A figure that is higher later is an update.
  SELECT *, last_day(last_as_of) AS day
  FROM value_groups
  WHERE noun_class <> '' AND event <> '' AND coalesce(low, high) IS NOT NULL
),
compared AS (
  SELECT *,
         max(low) OVER thing AS top,
         max(low) FILTER (WHERE day IS NULL) OVER thing AS top_undated,
         max(low) OVER (PARTITION BY block_key, unit, rate, noun_class, event, scope ORDER BY day) AS top_so_far
  FROM counts
  WINDOW thing AS (PARTITION BY block_key, unit, rate, noun_class, event, scope)
),
judged AS (
  SELECT *,
         coalesce(CASE WHEN day IS NULL THEN top ELSE max(top_so_far, coalesce(top_undated, top_so_far)) END
                  > high * (1 + :tolerance), 0) AS conflict
  FROM compared
),
ranked AS (
  SELECT *,
         row_number() OVER (PARTITION BY block_key, unit, rate, noun_class, event, scope
                            ORDER BY conflict DESC, high, first_article, first_begin) AS from_below,
         row_number() OVER (PARTITION BY block_key, unit, rate, noun_class, event, scope
                            ORDER BY low DESC, first_article, first_begin) AS from_above
  FROM judged
)
SELECT
  block_key AS block,
  'number of ' || noun_class || coalesce(' (' || scope || ')', '') || ' ' || unit || rate || ': ' || event AS subject,
  places(first_article, first_claim, NULL, NULL, from_below) FILTER (WHERE from_below = 1) AS claim_a,
  places(first_article, first_claim, NULL, NULL, from_above) FILTER (WHERE from_above = 1) AS claim_b,
  places(first_article, first_claim, first_begin, first_end, min(from_below, from_above)) AS evidence,
  coalesce(nullif(max(topic), ''), noun_class) AS topic,
  event,
  max(first_text) FILTER (WHERE from_below = 1) AS low_text,
  coalesce(max(first_speaker) FILTER (WHERE from_below = 1), 'nobody named') AS low_speaker,
  max(first_text) FILTER (WHERE from_above = 1) AS high_text,
  coalesce(max(first_speaker) FILTER (WHERE from_above = 1), 'nobody named') AS high_speaker
FROM ranked
GROUP BY block_key, unit, rate, noun_class, event, scope
HAVING max(conflict) = 1

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
  SELECT * FROM value_groups WHERE noun_class <> '' AND event <> ''
),
-- every pair of one block that cannot both hold; the widest apart first
disputes AS (
  SELECT a.block_key, a.unit, a.rate, a.noun_class, a.event, a.scope, a.topic,
         a.first_article AS low_article, a.first_claim AS low_claim, a.first_begin AS low_begin, a.first_end AS low_end,
         a.first_text AS low_text, a.first_speaker AS low_speaker,
         b.first_article AS high_article, b.first_claim AS high_claim, b.first_begin AS high_begin, b.first_end AS high_end,
         b.first_text AS high_text, b.first_speaker AS high_speaker,
         row_number() OVER (PARTITION BY a.block_key, a.unit, a.rate, a.noun_class, a.event, a.scope
                            ORDER BY b.low - a.high DESC, a.first_article, b.first_article, a.first_begin, b.first_begin) AS place
  FROM counts AS a
  JOIN counts AS b ON b.block_key = a.block_key AND b.unit = a.unit AND b.rate = a.rate AND b.noun_class = a.noun_class
                  AND b.event = a.event AND b.scope IS a.scope
  WHERE a.high < b.low AND b.low > a.high * (1 + :tolerance)
    -- a count that was higher later is an update; one that fell is not
    AND NOT coalesce(last_day(a.last_as_of) < first_day(b.first_as_of), 0)
)
SELECT
  d.block_key AS block,
  'number of ' || d.noun_class || coalesce(' (' || d.scope || ')', '') || ' ' || d.unit || d.rate || ': ' || d.event AS subject,
  place(d.low_article, d.low_claim, NULL, NULL) AS claim_a,
  place(d.high_article, d.high_claim, NULL, NULL) AS claim_b,
  by_turns(place(d.low_article, d.low_claim, d.low_begin, d.low_end),
           place(d.high_article, d.high_claim, d.high_begin, d.high_end),
           places(c.first_article, c.first_claim, c.first_begin, c.first_end, -c.articles)) AS evidence,
  coalesce(nullif(d.topic, ''), d.noun_class) AS topic,
  d.event,
  d.low_text, coalesce(d.low_speaker, 'nobody named') AS low_speaker,
  d.high_text, coalesce(d.high_speaker, 'nobody named') AS high_speaker
FROM disputes AS d
JOIN counts AS c ON c.block_key = d.block_key AND c.unit = d.unit AND c.rate = d.rate AND c.noun_class = d.noun_class
                AND c.event = d.event AND c.scope IS d.scope
WHERE d.place = 1
GROUP BY d.block_key, d.unit, d.rate, d.noun_class, d.event, d.scope

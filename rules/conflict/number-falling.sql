-- hearsay-rule: 1
-- id: number-falling
-- version: 1
-- title: A count that only grows has fallen
-- kind: number
-- severity: high
-- why: The dead, the injured, the infected of one event do not become fewer; a later, lower figure corrects the earlier one, counts something else, or is wrong.
-- quiet when: another speaker, or nobody known, gives the lower figure (see number-conflict); the later figure is the higher one; one figure holds or rounds the other; the missing or the detained are counted, who are found or let go; scope, rate or unit differ
-- block: block_key
-- needs: value_groups
-- param: tolerance REAL 0.05 "figures closer than this ratio agree"
-- param: most INTEGER 24 "a block with more different values than this speaks of no single thing"
-- param: tolls TEXT "dead injured infected sick" "what is only ever counted upwards"
-- message: {topic}: {high_text} ({high_speaker}, {high_as_of}), later {low_text} ({low_speaker}, {low_as_of})
-- test: number-falling
WITH tolls AS MATERIALIZED (
  SELECT block_key, fresh, low, high, modifier, unit, noun_class, topic, event, scope, first_article, first_claim, first_text, first_begin,
         first_end, first_speaker, first_as_of, last_as_of
  FROM value_groups
  WHERE groups <= :most AND unit = '' AND rate = '' AND first_speaker IS NOT NULL AND has_word(noun_class, :tolls)
),
pairs AS (
  SELECT a.block_key, a.noun_class, a.scope, a.topic, a.event AS low_event, b.event AS high_event, a.high AS low_value, b.low AS high_value,
         a.first_article AS low_article, a.first_claim AS low_claim, a.first_begin AS low_begin, a.first_end AS low_end,
         a.first_text AS low_text, a.first_speaker AS low_speaker, a.first_as_of AS low_as_of,
         b.first_article AS high_article, b.first_claim AS high_claim, b.first_begin AS high_begin, b.first_end AS high_end,
         b.first_text AS high_text, b.first_speaker AS high_speaker, b.first_as_of AS high_as_of,
         row_number() OVER (PARTITION BY a.block_key, a.scope ORDER BY b.low / max(a.high, 1) DESC, a.high, b.low DESC, a.modifier, b.modifier) AS place
  FROM tolls AS a
  JOIN tolls AS b ON b.block_key = a.block_key AND b.noun_class = a.noun_class AND b.scope IS a.scope AND b.low > a.high
  WHERE (a.fresh OR b.fresh) AND a.first_article <> b.first_article AND a.first_speaker = b.first_speaker
    AND first_day(a.first_as_of) > last_day(b.last_as_of)
    AND figures_relation(a.low, a.high, a.modifier, b.low, b.high, b.modifier, a.unit, :tolerance) IN ('conflict', 'updateable')
)
SELECT
  block_key AS block,
  'fallen number of ' || noun_class || coalesce(' (' || scope || ')', '') || ', ' || min(low_event, high_event) ||
    iif(low_event = high_event, '', ' / ' || max(low_event, high_event)) || ': ' || rtrim(rtrim(high_value, '0'), '.') || ' / ' || rtrim(rtrim(low_value, '0'), '.') AS subject,
  place(high_article, high_claim, iif(high_claim IS NULL, high_begin, NULL), iif(high_claim IS NULL, high_end, NULL)) AS claim_a,
  place(low_article, low_claim, iif(low_claim IS NULL, low_begin, NULL), iif(low_claim IS NULL, low_end, NULL)) AS claim_b,
  by_turns(place(high_article, high_claim, high_begin, high_end), place(low_article, low_claim, low_begin, low_end),
           -- the other figures of the same thing
           (SELECT places(c.first_article, c.first_claim, c.first_begin, c.first_end, c.low) FROM value_groups AS c
            WHERE c.block_key = pairs.block_key AND c.noun_class = pairs.noun_class AND c.unit = '' AND c.rate = '' AND c.scope IS pairs.scope)) AS evidence,
  coalesce(nullif(topic, ''), noun_class) AS topic,
  low_text, coalesce(low_speaker, 'nobody named') AS low_speaker, low_as_of,
  high_text, coalesce(high_speaker, 'nobody named') AS high_speaker, high_as_of
FROM pairs
WHERE place = 1

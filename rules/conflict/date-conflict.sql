-- hearsay-rule: 1
-- id: date-conflict
-- version: 4
-- title: One event on two days
-- kind: date
-- severity: medium
-- why: It happened on one of the two days only; the other date will be copied as readily as the right one.
-- quiet when: the days meet ("in June", "on 12 June"); one is a day, the other a month or a year, unless the sentences cannot both hold; an
--   expression cannot be placed, but for its year; the days lie far apart, so that it may have happened twice; the texts share too little to
--   speak of one event; one article tells of several days; it is the day on which somebody said so
-- block: block_key
-- needs: time_groups
-- param: apart INTEGER 1 "days that may lie between without a flag: zones of time, nights"
-- param: most INTEGER 60 "days further apart than this are taken for two events"
-- param: least INTEGER 3 "words both events share at least, the verb among them"
-- param: grain INTEGER 1 "an expression that covers more days than this is no date, unless the sentences cannot both hold and it covers as many as the other"
-- param: season INTEGER 92 "a day, a month and a season are compared where the sentences cannot both hold; beyond this many days, only what
--   covers as many"
-- param: crowd INTEGER 100 "a block with more different events than this speaks of no single thing"
-- message: {event}: {first} ({article_a}) against {second} ({article_b})
-- test: date-conflict
WITH met AS (
  SELECT a.block_key, a.event AS event_a, b.event AS event_b, a.text AS first, b.text AS second, a.edtf AS edtf_a, b.edtf AS edtf_b,
         a.article AS article_a, a.claim AS claim_a, a.span_begin AS begin_a, a.span_end AS end_a, a.words AS words_a, a.published AS published_a,
         b.article AS article_b, b.claim AS claim_b, b.span_begin AS begin_b, b.span_end AS end_b, b.words AS words_b, b.published AS published_b,
         -- of two days one of which has no year, both are taken to be of the other's
         iif(a.edtf LIKE 'XXXX%', first_day(iif(b.edtf LIKE 'XXXX%', '2000', substr(b.edtf, 1, 4)) || substr(a.edtf, 5)), a.first_day) AS first_a,
         iif(a.edtf LIKE 'XXXX%', last_day(iif(b.edtf LIKE 'XXXX%', '2000', substr(b.edtf, 1, 4)) || substr(a.edtf, 5)), a.last_day) AS last_a,
         iif(b.edtf LIKE 'XXXX%', first_day(iif(a.edtf LIKE 'XXXX%', '2000', substr(a.edtf, 1, 4)) || substr(b.edtf, 5)), b.first_day) AS first_b,
         iif(b.edtf LIKE 'XXXX%', last_day(iif(a.edtf LIKE 'XXXX%', '2000', substr(a.edtf, 1, 4)) || substr(b.edtf, 5)), b.last_day) AS last_b
  FROM time_groups AS a
  JOIN time_groups AS b ON b.block_key = a.block_key AND b.article <> a.article
  WHERE a.groups <= :crowd AND (a.fresh OR b.fresh)
    -- outside every claim stands the day of the saying
    AND a.claim IS NOT NULL AND b.claim IS NOT NULL
    AND NOT a.weekday_misfit AND NOT b.weekday_misfit
    AND (NOT a.needs_anchor OR a.edtf LIKE 'XXXX-%') AND (NOT b.needs_anchor OR b.edtf LIKE 'XXXX-%')
),
pairs AS (
  SELECT block_key, event_a AS event, first, second, edtf_a, edtf_b, article_a, claim_a, begin_a, end_a, article_b, claim_b, begin_b, end_b,
         row_number() OVER (PARTITION BY block_key, edtf_a, edtf_b
                            ORDER BY shared_words(event_a, event_b) DESC, article_a, article_b, begin_a, begin_b) AS place
  FROM met
  WHERE (first_b > last_a + :apart AND first_b <= last_a + :most AND last_a - first_a < :grain AND last_b - first_b < :grain
         AND shared_words(event_a, event_b) >= :least)
        -- the sentences themselves cannot both hold: "Lim died on 5 May", "built in 1962"
     OR (first_b > last_a AND (last_b - first_b - last_a + first_a BETWEEN -1 AND 1 OR max(last_b - first_b, last_a - first_a) <= :season)
         AND first_b <= last_a + :most * iif(last_a - first_a < :grain, 1, 60)
         AND statements_answer(words_a, published_a, words_b, published_b) = 'contradiction'
         AND has_word(statements_kind(words_a, published_a, words_b, published_b), 'date'))
)
SELECT
  block_key AS block,
  'day of ' || event || ': ' || edtf_a || ' / ' || edtf_b AS subject,
  place(article_a, claim_a, begin_a, end_a) AS claim_a,
  place(article_b, claim_b, begin_b, end_b) AS claim_b,
  event, first, second, article_a, article_b
FROM pairs
WHERE place = 1

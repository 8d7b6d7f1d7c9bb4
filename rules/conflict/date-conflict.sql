-- hearsay-rule: 1
-- id: date-conflict
-- version: 3
-- title: One event on two days
-- kind: date
-- severity: medium
-- why: It happened on one of the two days only; the other date will be copied as readily as the right one.
-- quiet when: the days meet ("in June", "on 12 June"); one is a day, the other a month or a year; a year or the date of publication is missing; the days lie far apart, so that it may
--   have happened twice; the texts share too little to speak of one event; one article tells of several days; it is the day on
--   which somebody said so
-- block: block_key
-- needs: time_groups
-- param: apart INTEGER 1 "days that may lie between without a flag: zones of time, nights"
-- param: most INTEGER 60 "days further apart than this are taken for two events"
-- param: least INTEGER 3 "words both events share at least, the verb among them"
-- param: grain INTEGER 1 "an expression that covers more days than this is no date, unless the sentences cannot both hold and it covers as many as the other"
-- param: crowd INTEGER 100 "a block with more different events than this speaks of no single thing"
-- message: {event}: {first} ({article_a}) against {second} ({article_b})
-- test: date-conflict
WITH pairs AS (
  SELECT a.block_key, a.event, a.text AS first, b.text AS second, a.edtf AS edtf_a, b.edtf AS edtf_b,
         a.article AS article_a, a.claim AS claim_a, a.span_begin AS begin_a, a.span_end AS end_a,
         b.article AS article_b, b.claim AS claim_b, b.span_begin AS begin_b, b.span_end AS end_b,
         row_number() OVER (PARTITION BY a.block_key, a.edtf, b.edtf
                            ORDER BY shared_words(a.event, b.event) DESC, a.article, b.article, a.span_begin, b.span_begin) AS place
  FROM time_groups AS a
  JOIN time_groups AS b ON b.block_key = a.block_key AND b.article <> a.article
  WHERE a.groups <= :crowd AND (a.fresh OR b.fresh)
    -- outside every claim stands the day of the saying
    AND a.claim IS NOT NULL AND b.claim IS NOT NULL
    AND NOT a.weekday_misfit AND NOT b.weekday_misfit AND NOT a.needs_anchor AND NOT b.needs_anchor
    AND ((b.first_day > a.last_day + :apart AND b.first_day <= a.last_day + :most AND a.last_day - a.first_day < :grain AND b.last_day - b.first_day < :grain
          AND shared_words(a.event, b.event) >= :least)
         -- the sentences themselves cannot both hold: "Lim died on 5 May", "built in 1962"
         OR (b.first_day > a.last_day AND b.last_day - b.first_day - a.last_day + a.first_day BETWEEN -1 AND 1
             AND b.first_day <= a.last_day + :most * iif(a.last_day - a.first_day < :grain, 1, 60)
             AND statements_answer(a.words, a.published, b.words, b.published) = 'contradiction'
             AND has_word(statements_kind(a.words, a.published, b.words, b.published), 'date')))
)
SELECT
  block_key AS block,
  'day of ' || event || ': ' || edtf_a || ' / ' || edtf_b AS subject,
  place(article_a, claim_a, begin_a, end_a) AS claim_a,
  place(article_b, claim_b, begin_b, end_b) AS claim_b,
  event, first, second, article_a, article_b
FROM pairs
WHERE place = 1

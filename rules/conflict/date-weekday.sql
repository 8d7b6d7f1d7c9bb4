-- hearsay-rule: 1
-- id: date-weekday
-- version: 1
-- title: Weekday and date do not fit
-- kind: date
-- severity: medium
-- why: Either the weekday or the date is wrong, and with it when the thing happened.
-- quiet when: the weekday is that of the date; the year is not known, so that nobody can tell
-- block: block_key
-- needs: article_times
-- message: "{text}" is no date of {edtf}: the weekday is another
-- test: date-weekday
SELECT
  block_key AS block,
  'weekday of ' || text || coalesce(' (' || edtf || ')', '') AS subject,
  place(article, claim, NULL, NULL) AS claim_a,
  places(article, claim, span_begin, span_end, 0) AS evidence,
  text,
  coalesce(edtf, 'an unknown year') AS edtf
FROM article_times
WHERE weekday_misfit
GROUP BY block_key, text, edtf

-- hearsay-rule: 1
-- id: event-after-publication
-- version: 1
-- title: Told as past, dated later than the article
-- kind: date
-- severity: medium
-- why: Nothing that is told as having happened can lie behind the day of publication; one of the two dates is wrong.
-- quiet when: the event is announced, planned or expected; the date may be the day of publication or the next, somewhere on the globe; the
--   article has no date of its own
-- block: block_key
-- needs: article_times, claims
-- param: past TEXT "was were had did died began ended happened" "words of which one makes the statement speak of the past"
-- param: ahead TEXT "will would to until by next coming upcoming scheduled planned due expected set shall may might could can if expire expires"
--   "words of which one lets the statement speak of what is to come"
-- message: "{text}" ({edtf}) lies behind the day of publication ({published}): {told}
-- test: event-after-publication
SELECT
  t.block_key AS block,
  'event of ' || t.edtf || ' in an article of ' || t.published || ': ' || fold(c.text) AS subject,
  place(t.article, t.claim, NULL, NULL) AS claim_a,
  place(t.article, t.claim, t.span_begin, t.span_end) AS evidence,
  t.text, t.edtf, t.published, c.text AS told
FROM article_times AS t
JOIN claims AS c ON c.block_key = t.block_key AND c.article = t.article AND c.claim = t.claim
WHERE NOT t.needs_anchor AND t.first_day > last_day(t.published) + 1 AND c.zone <> 'furniture' AND c.modality = 'asserted'
  AND has_word(c.text, :past) AND NOT has_word(c.text, :ahead)

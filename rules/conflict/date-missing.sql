-- hearsay-rule: 1
-- id: date-missing
-- version: 1
-- title: No date of publication
-- kind: missing
-- severity: medium
-- why: Without the day of publication nobody can say what "yesterday" was, nor which of two figures is the newer one.
-- quiet when: the text or the person who brought it states a date, or one follows from the text (see year-inferred)
-- block: block_key
-- needs: articles, article_times
-- message: "{title}" states no date of publication; {unplaced} of its times cannot be placed
-- test: date-missing
SELECT
  a.block_key AS block,
  'date of publication of ' || coalesce(a.url, a.title, a.article) AS subject,
  coalesce(
    (SELECT place(t.article, t.claim, NULL, NULL) FROM article_times AS t
     WHERE t.block_key = a.block_key AND t.needs_anchor AND t.claim IS NOT NULL ORDER BY t.span_begin LIMIT 1),
    place(a.article, NULL, NULL, NULL)) AS claim_a,
  CASE WHEN a.unplaced_times > 0 THEN 'medium' ELSE 'low' END AS severity,
  (SELECT places(t.article, t.claim, t.span_begin, t.span_end, CASE WHEN t.needs_anchor THEN 0 ELSE 1 END)
   FROM article_times AS t WHERE t.block_key = a.block_key) AS evidence,
  coalesce(a.title, a.article) AS title,
  a.unplaced_times AS unplaced
FROM articles AS a
WHERE a.published_basis = 'unknown'

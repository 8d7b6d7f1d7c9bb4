-- hearsay-rule: 1
-- id: year-inferred
-- version: 1
-- title: The year is only inferred
-- kind: missing
-- severity: low
-- why: A date without its year is read as this year's by whoever finds the text later.
-- quiet when: the text states the year of its publication, or has no date at all (see date-missing)
-- block: block_key
-- needs: articles, article_times
-- message: "{title}" gives its date as {published}; the year is not stated
-- test: year-inferred
SELECT
  a.block_key AS block,
  'year of publication of ' || coalesce(a.url, a.title, a.article) AS subject,
  place(a.article, NULL, NULL, NULL) AS claim_a,
  (SELECT places(t.article, t.claim, t.span_begin, t.span_end, t.span_begin) FROM article_times AS t
   WHERE t.block_key = a.block_key) AS evidence,
  coalesce(a.title, a.article) AS title,
  coalesce(a.published, 'nothing') AS published
FROM articles AS a
WHERE a.published_basis = 'inferred' OR (a.published_basis = 'stated' AND a.published LIKE 'XXXX%')

-- hearsay-rule: 1
-- id: date-unplaced
-- version: 1
-- title: A day that cannot be placed
-- kind: date
-- severity: low
-- why: "Yesterday" without a date of publication is no day; what happened cannot be put in order with what others report.
-- quiet when: the article states its date, or one follows from the text; nothing that happened is dated by the expression
-- block: block_key
-- needs: articles, article_times
-- message: {times} in "{title}" cannot be placed: {expressions}
-- test: date-unplaced
SELECT
  t.block_key AS block,
  'days that cannot be placed in ' || coalesce(a.url, a.title, a.article) AS subject,
  places(t.article, t.claim, NULL, NULL, t.span_begin) AS claim_a,
  places(t.article, t.claim, t.span_begin, t.span_end, t.span_begin) AS evidence,
  iif(count(DISTINCT t.span_begin) = 1, 'One expression', count(DISTINCT t.span_begin) || ' expressions') AS times,
  coalesce(a.title, a.article) AS title,
  group_concat(DISTINCT t.text) AS expressions
FROM article_times AS t
JOIN articles AS a ON a.block_key = t.block_key AND a.article = t.article
WHERE t.needs_anchor AND t.predicate <> '' AND t.claim IS NOT NULL
GROUP BY t.block_key, t.article

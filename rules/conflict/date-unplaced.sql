-- hearsay-rule: 1
-- id: date-unplaced
-- version: 2
-- title: A day that cannot be placed
-- kind: date
-- severity: low
-- why: "Yesterday" without a date of publication is no day; what happened cannot be put in order with what others report.
-- quiet when: the article states its date, or one follows from the text; nothing that happened is dated by the expression
-- block: block_key
-- needs: articles, article_times
-- message: {times} in "{title}" cannot be placed: {expressions}
-- test: date-unplaced
WITH unplaced AS (
  SELECT * FROM article_times WHERE needs_anchor AND predicate <> '' AND claim IS NOT NULL
),
listed AS (
  SELECT block_key, article, group_concat(text, '; ') AS expressions
  FROM (SELECT block_key, article, text FROM unplaced GROUP BY block_key, article, text ORDER BY min(span_begin))
  GROUP BY block_key, article
)
SELECT
  t.block_key AS block,
  'days that cannot be placed in ' || coalesce(a.url, a.title, a.article) AS subject,
  places(t.article, t.claim, NULL, NULL, t.span_begin) AS claim_a,
  places(t.article, t.claim, t.span_begin, t.span_end, t.span_begin) AS evidence,
  iif(count(DISTINCT t.span_begin) = 1, 'One expression', count(DISTINCT t.span_begin) || ' expressions') AS times,
  coalesce(a.title, a.article) AS title,
  l.expressions
FROM unplaced AS t
JOIN listed AS l ON l.block_key = t.block_key AND l.article = t.article
JOIN articles AS a ON a.block_key = t.block_key AND a.article = t.article
GROUP BY t.block_key, t.article

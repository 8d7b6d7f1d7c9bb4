-- hearsay-rule: 1
-- id: name-variant
-- version: 1
-- title: One name in two spellings
-- kind: name
-- severity: high
-- why: One of the two spellings is wrong, or two people are taken for one; whoever looks the name up finds half of what there is.
-- quiet when: a surname, an initial, a nickname or a cut form stands for the full name; only the order, a hyphen or a title differs;
--   the two are known to be two people
-- block: block_key
-- needs: names
-- param: least REAL 0.5 "pairs the comparison is less sure of are let pass"
-- message: {name_a} ({article_a}) and {name_b} ({article_b}) look like one name: {reason}
-- test: name-variant
WITH spellings AS (
  SELECT block_key, name, max(kind) AS kind, count(DISTINCT article) AS articles, min(article) AS article,
         places(article, claim, span_begin, span_end, 0) AS first_places
  FROM names
  WHERE kind = 'person' AND form = 'full'
  GROUP BY block_key, name
)
SELECT
  a.block_key AS block,
  'spelling of ' || a.name || ' / ' || b.name AS subject,
  a.first_places AS claim_a,
  b.first_places AS claim_b,
  by_turns(a.first_places, b.first_places) AS evidence,
  CASE WHEN unaccented(a.name) = unaccented(b.name) THEN 'low' ELSE 'high' END AS severity,
  name_score(a.name, b.name) AS score,
  a.name AS name_a, b.name AS name_b, a.article AS article_a, b.article AS article_b,
  CASE WHEN unaccented(a.name) = unaccented(b.name) THEN 'only accents differ' ELSE name_reason(a.name, b.name) END AS reason
FROM spellings AS a
JOIN spellings AS b ON b.block_key = a.block_key AND b.name > a.name
WHERE (unaccented(a.name) = unaccented(b.name) AND fold(a.name) <> fold(b.name))
   OR (name_answer(a.name, b.name) = 'variant' AND name_score(a.name, b.name) >= :least
       AND b.name <> a.name || 's'  -- a plural of people, not another spelling
       AND name_kind(a.name, b.name) IN ('accent', 'typo', 'romanisation'))

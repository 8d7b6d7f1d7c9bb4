-- hearsay-rule: 1
-- id: name-variant
-- version: 2
-- title: One name in two spellings
-- kind: name
-- severity: high
-- why: One of the two spellings is wrong, or two people are taken for one; whoever looks the name up finds half of what there is.
-- quiet when: a surname, an initial, a nickname or a cut form stands for the full name; only the order, a hyphen or a title differs;
--   the two are known to be two people
-- block: block_key
-- needs: name_groups, names
-- param: least REAL 0.5 "pairs the comparison is less sure of are let pass"
-- param: most INTEGER 80 "a block with more spellings than this is no name of one person: the others of a name bring it together"
-- message: {name_a} ({article_a}) and {name_b} ({article_b}) look like one name: {reason}
-- test: name-variant
WITH spellings AS MATERIALIZED (
  SELECT block_key, group_id, fresh, article, claim, name, unaccented(name) AS plain, span_begin, span_end
  FROM name_groups
  WHERE groups <= :most AND kind = 'person' AND form = 'full'
)
SELECT
  a.block_key AS block,
  'spelling of ' || a.name || ' / ' || b.name AS subject,
  place(a.article, a.claim, a.span_begin, a.span_end) AS claim_a,
  place(b.article, b.claim, b.span_begin, b.span_end) AS claim_b,
  by_turns((SELECT places(article, claim, span_begin, span_end, 0)
            FROM (SELECT * FROM names AS n WHERE n.block_key = a.block_key AND n.group_id = a.group_id LIMIT 12)),
           (SELECT places(article, claim, span_begin, span_end, 0)
            FROM (SELECT * FROM names AS n WHERE n.block_key = b.block_key AND n.group_id = b.group_id LIMIT 12))) AS evidence,
  CASE WHEN a.plain = b.plain THEN 'low' ELSE 'high' END AS severity,
  name_score(a.name, b.name) AS score,
  a.name AS name_a, b.name AS name_b, a.article AS article_a, b.article AS article_b,
  CASE WHEN a.plain = b.plain THEN 'only accents differ' ELSE name_reason(a.name, b.name) END AS reason
FROM spellings AS a
JOIN spellings AS b ON b.block_key = a.block_key AND b.name > a.name
WHERE (a.fresh OR b.fresh)
  AND ((a.plain = b.plain AND fold(a.name) <> fold(b.name))
   OR (name_answer(a.name, b.name) = 'variant' AND name_score(a.name, b.name) >= :least
       AND b.name NOT IN (a.name || 's', a.name || 'ic')  -- another form of the word, not another spelling
       AND name_kind(a.name, b.name) IN ('accent', 'typo', 'romanisation')))

-- hearsay-rule: 1
-- id: one-origin
-- version: 1
-- title: Many outlets, one text
-- kind: sourcing
-- severity: low
-- why: Reprints of one text look like so many confirmations; they are one voice.
-- quiet when: an outlet follows up its own text with news of its own; the texts share a quotation and little else; nothing is known of the outlets
-- block: block_key
-- needs: origins
-- param: least INTEGER 2 "outlets from which on they are many"
-- param: crowd INTEGER 4 "outlets from which on severity is medium"
-- param: share REAL 0.5 "part of a text that must come from another"
-- param: copy REAL 0.8 "part of a text from which on it is a reprint, whatever outlet is known of it"
-- message: {articles} articles of {outlets} outlets come from one text, {origin}: {which}
-- test: one-origin
WITH family AS (
  SELECT *, coalesce(outlet, agency) AS voice FROM origins WHERE share IS NULL OR share >= :share OR article = block_key
)
SELECT
  block_key AS block,
  'one text: ' || block_key AS subject,
  places(article, NULL, NULL, NULL, article <> block_key) AS claim_a,
  places(iif(span_begin IS NULL, NULL, article), NULL, span_begin, span_end, article <> block_key) AS evidence,
  CASE WHEN count(DISTINCT voice) >= :crowd THEN 'medium' ELSE 'low' END AS severity,
  count(*) AS articles,
  count(DISTINCT voice) AS outlets,
  block_key AS origin,
  group_concat(article || coalesce(' (' || voice || ')', ''), ', ') AS which
FROM family
GROUP BY block_key
-- an agency's copies bear its name where the site's own is not known
HAVING count(*) > 1 AND (count(DISTINCT voice) >= :least OR max(share) >= :copy)

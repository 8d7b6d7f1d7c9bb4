-- hearsay-rule: 1
-- id: name-truncated
-- version: 1
-- title: A name cut short
-- kind: name
-- severity: low
-- why: Half of a given name taken for a surname misnames the person, and the short form may fit somebody else.
-- quiet when: the short form is the surname, the given name, an initial or a nickname; the short form belongs to another person
-- block: block_key
-- needs: article_names
-- message: "{short}" is cut from "{full}" ({times} times in this article)
-- test: name-truncated
WITH cut AS (
  SELECT a.block_key, a.article, a.claim AS full_claim, a.name AS full, a.span_begin AS full_begin, a.span_end AS full_end,
         b.claim, b.name AS short, b.mentions, b.span_begin, b.span_end, b.last_begin, b.last_end,
         row_number() OVER (PARTITION BY a.block_key, b.name ORDER BY length(a.name) DESC, a.name) AS place
  FROM article_names AS a
  JOIN article_names AS b ON b.block_key = a.block_key AND b.name <> a.name
  WHERE a.kind = 'person' AND b.kind = 'person' AND a.form = 'full' AND length(b.name) < length(a.name)
    AND ((b.form = 'truncated' AND b.entity = a.entity) OR name_kind(a.name, b.name) = 'truncation')
)
SELECT
  block_key AS block,
  'short form ' || short || ' of ' || full AS subject,
  place(article, full_claim, full_begin, full_end) AS claim_a,
  place(article, claim, span_begin, span_end) AS claim_b,
  by_turns(place(article, full_claim, full_begin, full_end), place(article, claim, span_begin, span_end),
           place(article, NULL, last_begin, last_end)) AS evidence,
  short, full, mentions AS times
FROM cut
WHERE place = 1

-- hearsay-rule: 1
-- id: name-ambiguous
-- version: 3
-- title: A bare name that several people bear
-- kind: name
-- severity: info
-- why: A statement is easily given to the wrong person where two people of the text share the name.
-- quiet when: only one person of the article bears the name; the bare name is preceded by a title each time
-- block: block_key
-- needs: article_names
-- message: bare "{short}" ({times} times), and {bearers} people of that name: {people}
-- test: name-ambiguous
WITH bearers AS (
  SELECT DISTINCT block_key, entity, name, claim, span_begin, span_end
  FROM article_names
  WHERE kind = 'person' AND form = 'full' AND name NOT LIKE '% and %'
),
bare AS (
  SELECT block_key, article, name, sum(mentions) AS mentions, places(article, claim, span_begin, span_end, 0) AS first_places,
         places(article, NULL, last_begin, last_end, 0) AS last_places
  FROM article_names
  WHERE kind = 'person' AND form IN ('surname', 'given')
  GROUP BY block_key, article, name
),
listed AS (
  SELECT block_key, article, short, group_concat(name, ', ') AS people
  FROM (SELECT DISTINCT s.block_key, s.article, s.name AS short, p.name
        FROM bare AS s JOIN bearers AS p ON p.block_key = s.block_key AND has_word(p.name, fold(s.name)))
  GROUP BY block_key, article, short
)
SELECT
  s.block_key AS block,
  'who is meant by ' || s.name || ': ' || group_concat(DISTINCT p.name) AS subject,
  s.first_places AS claim_a,
  by_turns(s.first_places, places(s.article, p.claim, p.span_begin, p.span_end, p.span_begin), s.last_places) AS evidence,
  s.name AS short,
  s.mentions AS times,
  count(DISTINCT p.entity) AS bearers,
  q.people
FROM bare AS s
JOIN bearers AS p ON p.block_key = s.block_key AND has_word(p.name, fold(s.name))
JOIN listed AS q ON q.block_key = s.block_key AND q.article = s.article AND q.short = s.name
GROUP BY s.block_key, s.article, s.name
HAVING count(DISTINCT p.entity) >= 2

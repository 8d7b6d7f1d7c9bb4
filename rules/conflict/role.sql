-- hearsay-rule: 1
-- id: role
-- version: 4
-- title: One person, two offices
-- kind: role
-- severity: low
-- why: A wrong office misleads as much as a wrong name; and two offices may be two people.
-- quiet when: one text says the office in more words; the texts lie more than a season apart; one office is a former one or misread; one article
--   states both, unless nobody holds the two at a time
-- block: block_key
-- needs: role_groups
-- param: days INTEGER 90 "offices stated further apart than this may have changed"
-- param: former TEXT "former ex late retired outgoing then" "words that make an office a former one"
-- param: noise TEXT "mr mrs ms dr sen sens rep reps gov secretary that is are was were at who whom when where whose to by his her their" "an
--   office with one of these words is misread or cut short"
-- param: unsettled TEXT "former deputy vice acting assistant candidate nominee hopeful elect would-be designate incoming outgoing honorary shadow" "an
--   office with one of these words may be held beside another in one article"
-- param: most INTEGER 100 "a block with more different offices than this speaks of no single thing"
-- message: {name} is {role_a} ({article_a}) or {role_b} ({article_b})
-- test: role
WITH offices AS (
  -- the office itself, in front of "of the ministry"
  SELECT *, iif(instr(role, ' of ') > 0, substr(role, 1, instr(role, ' of ')), role) AS office FROM role_groups
),
pairs AS (
  SELECT a.block_key, a.name, a.role AS role_a, b.role AS role_b, a.article AS article_a, b.article AS article_b,
         a.claim AS claim_a, b.claim AS claim_b, a.span_begin AS begin_a, a.span_end AS end_a, b.span_begin AS begin_b, b.span_end AS end_b,
         row_number() OVER (PARTITION BY a.block_key, a.entity ORDER BY a.article, b.article, a.span_begin, b.span_begin) AS place
  FROM offices AS a
  JOIN offices AS b ON b.block_key = a.block_key AND b.entity = a.entity
                   AND (b.article > a.article OR (b.article = a.article AND b.span_begin > a.span_begin))
  -- "chief financial officer" and "chief operating officer" share words and are two
  WHERE (shared_words(a.office, b.office) = 0 OR offices_exclude(a.role, b.role)) AND a.groups <= :most
    AND coalesce(min(days_between(a.first_as_of, b.last_as_of), days_between(a.last_as_of, b.first_as_of)) <= :days, 1)
    AND a.role NOT LIKE 'of %' AND b.role NOT LIKE 'of %'  -- whose, and not what
    AND NOT has_word(a.role, :former) AND NOT has_word(b.role, :former)
    AND NOT has_word(a.role, :noise) AND NOT has_word(b.role, :noise)
    AND CASE
          WHEN b.article = a.article
            -- an office without a day beside one with a day is a former one
            THEN offices_exclude(a.role, b.role) AND (a.first_as_of IS NULL) = (b.first_as_of IS NULL)
                 AND NOT has_word(a.role, :unsettled) AND NOT has_word(b.role, :unsettled)
          -- an article that states both offices explains the other
          ELSE NOT EXISTS (SELECT 1 FROM offices AS c WHERE c.block_key = a.block_key AND c.entity = a.entity
                             AND ((c.article = a.article AND shared_words(c.office, b.office) > 0 AND NOT offices_exclude(c.role, b.role))
                                  OR (c.article = b.article AND shared_words(c.office, a.office) > 0 AND NOT offices_exclude(c.role, a.role))))
        END
)
SELECT
  block_key AS block,
  'office of ' || name || ': ' || fold(role_a) || ' / ' || fold(role_b) AS subject,
  place(article_a, claim_a, begin_a, end_a) AS claim_a,
  place(article_b, claim_b, begin_b, end_b) AS claim_b,
  name, role_a, role_b, article_a, article_b
FROM pairs
WHERE place = 1

-- hearsay-rule: 1
-- id: statement
-- version: 3
-- title: Two statements that cannot both hold
-- kind: statement
-- severity: medium
-- why: One says what the other rules out; a reader who sees one of the two only is misled.
-- quiet when: one is wider, later or less sure than the other; the two speak of different things; only figures, days or names differ, which
--   have rules of their own; one denies it as a speaker (see denial); both stand in one sentence
-- block: block_key
-- needs: statement_groups
-- param: most INTEGER 60 "a block with more different statements than this speaks of no single thing"
-- param: least INTEGER 2 "content words that both share at least"
-- param: likeness REAL 0.35 "part of the shorter statement's content words that both share at least"
-- param: alike REAL 0.65 "likewise in one article, which says many things in like words"
-- param: days INTEGER 7 "days within which stories that call it by other words are taken for one"
-- param: kinds TEXT "negation antonym" "the differences looked for, as statements_kind names them"
-- message: {said_a} ({speaker_a}, {article_a}) against {said_b} ({speaker_b}, {article_b}): {reason}
-- test: statement
WITH told AS MATERIALIZED (
  SELECT block_key, group_id, fresh, article, claim, speaker, published, text, span_begin, span_end
  FROM statement_groups
  WHERE groups <= :most AND zone NOT IN ('furniture', 'caption', 'subhead') AND modality = 'asserted'
),
likely AS (
  SELECT a.block_key, a.article AS article_a, a.claim AS claim_a, a.text AS said_a, a.speaker AS speaker_a, a.span_begin AS begin_a, a.span_end AS end_a,
         a.published AS published_a, b.article AS article_b, b.claim AS claim_b, b.text AS said_b, b.speaker AS speaker_b, b.span_begin AS begin_b,
         b.span_end AS end_b, b.published AS published_b
  FROM told AS a
  JOIN told AS b ON b.block_key = a.block_key AND b.group_id > a.group_id
  WHERE (a.fresh OR b.fresh)
    AND (a.article <> b.article OR a.span_end + 1 < b.span_begin OR b.span_end + 1 < a.span_begin)
    AND ((shared_words(a.text, b.text) >= :least AND likeness(a.text, b.text) >= iif(a.article = b.article, :alike, :likeness))
         -- opposites in one story, whatever they are told of is called
         OR (a.block_key LIKE '/%' AND a.article <> b.article
             AND coalesce(abs(days_between(a.published, b.published)) <= :days, 1)
             AND statements_kind(a.text, a.published, b.text, b.published) = 'antonym'))
),
pairs AS (
  SELECT *, statements_reason(said_a, published_a, said_b, published_b) AS reason,
         row_number() OVER (PARTITION BY block_key, said_a ORDER BY likeness(said_a, said_b) DESC, said_b) AS place
  FROM likely
  WHERE statements_answer(said_a, published_a, said_b, published_b) = 'contradiction'
    AND has_word(statements_kind(said_a, published_a, said_b, published_b), :kinds)
)
SELECT
  block_key AS block,
  'cannot both hold: ' || min(fold(said_a), fold(said_b)) || ' / ' || max(fold(said_a), fold(said_b)) AS subject,
  place(article_a, claim_a, NULL, NULL) AS claim_a,
  place(article_b, claim_b, NULL, NULL) AS claim_b,
  by_turns(place(article_a, claim_a, begin_a, end_a), place(article_b, claim_b, begin_b, end_b)) AS evidence,
  likeness(said_a, said_b) AS score,
  said_a, coalesce(nullif(speaker_a, 'unspecified'), 'nobody named') AS speaker_a, article_a,
  said_b, coalesce(nullif(speaker_b, 'unspecified'), 'nobody named') AS speaker_b, article_b,
  reason
FROM pairs
WHERE place = 1

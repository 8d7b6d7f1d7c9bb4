-- hearsay-rule: 1
-- id: denial
-- version: 4
-- title: Denied
-- kind: denial
-- severity: medium
-- why: A denial printed without what it denies, or the other way round, is half of the story; somebody has to say which part it meets.
-- quiet when: the denial is the only thing said of the matter; the other statement says no, too; somebody declines to comment or does not
--   deny; the denier takes part in what is said; an offer, a demand or an attempt is turned down
-- block: block_key
-- needs: claims
-- param: close INTEGER 2 "content words a statement shares with the denial to count as what it denies"
-- param: few INTEGER 1 "a denial of so few content words ('the figure') is of what was said right before it"
-- param: likeness REAL 0.35 "part of the shorter one's content words that a denial and what it denies share at least"
-- param: pointing TEXT "claim claims allegation allegations accusation accusations charge charges report reports finding findings figure figures suggestion suggestions account accounts version testimony testimonies rumour rumours rumor rumors fabrication fabrications lie lies slander propaganda"
--   "nouns with which a denial points at what others said"
-- param: negative TEXT "no not none never nobody nothing neither nor without didn't don't doesn't isn't wasn't weren't hasn't haven't hadn't won't can't couldn't"
--   "words that make a statement say no"
-- param: refused TEXT "attempt attempts effort efforts call calls demand demands request requests offer offers proposal proposals plea pleas bid bids criticism comparison comparisons"
--   "what is turned down and not denied, where the words begin with it"
-- message: {denier} denied: {denied}. Against it: {against}
-- test: denial
WITH denials AS (
  SELECT *, shared_words(text, text) <= :few OR has_word(text, :pointing) AS points FROM claims
  WHERE modality = 'denied' AND speaker_kind IN ('person', 'organization', 'government') AND speaker <> 'unspecified'
    AND NOT has_word(substr(text, 1, 24), :refused) AND text NOT LIKE 'to %'
    AND zone <> 'furniture'
),
against AS (
  SELECT d.block_key, d.article, d.claim AS denial, d.speaker AS denier, d.text AS denied, d.span_begin AS denial_begin,
         d.span_end AS denial_end, c.claim, c.text, c.span_begin, c.span_end,
         shared_words(d.text, c.text) AS shared, likeness(d.text, c.text) AS likeness,
         row_number() OVER (PARTITION BY d.block_key, d.claim
                            ORDER BY shared_words(d.text, c.text) DESC, d.points AND c.span_begin > d.span_begin,
                                     iif(d.points, d.span_begin - c.span_end, 0), c.type = 'assertion', c.span_begin) AS place
  FROM denials AS d
  JOIN claims AS c ON c.block_key = d.block_key AND c.claim <> d.claim
  WHERE c.modality NOT IN ('denied', 'intended') AND c.zone NOT IN ('furniture', 'caption', 'subhead')
    AND c.speaker IS NOT d.speaker AND c.entity IS NOT coalesce(d.entity, '-')
    AND (d.points OR (shared_words(d.text, c.text) > 0 AND likeness(d.text, c.text) >= :likeness))
    AND has_word(c.text, :negative) = has_word(d.text, :negative)
    -- not the sentence that reports the denial
    AND (c.span_end <= d.span_begin OR d.span_end <= c.span_begin)
)
SELECT
  block_key AS block,
  denier || ' denies: ' || denied AS subject,
  place(article, denial, NULL, NULL) AS claim_a,
  by_turns(place(article, denial, denial_begin, denial_end),
           places(article, claim, span_begin, span_end, place)) AS evidence,
  CASE WHEN max(shared) > :close OR max(likeness) FILTER (WHERE shared = :close) >= 0.5 THEN 'high'
       WHEN max(shared) < :close AND shared_words(denied, denied) > :close THEN 'low' ELSE 'medium' END AS severity,
  denier,
  denied,
  max(text) FILTER (WHERE place = 1) AS against
FROM against
GROUP BY block_key, article, denial

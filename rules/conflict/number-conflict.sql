-- hearsay-rule: 1
-- id: number-conflict
-- version: 5
-- title: Different figures for one thing
-- kind: number
-- severity: high
-- why: Two figures for one thing cannot both be printed without a word of explanation.
-- quiet when: one figure holds or rounds the other ("at least 15" and 17, "about 300" and 302); the higher one is a later count; a
--   measure was taken on another day, unless the sentences cannot both hold; unit, rate or scope differ; one article's own figures count different things; a
--   speaker's count of people fell from one day to a later one (see number-falling); a birthday lies between two ages of a person
-- block: block_key
-- needs: value_groups
-- param: tolerance REAL 0.05 "figures closer than this ratio agree"
-- param: most INTEGER 24 "a block with more different values than this speaks of no single thing"
-- param: tolls TEXT "dead injured missing detained displaced infected sick rescued released" "counts of people that change with time"
-- param: telling INTEGER 2 "words around both figures that must be shared, but for tolls in different articles; one less where a slip of the hand parts them"
-- param: vague TEXT "peopl change" "what is counted so tells little: one more word must be shared"
-- param: birthdays INTEGER 60 "days within which two ages of one person are compared"
-- param: soon INTEGER 3 "days within which a higher figure of another speaker is no later count, unless it is a toll, and within which sums
--   of money are compared"
-- message: {topic}: {low_text} ({low_speaker}, {low_article}) against {high_text} ({high_speaker}, {high_article})
-- test: number-conflict
WITH figures AS MATERIALIZED (
  SELECT block_key, fresh, low, high, modifier, unit, rate, noun_class, topic, event, scope,
         -- one or more; they are counted only where that is not seen at once
         CASE WHEN figures = 1 THEN 1 WHEN first_article <> last_article THEN 2 ELSE articles END AS articles,
         first_article, first_claim, first_text, first_begin, first_end, first_speaker, first_anchors, first_words, first_as_of,
         last_as_of
  FROM value_groups
  WHERE groups <= :most AND noun_class <> '' AND event <> ''
),
-- two figures of one thing, and what the conditions below ask of them
met AS (
  SELECT a.block_key, a.unit, a.rate, a.noun_class, a.scope, a.topic, a.event AS low_event, b.event AS high_event, a.high AS low_value,
         iif(b.unit = a.unit, b.low, in_unit(b.low, b.unit, a.unit)) AS high_value,
         a.first_article AS low_article, a.first_claim AS low_claim, a.first_begin AS low_begin, a.first_end AS low_end,
         a.first_text AS low_text, a.first_speaker AS low_speaker, a.modifier AS low_modifier,
         b.first_article AS high_article, b.first_claim AS high_claim, b.first_begin AS high_begin, b.first_end AS high_end,
         b.first_text AS high_text, b.first_speaker AS high_speaker, b.modifier AS high_modifier,
         a.first_words AS low_words, b.first_words AS high_words, a.first_anchors AS low_anchors, b.first_anchors AS high_anchors,
         a.first_as_of AS low_as_of, b.first_as_of AS high_as_of,
         figures_relation(a.low, a.high, a.modifier, iif(b.unit = a.unit, b.low, in_unit(b.low, b.unit, a.unit)),
                          iif(b.unit = a.unit, b.high, in_unit(b.high, b.unit, a.unit)), b.modifier, a.unit,
                          iif(a.noun_class = 'age' OR coalesce(figures_slip(a.high, b.low), 0), 0, :tolerance)) AS relation,
         coalesce(figures_slip(a.high, b.low), 0) AND b.unit = a.unit AS slip,
         shared_words(a.first_anchors, b.first_anchors) AS shared,
         has_word(a.noun_class, :tolls) AND a.unit || a.rate = '' AS toll,
         a.noun_class = 'sum' OR b.noun_class <> a.noun_class AS unknown_sum,
         a.first_article = b.first_article AND a.articles = 1 AND b.articles = 1 AS one_article,
         first_day(b.first_as_of) - last_day(a.last_as_of) AS higher_later,  -- days; NULL: not known
         first_day(a.first_as_of) - last_day(b.last_as_of) AS lower_later
  FROM figures AS a
  JOIN figures AS b ON b.block_key = a.block_key AND b.rate = a.rate AND iif(b.unit = a.unit, b.low, in_unit(b.low, b.unit, a.unit)) > a.high
                        -- the block's own class is that of figures of which nothing says what they are: "sum", "area"
                        AND (b.noun_class = a.noun_class OR substr(a.block_key, 1, instr(a.block_key, '|') - 1) IN (a.noun_class, b.noun_class)
                             OR (a.noun_class IN ('price', 'cost') AND b.noun_class IN ('price', 'cost')))
                        AND (b.scope IS a.scope OR (coalesce(a.scope, b.scope) = coalesce(b.scope, a.scope) AND coalesce(figures_slip(a.high, b.low), 0)))
  WHERE (a.fresh OR b.fresh) AND (a.high = 0 OR b.unit <> a.unit OR b.low <= a.high * 1000)  -- beyond a million for a billion, two things
),
-- what the sentences themselves say of each other
said AS (
  SELECT *, statements_answer(low_words, low_as_of, high_words, high_as_of) AS answer,
         has_word(statements_kind(low_words, low_as_of, high_words, high_as_of), 'number') AS of_number,
         has_word(statements_kind(low_words, low_as_of, high_words, high_as_of), 'number date place') AS of_figures,
         statements_reason(low_words, low_as_of, high_words, high_as_of) AS reason
  FROM met
  WHERE relation IN ('conflict', 'updateable')
),
pairs AS (
  -- by name: a column that a condition above did not have to ask for is not asked for here
  SELECT block_key, unit, rate, noun_class, scope, topic, low_event, high_event, low_value, high_value, low_article, low_claim, low_begin, low_end, low_text,
         low_speaker, high_article, high_claim, high_begin, high_end, high_text, high_speaker, slip,
         coalesce(higher_later > 0, 0) AND (unit || rate <> '' OR toll) AS later,
         row_number() OVER (PARTITION BY block_key, unit, rate, scope
                            -- of tolls the widest apart; of anything else those whose sentences are most alike
                            ORDER BY iif(has_word(noun_class, :tolls), 0, coalesce(likeness(low_words, high_words), 0)) DESC,
                                     high_value / max(low_value, 1) DESC, low_value, high_value DESC, low_modifier, high_modifier) AS place
  FROM said
  -- a speaker's toll that fell is told by number-falling
  WHERE NOT (toll AND low_article <> high_article AND coalesce(low_speaker = high_speaker, 0) AND coalesce(lower_later > 0, 0))
    -- the higher figure is no later count; what is no toll does not grow from one speaker to the next
    AND (coalesce(higher_later <= 0, 1)
         OR (noun_class = 'age' AND high_value - low_value > 1 AND higher_later <= :birthdays)
         OR (NOT toll AND low_article <> high_article AND low_speaker <> high_speaker AND higher_later <= :soon
             AND (of_number OR (shared > :telling AND unit || rate = ''))))
    -- a measure is compared with those of its own days
    AND (unit = '' OR coalesce(lower_later <= iif(noun_class = 'age', :birthdays, iif(length(unit) = 3 OR of_number OR slip, :soon, 0)), 1))
    AND CASE
          WHEN noun_class = 'age' THEN 1
          WHEN one_article
            THEN low_speaker IS NOT high_speaker AND low_claim IS NOT high_claim AND NOT unknown_sum  -- an article has many sums
                 AND likeness(low_anchors, high_anchors) >= 0.5 AND shared > :telling
          -- in cases and not with OR, so that the sentences are read only where it comes to that
          WHEN has_word(noun_class, :tolls) AND shared > 0 THEN 1
          WHEN shared >= :telling + (topic = '%' OR has_word(noun_class, :vague)) + 2 * unknown_sum - slip
               -- another period, a part, "net" and "operating" explain them; not what is said of one of them and a third figure
               AND (slip OR coalesce(NOT (answer = 'compatible' AND of_figures
                                          AND ((instr(reason, low_text) > 0) = (instr(reason, high_text) > 0)
                                               OR instr(reason, low_text || ' and ') > 0 OR instr(reason, high_text || ' and ') > 0)), 1)) THEN 1
          -- a slip of the hand parts two large counts of one thing in one story
          WHEN slip AND unit = '' AND low_value >= 100 THEN 1
          -- little stands around either: "She wrote 34 songs"
          WHEN shared_words(low_words, high_words) > 0 AND answer = 'contradiction' AND of_number THEN 1
        END
)
SELECT
  block_key AS block,
  iif(noun_class = 'age', '', 'number of ') || noun_class || coalesce(' (' || scope || ')', '') || iif(unit || rate = '', '', ' ' || unit || rate) || ', ' || min(low_event, high_event) ||
    iif(low_event = high_event, '', ' / ' || max(low_event, high_event)) || ': ' || rtrim(rtrim(low_value, '0'), '.') || ' / ' || rtrim(rtrim(high_value, '0'), '.') AS subject,
  place(low_article, low_claim, iif(low_claim IS NULL, low_begin, NULL), iif(low_claim IS NULL, low_end, NULL)) AS claim_a,
  place(high_article, high_claim, iif(high_claim IS NULL, high_begin, NULL), iif(high_claim IS NULL, high_end, NULL)) AS claim_b,
  by_turns(place(low_article, low_claim, low_begin, low_end), place(high_article, high_claim, high_begin, high_end),
           -- the other counts of the same people; of anything else those that say one of the two
           (SELECT places(c.first_article, c.first_claim, c.first_begin, c.first_end, c.low) FROM value_groups AS c
            WHERE c.block_key = pairs.block_key AND c.unit = pairs.unit AND c.rate = pairs.rate AND c.scope IS pairs.scope
              AND (has_word(pairs.noun_class, :tolls) OR c.low IN (low_value, high_value) OR c.high IN (low_value, high_value)))) AS evidence,
  iif(later AND NOT (slip AND noun_class <> 'age'), 'medium', 'high') AS severity,
  coalesce(nullif(topic, ''), noun_class) AS topic,
  low_text,
  coalesce(low_speaker, 'nobody named') AS low_speaker,
  low_article,
  high_text,
  coalesce(high_speaker, 'nobody named') AS high_speaker,
  high_article
FROM pairs
WHERE place = 1

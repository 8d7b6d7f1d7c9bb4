// What rule_functions() hands out: one entry a function, with the examples that the tests run.

#include <algorithm>

#include "rules/engine/functions.h"

namespace hearsay {

const std::vector<RuleFunction>& rule_functions() {
  static const std::vector<RuleFunction> functions{
      {"place",
       "article, claim, begin, end",
       "One place of a text, for the columns claim_a, claim_b and evidence. Without begin and end: the whole claim.",
       {{"place('fire', '0123456789abcdef', 12, 20)", "'fire#0123456789abcdef@12-20'"},
        {"place('fire', NULL, 12, 20)", "'fire#@12-20'"},
        {"place('fire', '0123456789abcdef', NULL, NULL)", "'fire#0123456789abcdef'"},
        {"place(NULL, 'x', 1, 2)", "NULL"}}},
      {"places",
       "article, claim, begin, end, rank",
       "Aggregate: the places of a group, one a line, lowest rank first, then in order of article and text; twelve at "
       "most.",
       {{"(SELECT places('a', NULL, b, b + 2, -b) FROM (SELECT 1 AS b UNION ALL SELECT 5))", "'a#@5-7\na#@1-3'"}}},
      {"by_turns",
       "list, list, ...",
       "Lists of places as one: the first of each, the second of each and so on, so that every side is seen early.",
       {{"by_turns('a#@1-2\na#@3-4', 'b#@1-2')", "'a#@1-2\nb#@1-2\na#@3-4'"},
        {"by_turns(NULL, 'b#@1-2')", "'b#@1-2'"}}},
      {"fold",
       "text",
       "Letters without case, quotes and dashes made plain.",
       {{"fold('Sahlén’s')", "'sahlén''s'"}, {"fold(NULL)", "NULL"}}},
      {"unaccented", "text", "fold() without accents.", {{"unaccented('Sahlén')", "'sahlen'"}}},
      {"first_day",
       "edtf",
       "First day a date may mean, counted from 1970-01-01; NULL where it has no year or no beginning.",
       {{"first_day('1970-01')", "0"}, {"first_day('XXXX-08-18')", "NULL"}, {"first_day('soon')", "NULL"}}},
      {"last_day",
       "edtf",
       "Last day a date may mean, counted from 1970-01-01; NULL where it has no year or no end.",
       {{"last_day('1970-01')", "30"}, {"last_day('2020/..')", "NULL"}}},
      {"days_between",
       "edtf_a, edtf_b",
       "Days between the nearest ends of two dates; 0 where they may be the same day, NULL where a year is missing.",
       {{"days_between('2020-07-24', '2020-07-31')", "7"},
        {"days_between('2020-07', '2020-07-31')", "0"},
        {"days_between('XXXX-07-24', '2020-07-31')", "NULL"}}},
      {"name_answer",
       "name_a, name_b",
       "Whether two names are one: 'same' (but for case, titles, order), 'variant' (spelled differently), 'different'.",
       {{"name_answer('Tomasz Wierzbicki', 'Tomasz Wierzbiki')", "'variant'"},
        {"name_answer('Mayor Lucía Ferrando', 'Lucía Ferrando')", "'same'"},
        {"name_answer('Ingrid Sahlén', 'Tomasz Wierzbicki')", "'different'"}}},
      {"name_kind",
       "name_a, name_b",
       "How they differ: none, accent, typo, romanisation, order, hyphen, truncation, initial, nickname, title, "
       "surname.",
       {{"name_kind('Ingrid Sahlén', 'Sahlén')", "'surname'"},
        {"name_kind('Seo Min Jae', 'Seo Min')", "'truncation'"}}},
      {"name_reason",
       "name_a, name_b",
       "What was laid beside what, in words.",
       {{"name_reason('Ingrid Sahlén', NULL)", "NULL"}}},
      {"name_score",
       "name_a, name_b",
       "How sure one name is meant, 0 to 1.",
       {{"name_score('Ingrid Sahlén', 'Ingrid Sahlén')", "1.0"}}},
      {"figures_relation",
       "low_a, high_a, modifier_a, low_b, high_b, modifier_b, unit, tolerance",
       "How two figures of one unit stand to each other: agree, rounding, bound, updateable (apart, but the higher may "
       "be the later), conflict. A NULL end is open; NULL where one has neither.",
       {{"figures_relation(212, 212, 'none', 312, 312, 'none', '', 0.1)", "'conflict'"},
        {"figures_relation(15, NULL, 'at_least', 17, 17, 'none', '', 0.1)", "'bound'"},
        {"figures_relation(30, 30, 'approx', 31, 31, 'none', '', 0.1)", "'bound'"},
        {"figures_relation(NULL, NULL, 'none', 31, 31, 'none', '', 0.1)", "NULL"}}},
      {"figures_reason",
       "low_a, high_a, modifier_a, low_b, high_b, modifier_b, unit, tolerance",
       "The same in words.",
       {{"figures_reason(212, 212, 'none', 312, 312, 'none', '', 0.1)", "'212 against 312'"}}},
      {"likeness",
       "text_a, text_b",
       "How much two statements speak of one thing: shared content words as a part of the shorter one's, 0 to 1.",
       {{"likeness('Divers searched the basin', 'The basin was searched')", "1.0"},
        {"likeness('', 'The basin')", "0.0"}}},
      {"share_in",
       "text_a, text_b",
       "The part of text_a's content words that text_b has too, 0 to 1.",
       {{"share_in('Divers searched', 'They searched the basin')", "0.5"}}},
      {"shared_words",
       "text_a, text_b",
       "The number of content words the two share.",
       {{"shared_words('Divers searched the basin', 'They searched the basin')", "2"}}},
      {"words_only_in",
       "text_a, text_b",
       "The content words of text_a that text_b does not have, one space between.",
       {{"words_only_in('Divers searched the basin', 'They searched the basin')", "'divers'"}}},
      {"has_word",
       "text, words",
       "1 if one of the words (one space between, small letters) stands in the text as a word of its own, else 0.",
       {{"has_word('Both defectors fled', 'both all every')", "1"}, {"has_word('bothered', 'both')", "0"}}},
  };
  return functions;
}

bool is_rule_function(std::string_view name) {
  const auto& functions = rule_functions();
  return std::any_of(functions.begin(), functions.end(), [name](const RuleFunction& f) { return f.name == name; });
}

}  // namespace hearsay

// Words are looked at before SQLite compiles them, columns and plan after. The plan is judged by what EXPLAIN QUERY
// PLAN says of it: a step that reads a whole view inside another step's loop, or inside a correlated subquery, is a
// comparison of everything with everything.

#include "rules/engine/form.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace hearsay {
namespace {

bool is_view(std::string_view name) {
  return std::find(std::begin(kFactViews), std::end(kFactViews), name) != std::end(kFactViews);
}

// A name that opens a common table expression: NAME [(columns)] AS [[NOT] MATERIALIZED] (
const SqlWord* view_redefined(const std::vector<SqlWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].name || !is_view(words[i].folded)) continue;
    std::size_t next = i + 1;
    if (next < words.size() && words[next].folded == "(") {
      while (next < words.size() && words[next].folded != ")") ++next;
      ++next;
    }
    if (next >= words.size() || words[next].folded != "as") continue;
    ++next;
    while (next < words.size() && (words[next].folded == "not" || words[next].folded == "materialized")) ++next;
    if (next < words.size() && words[next].folded == "(") return &words[i];
  }
  return nullptr;
}

// A word "fresh" that is neither a column handed on nor half of "(a.fresh OR b.fresh)": else a rule could find in a
// block what it would not find when it looks at all of it.
const SqlWord* fresh_misused(const std::vector<SqlWord>& words) {
  const auto word = [&words](std::size_t at) { return at < words.size() ? std::string_view(words[at].folded) : ""; };
  const auto among = [](std::string_view folded, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), folded) != list.end();
  };
  const auto pair_from = [&](std::size_t open) {
    return word(open) == "(" && word(open + 2) == "." && word(open + 3) == "fresh" && word(open + 4) == "or" &&
           word(open + 6) == "." && word(open + 7) == "fresh" && word(open + 8) == ")" &&
           word(open + 1) != word(open + 5) && open > 0 && among(word(open - 1), {"where", "and", "on"}) &&
           among(word(open + 9), {"", "and", ")", "where", "group", "order"});
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].name || words[i].folded != "fresh") continue;
    const bool handed_on =
        i > 0 && (word(i - 1) == "," || word(i - 1) == "select") && (word(i + 1) == "," || word(i + 1) == "from");
    const bool paired = (i >= 3 && pair_from(i - 3)) || (i >= 7 && pair_from(i - 7));
    if (!handed_on && !paired) return &words[i];
  }
  return nullptr;
}

}  // namespace

Error error_at_word(const Rule& rule, const SqlWord* word, std::string message, std::string hint) {
  return error_at(rule.file, rule.text, word == nullptr ? rule.sql_begin : word->span.begin, std::move(message),
                  std::move(hint));
}

const SqlWord* word_named(const std::vector<SqlWord>& words, std::string_view folded) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [folded](const SqlWord& word) { return word.name && word.folded == folded; });
  return found == words.end() ? nullptr : &*found;
}

// What SQLite would accept and a rule must not hold.
std::optional<Error> refused_form(const Rule& rule, const std::vector<SqlWord>& words) {
  if (words.empty() || (words.front().folded != "select" && words.front().folded != "with")) {
    return error_at_word(rule, words.empty() ? nullptr : &words.front(), "a rule is exactly one SELECT",
                         "begin with SELECT or WITH");
  }
  const auto end = std::find_if(words.begin(), words.end(), [](const SqlWord& word) { return word.folded == ";"; });
  if (end != words.end() && end + 1 != words.end()) {
    return error_at_word(rule, &*(end + 1), "text stands behind the end of the SELECT",
                         "a rule is exactly one SELECT; remove it");
  }
  if (const SqlWord* word = view_redefined(words)) {
    return error_at_word(rule, word,
                         fmt::format("\"{}\" is a fact view and cannot be given another meaning", word->folded),
                         "name the expression otherwise");
  }
  if (const SqlWord* word = fresh_misused(words)) {
    return error_at_word(rule, word, "\"fresh\" says which pairs are new, and nothing else",
                         "write (a.fresh OR b.fresh) among the conditions of the pair a, b");
  }
  for (const std::string& source : sources_of(words)) {
    if (is_view(source) && std::find(rule.needs.begin(), rule.needs.end(), source) == rule.needs.end()) {
      return error_at_word(rule, word_named(words, source),
                           fmt::format("view \"{}\" is not among the header's \"needs\"", source), "add it there");
    }
  }
  return std::nullopt;
}

std::vector<std::string> columns_of(sqlite3_stmt* statement) {
  std::vector<std::string> names;
  for (int i = 0; i < sqlite3_column_count(statement); ++i) names.emplace_back(sqlite3_column_name(statement, i));
  return names;
}

std::optional<Error> refused_columns(const Rule& rule, sqlite3_stmt* statement) {
  const std::vector<std::string> names = columns_of(statement);
  const std::vector<SqlWord> words = sql_words(rule.text, rule.sql_begin);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
        names.begin() + static_cast<std::ptrdiff_t>(i)) {
      return error_at_word(rule, word_named(words, names[i]),
                           fmt::format("two result columns are named \"{}\"", names[i]),
                           "give each a name of its own with AS");
    }
  }
  const auto missing = [&names](std::string_view name) {
    return std::find(names.begin(), names.end(), name) == names.end();
  };
  for (const std::string_view required : {"block", "subject", "claim_a"}) {
    if (missing(required)) {
      return error_at_word(rule, nullptr, fmt::format("the SELECT has no column \"{}\"", required),
                           "block, subject and claim_a are required; see docs/rules.md");
    }
  }
  for (const std::string& column : rule.placeholders) {
    if (missing(column)) {
      return error_at_word(rule, nullptr,
                           fmt::format("the message names \"{{{}}}\", which is no column of the SELECT", column),
                           fmt::format("add \"... AS {}\" or change the message", column));
    }
  }
  return std::nullopt;
}

// A loop inside another that reads everything each time: the second table of a join, or a correlated subquery, without
// a key. Rows of EXPLAIN QUERY PLAN: id, parent, unused, detail.
Plan plan_of(sqlite3_stmt* explain) {
  Plan plan;
  std::map<int, bool> has_table;  // by parent
  std::set<int> correlated;
  std::set<std::pair<int, std::string>> coroutines;  // parent, name
  while (sqlite3_step(explain) == SQLITE_ROW) {
    const int id = sqlite3_column_int(explain, 0);
    const int parent = sqlite3_column_int(explain, 1);
    const std::string detail = reinterpret_cast<const char*>(sqlite3_column_text(explain, 3));
    plan.steps.push_back(detail);
    constexpr std::string_view kCoroutine = "CO-ROUTINE ";
    const bool coroutine = detail.starts_with(kCoroutine);
    // What stands in a correlated subquery runs as often as that does.
    if (detail.starts_with("CORRELATED") || (coroutine && correlated.count(parent) != 0)) correlated.insert(id);
    if (coroutine) coroutines.emplace(parent, detail.substr(kCoroutine.size()));
    // The rows of a coroutine are those its own steps have found. All rows of one view are a stretch of `block`.
    const bool scan = detail.starts_with("SCAN ") && detail != "SCAN CONSTANT ROW";
    const bool all_blocks = detail.find("(view=?") != std::string::npos && detail.find("key=?") == std::string::npos;
    const bool reads_all = all_blocks || (scan && coroutines.count({parent, detail.substr(5)}) == 0);
    if (reads_all && (has_table[parent] || correlated.count(parent) != 0) && !plan.scan) plan.scan = detail;
    if (reads_all || detail.starts_with("SEARCH ")) has_table[parent] = true;
  }
  return plan;
}

}  // namespace hearsay

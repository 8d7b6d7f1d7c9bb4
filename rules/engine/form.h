#pragma once
// What a rule's SQL must look like beyond what SQLite asks: one SELECT and nothing else, no view's name given another
// meaning, the columns a rule returns, and a plan that compares inside blocks.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/result.h"
#include "rules/engine/rule.h"
#include "rules/engine/sql_words.h"

struct sqlite3_stmt;

namespace hearsay {

// What a rule will cost, from SQLite's query plan.
struct Plan {
  std::vector<std::string> steps;   // as EXPLAIN QUERY PLAN words them
  std::optional<std::string> scan;  // an inner loop without a key: the rule would compare everything with everything
};

// An error at a word of the rule's SQL; nullptr: where the SQL begins.
Error error_at_word(const Rule& rule, const SqlWord* word, std::string message, std::string hint);

// The first word that is this identifier, or nullptr.
const SqlWord* word_named(const std::vector<SqlWord>& words, std::string_view folded);

// What is wrong with the words, or nothing. SQLite itself would take the first statement and pass over the rest.
std::optional<Error> refused_form(const Rule& rule, const std::vector<SqlWord>& words);

// What is wrong with the result columns of the compiled rule, or nothing.
std::optional<Error> refused_columns(const Rule& rule, sqlite3_stmt* statement);

std::vector<std::string> columns_of(sqlite3_stmt* statement);

// Reads a compiled EXPLAIN QUERY PLAN to its end.
Plan plan_of(sqlite3_stmt* explain);

}  // namespace hearsay

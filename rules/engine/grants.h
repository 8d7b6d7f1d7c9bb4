#pragma once
// What a rule may touch, as an SQLite authorizer: SELECT, reads of the views its header names, functions by name.
// SQLite reports every column a query reads together with the view it is read through; but a common table expression
// may bear a view's name and pass for it, so that what a view may read is listed as (table, column) pairs, taken once
// from the views themselves, and an expression of that name is refused before SQLite sees it (sandbox.cc).

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/engine/sql_words.h"

struct sqlite3;

namespace hearsay {

struct Rule;

class Grants {
 public:
  // Reads off the connection's fact views which columns and functions they use themselves. Leaves no authorizer.
  // The views must be there; a view that is not (or does not compile) grants nothing.
  void learn_views(sqlite3* database);

  // From now on the connection compiles what `rule`, of these words, may do and nothing else. `this` and `rule` must
  // outlive that.
  void guard(sqlite3* database, const Rule& rule, const std::vector<SqlWord>& words);
  static void release(sqlite3* database);

  // Why the last statement was refused, and the word at fault; empty where nothing was.
  [[nodiscard]] const std::string& refusal() const { return refusal_; }
  [[nodiscard]] const std::string& refused_word() const { return refused_word_; }

 private:
  static int learn(void* self, int action, const char* first, const char* second, const char* schema,
                   const char* through);
  static int judge(void* self, int action, const char* first, const char* second, const char* schema,
                   const char* through);
  int judge_read(std::string_view table, std::string_view column, std::string_view schema, std::string_view through);
  int judge_call(std::string_view function, std::string_view through);
  int refuse(std::string reason, std::string_view word);

  std::set<std::pair<std::string, std::string>> columns_;  // that the views read
  std::set<std::string, std::less<>> functions_;           // that the views call
  const Rule* rule_ = nullptr;
  std::set<std::string, std::less<>> sources_;  // what the rule's FROM clauses name
  std::string refusal_;
  std::string refused_word_;
};

}  // namespace hearsay

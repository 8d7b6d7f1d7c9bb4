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

struct sqlite3;

namespace hearsay {

struct Rule;

class Grants {
 public:
  // Reads off the connection's fact views which columns and functions they use themselves, and stands at the
  // connection from then on, letting everything pass; `this` must outlive it. The views must be there; a view that is
  // not (or does not compile) grants nothing.
  void learn_views(sqlite3* database);

  // From now on the connection compiles what `rule`, whose FROM clauses name `sources`, may do and nothing else, until
  // release(). `rule` must outlive that. No statement is compiled anew for it: SQLite does so when it gets another
  // authorizer, which is why there is one only.
  void guard(const Rule& rule, std::vector<std::string> sources);
  void release() { rule_ = nullptr; }

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
  const Rule* rule_ = nullptr;                             // nullptr: everything passes
  std::vector<std::string> sources_;                       // what the rule's FROM clauses name
  std::string refusal_;
  std::string refused_word_;
};

}  // namespace hearsay

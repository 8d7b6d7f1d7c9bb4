#pragma once
// Where rules run: a read-only connection to a store on which nothing but one SELECT over the fact views compiles, and
// nothing runs for long.
//
//   Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open(store.path(), comparers);
//   (*sandbox)->narrow({{"dead||port·fire"}});       // the blocks that changed; all of them: widen()
//   Result<std::vector<Row>> rows = (*sandbox)->run(rule, {});
//
// A rule that does not compile, oversteps a limit or returns the wrong columns is an Error of code malformed (its SQL)
// or too_large (its work), with file:line:column and caret. Errors of the store: not_found, locked, unreadable. One
// thread at a time. The heap limit is the process's and holds while a rule runs.

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/value/result.h"
#include "rules/engine/form.h"
#include "rules/engine/functions.h"
#include "rules/engine/grants.h"
#include "rules/engine/row.h"
#include "rules/engine/rule.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hearsay {

struct SandboxLimits {
  std::uint64_t steps = 4'000'000'000;   // of SQLite's virtual machine, for one run of one rule: some tens of seconds
  std::size_t rows = 20'000;             // results of one run; a rule with more is too broad to be of use
  std::int64_t heap_bytes = 1LL << 30U;  // above what the process uses when the run begins
  int text_bytes = 4 << 20U;             // longest text or row
};

// Values a desk set for a rule's parameters, by name; those not named keep the header's.
using ParamValues = std::map<std::string, std::string>;

class Sandbox {
 public:
  // `comparers` must outlive the sandbox.
  static Result<std::unique_ptr<Sandbox>> open(const std::string& store_path, const Comparers& comparers,
                                               SandboxLimits limits = {});
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  // From now on the views show these blocks only; keys in any order, repeated or not. In those that are `grown`, too,
  // only groups with a fact of an article that came are fresh, in the others all are.
  Result<Done> narrow(const std::vector<std::string>& keys, const std::vector<std::string>& grown = {});
  // The articles that came, by their numbers in the store; of those named before none.
  Result<Done> came(const std::vector<std::int64_t>& articles);
  Result<Done> widen();

  // Compiles the rule under the guard and looks at its columns and its plan; runs nothing.
  Result<Plan> check(const Rule& rule);

  // All rows of the rule, in the order of its SELECT. `params` that the rule does not have are an error.
  Result<std::vector<Row>> run(const Rule& rule, const ParamValues& params);

  // Steps the last run took, to the nearest thousand above.
  [[nodiscard]] std::uint64_t steps() const { return limits_.steps - steps_left_; }

  // Names of a view's columns, in its order.
  Result<std::vector<std::string>> columns_of_view(const std::string& view);

  // Puts rows in the place of a view, for examples of rules: from now on the view shows these and nothing of the store.
  // Columns a row does not name are NULL. malformed: a column the view does not have.
  Result<Done> show(const std::string& view, const std::vector<std::map<std::string, Row::Value>>& rows);

  // The program's own questions (explanations): the guard is not up.
  Result<std::vector<Row>> ask(const std::string& sql, const std::vector<std::string>& arguments);

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
    void operator()(sqlite3_stmt* statement) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

  explicit Sandbox(SandboxLimits limits) : limits_(limits) {}
  Result<Done> define_views();
  Result<Done> execute(const std::string& sql);
  Result<Done> scope(const std::string& statement, const std::vector<std::string>& texts);
  Result<Statement> compile(const Rule& rule);
  struct Compiled {
    Statement statement;
    std::vector<std::string> sources;  // that its FROM clauses name
  };
  Result<const Compiled*> compiled(const Rule& rule);  // kept until the views change; owned by the sandbox
  Result<Done> bind(sqlite3_stmt* statement, const Rule& rule, const ParamValues& params);
  Result<std::vector<Row>> collect(sqlite3_stmt* statement, const Rule& rule);
  [[nodiscard]] Error fault(const Rule& rule) const;
  static int tick(void* self);

  SandboxLimits limits_;
  Grants grants_;
  std::unique_ptr<sqlite3, Closer> database_;
  std::map<std::string, std::vector<std::string>> columns_;  // of views, as far as they were asked for
  std::set<std::string> shown_;                              // views that show() replaced
  std::map<std::string, Compiled> compiled_;                 // by the rule's hash; before database_ goes, they go
  std::map<std::string, Statement> asked_;                   // by their SQL; so do they
  bool narrow_ = false;                                      // the views show the blocks of temp.scope
  std::uint64_t steps_left_ = 0;
};

}  // namespace hearsay

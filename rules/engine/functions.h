#pragma once
// The SQL functions a rule may call beside SQLite's own harmless ones. All are deterministic, read nothing but their
// arguments, answer NULL where an argument they need is NULL, and answer NULL rather than fail on text they cannot
// read.

#include <string_view>
#include <vector>

#include "core/compare/likeness.h"
#include "core/compare/names.h"
#include "core/compare/quantities.h"
#include "core/compare/statements.h"
#include "core/extract/statement_reader.h"
#include "core/lexicon/lexicon.h"

struct sqlite3;

namespace hearsay {

// What the functions compare with; built once from the lexicon, never changes, may be shared between threads.
struct Comparers {
  explicit Comparers(const Lexicon& lexicon)
      : names(lexicon), figures(lexicon), likeness(lexicon), reader(lexicon), statements(lexicon) {}

  NameComparer names;
  FigureComparer figures;
  Likeness likeness;
  StatementReader reader;
  StatementComparer statements;
};

// A call with what it answers, as SQL: shown in docs/rules.md and by `hearsay rules`, run as tests.
struct FunctionExample {
  std::string_view call;    // "days_between('2020-07-24', '2020-07-31')"
  std::string_view answer;  // "7"; a text in single quotes; "NULL"
};

struct RuleFunction {
  std::string_view name;
  std::string_view arguments;  // "edtf_a, edtf_b"
  std::string_view does;       // one sentence
  std::vector<FunctionExample> examples;
};

// In the order of the documentation.
const std::vector<RuleFunction>& rule_functions();
bool is_rule_function(std::string_view name);

// Makes the functions known to a connection, which keeps what they have read of texts. `comparers` must outlive it.
void add_rule_functions(sqlite3* database, const Comparers& comparers);

}  // namespace hearsay

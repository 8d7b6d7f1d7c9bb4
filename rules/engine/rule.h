#pragma once
// A rule: one SQL file with a header of "-- key: value" lines and exactly one SELECT. The page docs/rules.md explains
// how to write one.
//
//   Result<Rule> rule = parse_rule({"figures-differ.sql", text});
//   if (!rule) print(rule.error().text());   // figures-differ.sql:4:9: ... and the line with a caret below it

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/flag.h"
#include "core/value/named_text.h"
#include "core/value/result.h"

namespace hearsay {

enum class ParamType { real, integer, text };

// A threshold a desk may set without touching the SQL, which reads it as ":name".
struct RuleParam {
  std::string name;
  ParamType type = ParamType::real;
  std::string value;  // as written: "0.10", "3", "medium"
  std::string about;  // for a person: "figures closer than this ratio agree"

  friend bool operator==(const RuleParam&, const RuleParam&) = default;
};

struct Rule {
  std::string file;  // name as given
  std::string id;    // lower-case words joined by "-"
  int version = 1;
  std::string title;
  std::string kind;  // one of kFlagKinds
  Severity severity = Severity::medium;
  std::string why;                 // why anyone should care
  std::string quiet_when;          // what looks alike and is no dispute
  std::string block;               // the column that brings comparable facts together
  std::vector<std::string> needs;  // views it reads
  std::vector<RuleParam> params;
  std::string message;                    // "{column}" stands for that result column
  std::vector<std::string> placeholders;  // the columns the message names, in order, each once
  std::string test;                       // folder of its examples under fixtures/rules
  std::string text;           // the whole file; the header is a comment to SQLite, so that its offsets are the file's
  std::size_t sql_begin = 0;  // byte of `text` behind the header
  std::string sha256;         // of `text`

  friend bool operator==(const Rule&, const Rule&) = default;
};

// The words a header's "kind" may hold.
inline constexpr std::string_view kFlagKinds[] = {"name",      "number",      "date",     "role",
                                                  "denial",    "attribution", "quote",    "summary",
                                                  "certainty", "statement",   "sourcing", "missing"};

// The views a header's "needs" may name (docs/facts.md).
inline constexpr std::string_view kFactViews[] = {"articles",           "claims",
                                                  "article_mentions",   "article_names",
                                                  "article_quantities", "article_times",
                                                  "article_quotes",     "article_statements",
                                                  "article_parts",      "article_summaries",
                                                  "mentions",           "names",
                                                  "name_groups",        "quantities",
                                                  "value_groups",       "times",
                                                  "time_groups",        "roles",
                                                  "role_groups",        "statements",
                                                  "statement_groups",   "quotes",
                                                  "quote_groups",       "origins",
                                                  "citations"};

// The view whose blocks a view shares: two views of one family may be joined on block_key. claims and all article_...
// views stand in the blocks of articles, mentions in those of names, a view of groups in those of what it groups.
std::string_view family_of(std::string_view view);

// Longest rule file, in bytes.
inline constexpr std::size_t kMaxRuleBytes = 64U << 10U;

// Reads and checks the header; the SQL is checked by Sandbox::compile. Errors: malformed, too_large; `where` is
// file:line:column (1-based; columns count code points), `excerpt` the line with a caret.
Result<Rule> parse_rule(const NamedText& file);

// An Error at byte `at` of `text`: where = "file:line:column", excerpt = the line and a caret below the place.
Error error_at(std::string_view file, std::string_view text, std::size_t at, std::string message, std::string hint);

// The rules compiled into the program, as text; in order of their names.
std::vector<NamedText> shipped_rule_files();

}  // namespace hearsay

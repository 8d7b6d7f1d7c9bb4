// Each example fills the views of an empty store in memory and runs the rule as a check would, guard and all.

#include "rules/engine/examples.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <map>
#include <optional>

#include "core/store/store.h"
#include "rules/engine/finding.h"
#include "rules/engine/sandbox.h"

namespace hearsay {
namespace {

using Record = std::map<std::string, Row::Value>;

// What a column holds where an example does not say it: the commonest value of columns that are never NULL.
const Record& example_defaults() {
  static const Record kExampleDefaults{{"block_key", "b"},
                                       {"article", "a"},
                                       {"zone", "body"},
                                       {"type", "assertion"},
                                       {"act", "speech"},
                                       {"modality", "asserted"},
                                       {"unit", ""},
                                       {"rate", ""},
                                       {"modifier", "none"},
                                       {"noun_class", ""},
                                       {"topic", ""},
                                       {"event", ""},
                                       {"first_anchors", "[]"},
                                       {"whole_text", ""},
                                       {"whole_noun", ""},
                                       {"whole_begin", std::int64_t{0}},
                                       {"whole_end", std::int64_t{1}},
                                       {"complete", std::int64_t{0}},
                                       {"noun", ""},
                                       {"anchors", "[]"},
                                       {"via", "[]"},
                                       {"form", "full"},
                                       {"kind", "person"},
                                       {"published_basis", "stated"},
                                       {"said_basis", "publication"},
                                       {"ordinal", std::int64_t{0}},
                                       {"polarity", std::int64_t{1}},
                                       {"weekday_misfit", std::int64_t{0}},
                                       {"needs_anchor", std::int64_t{0}},
                                       {"mentions", std::int64_t{1}},
                                       {"span_begin", std::int64_t{0}},
                                       {"span_end", std::int64_t{1}},
                                       {"last_begin", std::int64_t{0}},
                                       {"last_end", std::int64_t{1}},
                                       {"claims", std::int64_t{0}},
                                       {"attributed", std::int64_t{0}},
                                       {"named_speakers", std::int64_t{0}},
                                       {"anonymous_speakers", std::int64_t{0}},
                                       {"anonymous_claims", std::int64_t{0}},
                                       {"unplaced_times", std::int64_t{0}},
                                       {"groups", std::int64_t{2}},
                                       {"fresh", std::int64_t{1}},
                                       {"figures", std::int64_t{0}},
                                       {"times", std::int64_t{0}},
                                       {"articles", std::int64_t{1}},
                                       {"outlets", std::int64_t{1}},
                                       {"confidence", 1.0}};
  return kExampleDefaults;
}

Row::Value value_of(const rapidjson::Value& json) {
  if (json.IsInt64()) return std::int64_t{json.GetInt64()};
  if (json.IsNumber()) return json.GetDouble();
  if (json.IsBool()) return std::int64_t{json.GetBool() ? 1 : 0};
  if (json.IsString()) return std::string{json.GetString(), json.GetStringLength()};
  return std::monostate{};
}

std::string text_member(const rapidjson::Value& json, const char* name) {
  const auto member = json.FindMember(name);
  return member != json.MemberEnd() && member->value.IsString() ? member->value.GetString() : "";
}

// Fills the view with the example's rows; columns of the view that a row leaves out get their defaults.
std::optional<std::string> fill(Sandbox& sandbox, const std::string& view, const rapidjson::Value& example) {
  std::vector<Record> rows;
  const auto listed = example.FindMember(view.c_str());
  if (listed != example.MemberEnd()) {
    if (!listed->value.IsArray()) return fmt::format("\"{}\" is no list of rows", view);
    for (const rapidjson::Value& row : listed->value.GetArray()) {
      if (!row.IsObject()) return fmt::format("a row of \"{}\" is no object", view);
      Record record;
      for (const auto& column : row.GetObject()) record[column.name.GetString()] = value_of(column.value);
      rows.push_back(std::move(record));
    }
  }
  Result<std::vector<std::string>> columns = sandbox.columns_of_view(view);
  if (!columns) return columns.error().text();
  for (Record& row : rows) {
    for (const auto& [column, value] : example_defaults()) {
      if (std::find(columns->begin(), columns->end(), column) != columns->end()) row.try_emplace(column, value);
    }
  }
  const Result<Done> shown = sandbox.show(view, rows);
  return shown ? std::nullopt : std::optional{shown.error().text()};
}

// What came differs from what the example says; empty if it does not.
std::string difference(const Rule& rule, const rapidjson::Value& example, const std::vector<Row>& rows,
                       bool must_flag) {
  std::map<std::string, const Row*> subjects;
  for (const Row& row : rows) subjects.try_emplace(row.text("subject"), &row);
  if (!must_flag) {
    return subjects.empty() ? "" : fmt::format("must be quiet, but flags: {}", filled(rule.message, rows.front()));
  }
  if (subjects.empty()) return "must flag, but is quiet";
  const auto count = example.FindMember("flags");
  if (count != example.MemberEnd() && count->value.IsUint64() && count->value.GetUint64() != subjects.size()) {
    return fmt::format("{} flags, not {}", subjects.size(), count->value.GetUint64());
  }
  for (const Row& row : rows) {
    const std::string severity =
        row.text("severity").empty() ? std::string{name_of(rule.severity)} : row.text("severity");
    for (const auto& [name, came] : {std::pair<const char*, std::string>{"severity", severity},
                                     {"subject", row.text("subject")},
                                     {"message", filled(rule.message, row)}}) {
      const std::string expected = text_member(example, name);
      if (!expected.empty() && expected != came) return fmt::format("{} is \"{}\", not \"{}\"", name, came, expected);
    }
  }
  return "";
}

ExampleOutcome run_line(const Rule& rule, Sandbox& sandbox, std::string_view line, bool must_flag) {
  ExampleOutcome outcome{rule.id, "", "", ""};
  rapidjson::Document example;
  example.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
  if (example.HasParseError() || !example.IsObject()) {
    outcome.fault =
        example.HasParseError() ? rapidjson::GetParseError_En(example.GetParseError()) : "the line is no JSON object";
    return outcome;
  }
  outcome.name = text_member(example, "name");
  if (outcome.name.empty()) outcome.fault = "the example has no \"name\" that says the situation";
  for (const auto& member : example.GetObject()) {
    const std::string key = member.name.GetString();
    const bool view = std::find(rule.needs.begin(), rule.needs.end(), key) != rule.needs.end();
    if (!view && key != "name" && key != "severity" && key != "subject" && key != "message" && key != "flags") {
      outcome.fault = fmt::format("\"{}\" is no view the rule needs", key);
    }
  }
  for (const std::string& view : rule.needs) {
    if (std::optional<std::string> fault = fill(sandbox, view, example)) outcome.fault = *std::move(fault);
  }
  if (!outcome.fault.empty()) return outcome;
  const Result<std::vector<Row>> rows = sandbox.run(rule, {});
  outcome.fault = rows ? difference(rule, example, *rows, must_flag) : rows.error().text();
  return outcome;
}

}  // namespace

Result<std::vector<ExampleOutcome>> run_examples(const Rule& rule, const NamedText& file, bool must_flag,
                                                 const Comparers& comparers) {
  const std::string path = "file:hearsay-examples?mode=memory&cache=shared";
  Result<std::unique_ptr<Store>> store = Store::open(path, OpenMode::create);
  if (!store) return std::move(store).error();
  Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open(path, comparers);
  if (!sandbox) return std::move(sandbox).error();
  if (Result<Plan> plan = (*sandbox)->check(rule); !plan) return std::move(plan).error();
  std::vector<ExampleOutcome> outcomes;
  std::size_t number = 0;
  for (std::string_view rest = file.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    outcomes.push_back(run_line(rule, **sandbox, line, must_flag));
    outcomes.back().where = fmt::format("{}:{}", file.name, number);
  }
  return outcomes;
}

}  // namespace hearsay

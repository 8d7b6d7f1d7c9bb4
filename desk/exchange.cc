#include "desk/exchange.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <map>

#include "core/report/spreadsheet.h"
#include "core/text/utf8.h"
#include "desk/csv.h"

namespace hearsay {
namespace {

constexpr std::string_view kDigestPrefix = "sha256:";

ExchangeRecord record_of(const Flag& flag) {
  ExchangeRecord record;
  record.decision.about = "flag";
  record.decision.subject = flag.id;
  record.words = flag.message;
  record.severity = name_of(flag.severity);
  record.rule = flag.rule;
  return record;
}

void text(rapidjson::Writer<rapidjson::StringBuffer>& writer, const char* key, std::string_view value) {
  writer.Key(key);
  writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

std::string json_line(const ExchangeRecord& record) {
  const Decision& decision = record.decision;
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  text(writer, "about", decision.about);
  text(writer, "subject", decision.subject);
  text(writer, "words", record.words);
  if (decision.about == "flag") {
    text(writer, "rule", record.rule);
    text(writer, "severity", record.severity);
  }
  for (const auto& [key, value] : {std::pair{"verdict", &decision.verdict},
                                   {"value", &decision.value},
                                   {"note", &decision.note},
                                   {"by", &decision.by},
                                   {"at", &decision.at}}) {
    text(writer, key, *value);
  }
  text(writer, "scope", name_of(decision.scope));
  text(writer, "decision", decision.id);
  text(writer, "evidence_sha256", decision.evidence_sha256);
  writer.Key("grounds");
  writer.StartArray();
  for (const Ground& ground : decision.grounds) {
    writer.StartArray();
    writer.String(ground.place);
    writer.String(ground.words);
    writer.EndArray();
  }
  writer.EndArray();
  writer.EndObject();
  return buffer.GetString();
}

Error line_error(const std::string& name, std::size_t line, std::string what, std::string hint) {
  return {ErrorCode::malformed, name + ":" + std::to_string(line), std::move(what), std::move(hint), ""};
}

// Fills a record from its fields by name; unknown names are ignored. What is wrong, or nothing.
std::string fill(ExchangeRecord& record, std::string_view field, std::string value) {
  Decision& decision = record.decision;
  const std::map<std::string_view, std::string*> plain = {
      {"about", &decision.about}, {"subject", &decision.subject}, {"verdict", &decision.verdict},
      {"value", &decision.value}, {"note", &decision.note},       {"by", &decision.by},
      {"at", &decision.at},       {"decision", &decision.id},     {"evidence_sha256", &decision.evidence_sha256},
      {"words", &record.words},   {"rule", &record.rule},         {"severity", &record.severity}};
  if (const auto known = plain.find(field); known != plain.end()) {
    *known->second = std::move(value);
  } else if (field == "scope" && !value.empty()) {
    const std::optional<DecisionScope> scope = decision_scope_named(value);
    if (!scope) return "'" + value + "' is no scope: evidence, flag, block or sources";
    decision.scope = *scope;
  }
  return "";
}

void read_json_line(std::string_view line, std::size_t number, const std::string& name, ExchangeFile& file) {
  rapidjson::Document object;
  object.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
  if (object.HasParseError() || !object.IsObject()) {
    file.errors.push_back(
        line_error(name, number, "no JSON object", "each line is one object, as 'hearsay export' prints it"));
    return;
  }
  ExchangeRecord record;
  record.place = name + ":" + std::to_string(number);
  std::string wrong;
  for (const auto& member : object.GetObject()) {
    const std::string_view field(member.name.GetString(), member.name.GetStringLength());
    if (member.value.IsString()) {
      const std::string fault = fill(record, field, {member.value.GetString(), member.value.GetStringLength()});
      if (!fault.empty()) wrong = fault;
    } else if (field == "grounds" && member.value.IsArray()) {
      for (const auto& ground : member.value.GetArray()) {
        if (!ground.IsArray() || ground.Size() != 2 || !ground[0].IsString() || !ground[1].IsString()) continue;
        record.decision.grounds.push_back({ground[0].GetString(), ground[1].GetString()});
      }
    }
  }
  if (wrong.empty() && record.decision.subject.empty()) wrong = "no subject";
  if (!wrong.empty()) {
    file.errors.push_back(line_error(name, number, wrong, "see docs/cli.md, 'export'"));
    return;
  }
  file.records.push_back(std::move(record));
}

constexpr std::array<std::string_view, 12> kColumns{"subject", "severity", "rule", "words", "verdict",  "value",
                                                    "note",    "by",       "at",   "scope", "decision", "evidence"};

void read_csv_row(const std::vector<std::string>& header, const CsvRow& row, const std::string& name,
                  ExchangeFile& file) {
  const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& c) { return c.empty(); });
  if (blank) return;
  ExchangeRecord record;
  record.place = name + ":" + std::to_string(row.line);
  std::string wrong;
  for (std::size_t i = 0; i < header.size() && i < row.cells.size(); ++i) {
    std::string cell = row.cells[i];
    std::string field = header[i];
    if (field == "evidence") {
      field = "evidence_sha256";
      if (cell.starts_with(kDigestPrefix)) cell.erase(0, kDigestPrefix.size());
    }
    if (field == "subject") {
      const std::size_t colon = cell.find(':');
      record.decision.about = cell.substr(0, std::min(colon, cell.size()));
      cell = colon == std::string::npos ? "" : cell.substr(colon + 1);
    }
    if (field == "decision" && cell.starts_with("decision:")) cell.erase(0, 9);
    if (const std::string fault = fill(record, field, std::move(cell)); !fault.empty()) wrong = fault;
  }
  if (wrong.empty() && record.decision.subject.empty()) wrong = "no subject: 'flag:', 'names:' or 'claim:' and an id";
  if (!wrong.empty()) {
    file.errors.push_back(line_error(name, row.line, wrong, "leave the column 'subject' as it was exported"));
    return;
  }
  file.records.push_back(std::move(record));
}

void read_csv(std::string_view bytes, const std::string& name, ExchangeFile& file) {
  const CsvTable table = csv_rows(bytes);
  if (table.unclosed != 0) {
    file.errors.push_back(
        line_error(name, table.unclosed, "a quotation mark that nothing closes", "close it, or take it out"));
    return;
  }
  if (table.rows.empty() ||
      std::find(table.rows[0].cells.begin(), table.rows[0].cells.end(), "subject") == table.rows[0].cells.end()) {
    file.errors.push_back(line_error(name, 1, "no column 'subject' in the first line",
                                     "keep the header that 'hearsay export --format csv' prints"));
    return;
  }
  for (std::size_t i = 1; i < table.rows.size(); ++i) read_csv_row(table.rows[0].cells, table.rows[i], name, file);
}

}  // namespace

Result<std::vector<ExchangeRecord>> exchange_records(Store& store, bool open) {
  std::vector<ExchangeRecord> records;
  for (const DecisionState state : {DecisionState::standing, DecisionState::stale}) {
    Result<std::vector<DecisionEntry>> entries = store.decision_entries({.state = state});
    if (!entries) return entries.error();
    for (DecisionEntry& entry : *entries) {
      if (entry.decision.verdict == "undone") continue;
      ExchangeRecord record;
      if (entry.decision.about == "flag") {
        Result<Flag> flag = store.flag(entry.decision.subject);
        if (!flag) return flag.error();
        record = record_of(*flag);
      }
      record.decision = std::move(entry.decision);
      record.words = std::move(entry.words);
      records.push_back(std::move(record));
    }
  }
  std::stable_sort(records.begin(), records.end(),
                   [](const ExchangeRecord& a, const ExchangeRecord& b) { return a.decision.at < b.decision.at; });
  if (!open) return records;
  Result<std::vector<Flag>> flags = store.flags({.undecided = true});
  if (!flags) return flags.error();
  for (const Flag& flag : *flags) {
    if (flag.status == FlagStatus::open) records.push_back(record_of(flag));
  }
  return records;
}

std::string exchange_jsonl(const std::vector<ExchangeRecord>& records) {
  std::string out;
  for (const ExchangeRecord& record : records) out += json_line(record) + "\n";
  return out;
}

std::string exchange_csv(const std::vector<ExchangeRecord>& records) {
  std::string out = "\xEF\xBB\xBF";
  out += spreadsheet_line({kColumns.begin(), kColumns.end()});
  for (const ExchangeRecord& record : records) {
    const Decision& d = record.decision;
    const std::string digest = d.evidence_sha256.empty() ? "" : std::string(kDigestPrefix) + d.evidence_sha256;
    out += spreadsheet_line({d.about + ":" + d.subject, record.severity, record.rule, record.words, d.verdict, d.value,
                             d.note, d.by, d.at, d.verdict.empty() ? "" : std::string(name_of(d.scope)),
                             d.id.empty() ? "" : "decision:" + d.id, digest});
  }
  return out;
}

ExchangeFile read_exchange(std::string_view bytes, const std::string& name) {
  ExchangeFile file;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (const Decoded decoded = decode_utf8(bytes); decoded.invalid > 0) {
    const auto line =
        1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*decoded.first_invalid), '\n');
    file.errors.push_back(line_error(name, static_cast<std::size_t>(line), "not UTF-8",
                                     "save it again as UTF-8 ('CSV UTF-8' in a spreadsheet)"));
    return file;
  }
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return file;
  if (bytes[first] != '{') {
    read_csv(bytes, name, file);
    return file;
  }
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) read_json_line(line, number, name, file);
  }
  return file;
}

}  // namespace hearsay

// A line that cannot be read is answered too ("unrelated", with what is wrong as its reason), so that lines in and
// lines out stay side by side.

#include "cli/commands/compare_claims.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <istream>
#include <ostream>

#include "core/compare/statements.h"
#include "core/extract/statement_reader.h"
#include "core/text/utf8.h"
#include "desk/inputs.h"

namespace hearsay {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_text(Writer& json, const char* key, std::string_view text) {
  json.Key(key);
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

// The string of that name; empty if there is none.
std::string text_of(const rapidjson::Document& line, const char* key) {
  const auto member = line.FindMember(key);
  if (member == line.MemberEnd() || !member->value.IsString()) return {};
  return decode_utf8({member->value.GetString(), member->value.GetStringLength()}).text;
}

// What is wrong with a line; empty if nothing.
std::string trouble_of(const rapidjson::Document& line) {
  if (line.HasParseError() || !line.IsObject()) return "not a JSON object; write one object a line";
  for (const char* key : {"text_a", "text_b"}) {
    const auto member = line.FindMember(key);
    if (member == line.MemberEnd() || !member->value.IsString())
      return fmt::format("no \"{}\"; give both statements as strings", key);
  }
  return {};
}

// The answer as a JSON line, and what was wrong with the line, empty if nothing.
struct Answer {
  std::string json;
  std::string trouble;
};

Answer answer(std::string_view text, const StatementReader& reader, const StatementComparer& comparer) {
  rapidjson::Document line;
  line.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  Answer answer{{}, trouble_of(line)};
  StatementVerdict verdict{StatementAnswer::unrelated, "", answer.trouble};
  if (answer.trouble.empty()) {
    const std::string text_a = text_of(line, "text_a");
    const std::string text_b = text_of(line, "text_b");
    verdict = by_sentence(text_a, text_b, [&](std::string_view said_a, std::string_view said_b) {
      return comparer.compare(reader.read(said_a, text_of(line, "date_a")),
                              reader.read(said_b, text_of(line, "date_b")));
    });
  }
  rapidjson::StringBuffer out;
  Writer json(out);
  json.StartObject();
  json.Key("id");
  if (!line.HasParseError() && line.IsObject() && line.HasMember("id")) {
    line["id"].Accept(json);
  } else {
    json.Null();
  }
  write_text(json, "label", name_of(verdict.answer));
  write_text(json, "kind", verdict.kind);
  write_text(json, "reason", verdict.reason);
  if (!answer.trouble.empty()) write_text(json, "error", answer.trouble);
  json.EndObject();
  answer.json = out.GetString();
  return answer;
}

}  // namespace

void CompareClaims::declare(CLI::App& app) {
  app.add_option("file", path_, "JSON lines; - for standard input")->type_name("FILE")->capture_default_str();
  app.footer(
      "In: {\"id\", \"text_a\", \"text_b\", \"date_a\"?, \"date_b\"?} a line, dates of publication as YYYY-MM-DD.\n"
      "Out: {\"id\", \"label\": \"contradiction|compatible|unrelated\", \"kind\", \"reason\"}, one line for each.");
}

int CompareClaims::run(Session& session) {
  const Result<const Lexicon*> lexicon = session.lexicon();
  if (!lexicon) return session.trouble(lexicon.error());
  const Result<std::string> bytes = read_bytes({path_}, session.in);
  if (!bytes) return session.trouble(bytes.error());
  const StatementReader reader(**lexicon);
  const StatementComparer comparer(**lexicon);
  int code = kNothingToReport;
  std::size_t number = 0;
  for (std::string_view rest = *bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const Answer found = answer(rest.substr(0, end), reader, comparer);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    session.out << found.json << '\n';
    if (found.trouble.empty()) continue;
    session.err << (path_ == "-" ? "standard input" : path_) << ':' << number << ": " << found.trouble << '\n';
    code = kTrouble;
  }
  session.out.flush();
  return session.out ? code : kTrouble;
}

}  // namespace hearsay

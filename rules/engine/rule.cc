// A rule file's header, line by line: "-- key: value" opens an entry, "--   more" (two spaces at least) goes on with
// it, the first line that is no comment ends the header. Each entry is checked where it stands, so that the caret
// points at the word at fault; what is missing is reported at the first line behind the header.

#include "rules/engine/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "core/text/utf8.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr std::string_view kFirstLine = "-- hearsay-rule: 1";
constexpr std::string_view kRequired[] = {"id",         "version", "title", "kind",    "severity", "why",
                                          "quiet when", "block",   "needs", "message", "test"};

struct Entry {
  std::string key;
  std::string value;       // continuation lines joined by one space
  std::size_t key_at = 0;  // bytes of the file
  std::size_t value_at = 0;
};

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

bool is_word(std::string_view text, char joint) {
  if (text.empty() || text.front() == joint || text.back() == joint) return false;
  return std::all_of(text.begin(), text.end(),
                     [joint](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == joint; });
}

template <typename Words>
std::string list(const Words& words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string{word};
  return out;
}

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Reads one file's header into a Rule; every step answers an Error or nothing.
class Header {
 public:
  explicit Header(const NamedText& file) : file_(file) {}

  Result<Rule> read() {
    if (auto error = split()) return *std::move(error);
    for (const Entry& entry : entries_) {
      if (auto error = take(entry)) return *std::move(error);
    }
    for (const std::string_view key : kRequired) {
      if (!contains(seen_, key)) {
        return at(rule_.sql_begin, fmt::format("the header has no \"{}\"", key),
                  fmt::format("add a line \"-- {}: ...\" above the SELECT", key));
      }
    }
    if (trim(file_.text.substr(rule_.sql_begin)).empty()) {
      return at(rule_.sql_begin, "there is no SELECT behind the header",
                "write exactly one SELECT over the fact views");
    }
    rule_.file = file_.name;
    rule_.text = file_.text;
    rule_.sha256 = sha256_hex(file_.text);
    return std::move(rule_);
  }

 private:
  using Fault = std::optional<Error>;

  [[nodiscard]] Error at(std::size_t byte, std::string message, std::string hint) const {
    return error_at(file_.name, file_.text, byte, std::move(message), std::move(hint));
  }

  Fault split() {
    const std::string_view text = file_.text;
    if (text.size() > kMaxRuleBytes) {
      return Error{ErrorCode::too_large, file_.name,
                   fmt::format("the file has {} bytes; a rule has {} at most", text.size(), kMaxRuleBytes),
                   "one rule is one SELECT; split it", ""};
    }
    if (const Decoded decoded = decode_utf8(text); decoded.first_invalid) {
      return Error{ErrorCode::malformed, file_.name, fmt::format("byte {} is not UTF-8", *decoded.first_invalid),
                   "save the file as UTF-8", ""};
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
      return at(nul, "a NUL byte stands in the file", "a rule is plain text");
    }
    std::size_t line_at = 0;
    for (bool first = true; line_at < text.size(); first = false) {
      const std::size_t end = std::min(text.find('\n', line_at), text.size());
      const std::string_view line = text.substr(line_at, end - line_at);
      if (first && trim(line) != kFirstLine) {
        return at(0, "this is no rule of a version this program reads",
                  fmt::format("the first line must be \"{}\"", kFirstLine));
      }
      if (!first) {
        if (!line.starts_with("--")) break;
        if (auto error = add_line(line, line_at)) return error;
      }
      line_at = std::min(end + 1, text.size());
    }
    if (text.empty()) return at(0, "the file is empty", fmt::format("a rule begins with \"{}\"", kFirstLine));
    rule_.sql_begin = line_at;
    return std::nullopt;
  }

  Fault add_line(std::string_view line, std::size_t line_at) {
    const std::string_view body = line.substr(2);
    if (trim(body).empty()) return std::nullopt;
    const std::size_t indent = body.find_first_not_of(" \t");
    if (indent >= 2) {
      if (entries_.empty())
        return at(line_at + 2 + indent, "a continued line follows no entry", "begin with \"-- key: value\"");
      entries_.back().value += " " + std::string{trim(body)};
      return std::nullopt;
    }
    const std::size_t colon = body.find(':');
    if (colon == std::string_view::npos) {
      return at(line_at + 2 + indent, "a header line has no \":\"",
                "write \"-- key: value\"; go on with \"--   \" and more text; comments belong below the header");
    }
    const std::string_view value = trim(body.substr(colon + 1));
    const std::size_t value_at =
        value.empty() ? line_at + 2 + colon + 1 : static_cast<std::size_t>(value.data() - file_.text.data());
    entries_.push_back({std::string{trim(body.substr(0, colon))}, std::string{value}, line_at + 2 + indent, value_at});
    return std::nullopt;
  }

  Fault take(const Entry& entry) {
    if (entry.key != "param") {
      if (contains(seen_, entry.key))
        return at(entry.key_at, fmt::format("\"{}\" stands twice", entry.key), "keep one");
      seen_.push_back(entry.key);
    }
    if (!contains(kRequired, entry.key) && entry.key != "param") {
      return at(entry.key_at, fmt::format("\"{}\" is no word of a rule's header", entry.key),
                fmt::format("use one of: {}, param", list(kRequired)));
    }
    if (entry.value.empty())
      return at(entry.value_at, fmt::format("\"{}\" is empty", entry.key), "say it in a few words");
    if (entry.key == "param") return take_param(entry);
    if (entry.key == "message") return take_message(entry);
    if (entry.key == "needs") return take_needs(entry);
    return take_word(entry);
  }

  Fault take_word(const Entry& entry) {
    if (entry.key == "id" || entry.key == "test") {
      if (!is_word(entry.value, '-')) {
        return at(entry.value_at,
                  fmt::format("\"{}\" is no {}", entry.value, entry.key == "id" ? "rule id" : "folder of examples"),
                  "use lower-case letters, digits and \"-\": \"figures-differ\"");
      }
      (entry.key == "id" ? rule_.id : rule_.test) = entry.value;
    } else if (entry.key == "version") {
      const char* end = entry.value.data() + entry.value.size();
      const auto [stop, fault] = std::from_chars(entry.value.data(), end, rule_.version);
      if (fault != std::errc{} || stop != end || rule_.version < 1) {
        return at(entry.value_at, fmt::format("\"{}\" is no version", entry.value), "count 1, 2, 3 ...");
      }
    } else if (entry.key == "kind") {
      if (!contains(kFlagKinds, entry.value)) {
        return at(entry.value_at, fmt::format("\"{}\" is no kind of flag", entry.value),
                  fmt::format("use one of: {}", list(kFlagKinds)));
      }
      rule_.kind = entry.value;
    } else if (entry.key == "severity") {
      const std::optional<Severity> severity = severity_named(entry.value);
      if (!severity) {
        return at(entry.value_at, fmt::format("\"{}\" is no severity", entry.value),
                  "use one of: high, medium, low, info");
      }
      rule_.severity = *severity;
    } else if (entry.key == "block") {
      if (!is_word(entry.value, '_')) {
        return at(entry.value_at, fmt::format("\"{}\" is no column", entry.value),
                  "name the views' key column: block_key");
      }
      rule_.block = entry.value;
    } else {
      (entry.key == "title" ? rule_.title : entry.key == "why" ? rule_.why : rule_.quiet_when) = entry.value;
    }
    return std::nullopt;
  }

  Fault take_needs(const Entry& entry) {
    std::string_view rest = entry.value;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view view = trim(rest.substr(0, comma));
      const std::size_t offset = static_cast<std::size_t>(view.data() - entry.value.data());
      if (!contains(kFactViews, view)) {
        return at(entry.value_at + (view.empty() ? 0 : offset), fmt::format("\"{}\" is no fact view", view),
                  fmt::format("docs/facts.md lists them: {}", list(kFactViews)));
      }
      if (!rule_.needs.empty() && family_of(view) != family_of(rule_.needs.front())) {
        return at(entry.value_at + offset,
                  fmt::format("\"{}\" stands in other blocks than \"{}\"", view, rule_.needs.front()),
                  "a rule sees one block at a time; docs/facts.md says which views share theirs");
      }
      rule_.needs.emplace_back(view);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return std::nullopt;
  }

  // tolerance REAL 0.10 "figures closer than this ratio agree"
  Fault take_param(const Entry& entry) {
    constexpr std::string_view kHint = "write: name REAL|INTEGER|TEXT default \"what it is for\"";
    std::string_view rest = entry.value;
    const auto next = [&rest] {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view word = rest.substr(0, end);
      rest = trim(rest.substr(end));
      return word;
    };
    RuleParam param;
    param.name = next();
    const std::string_view type = next();
    param.value = type == "TEXT" && rest.starts_with('"') ? quoted(rest) : next();
    if (!is_word(param.name, '_'))
      return at(entry.value_at, fmt::format("\"{}\" is no parameter name", param.name), std::string{kHint});
    for (const RuleParam& other : rule_.params) {
      if (other.name == param.name)
        return at(entry.value_at, fmt::format("parameter \"{}\" stands twice", param.name), "keep one");
    }
    if (type == "REAL") {
      param.type = ParamType::real;
    } else if (type == "INTEGER") {
      param.type = ParamType::integer;
    } else if (type == "TEXT") {
      param.type = ParamType::text;
    } else {
      return at(entry.value_at, fmt::format("parameter \"{}\" has no type", param.name), std::string{kHint});
    }
    if (!fits(param)) {
      return at(entry.value_at,
                fmt::format("\"{}\" is no {} value for parameter \"{}\"", param.value, type, param.name),
                std::string{kHint});
    }
    if (rest.size() < 3 || rest.front() != '"' || rest.back() != '"') {
      return at(entry.value_at, fmt::format("parameter \"{}\" does not say what it is for", param.name),
                std::string{kHint});
    }
    param.about = rest.substr(1, rest.size() - 2);
    rule_.params.push_back(std::move(param));
    return std::nullopt;
  }

  // A text of several words stands between quotation marks; `rest` goes on behind it. Without a second mark: empty.
  static std::string_view quoted(std::string_view& rest) {
    const std::size_t end = rest.find('"', 1);
    if (end == std::string_view::npos) return {};
    const std::string_view text = rest.substr(1, end - 1);
    rest = trim(rest.substr(end + 1));
    return text;
  }

  static bool fits(const RuleParam& param) {
    const char* begin = param.value.data();
    const char* end = begin + param.value.size();
    double real = 0;
    long long integer = 0;
    switch (param.type) {
      case ParamType::real: {
        const auto [stop, fault] = std::from_chars(begin, end, real);
        return fault == std::errc{} && stop == end;
      }
      case ParamType::integer: {
        const auto [stop, fault] = std::from_chars(begin, end, integer);
        return fault == std::errc{} && stop == end;
      }
      case ParamType::text:
        return !param.value.empty();
    }
    return false;
  }

  Fault take_message(const Entry& entry) {
    const std::string_view value = entry.value;
    for (std::size_t open = value.find('{'); open != std::string_view::npos; open = value.find('{', open + 1)) {
      const std::size_t close = value.find('}', open);
      const std::string_view name = close == std::string_view::npos ? "" : value.substr(open + 1, close - open - 1);
      if (!is_word(name, '_')) {
        return at(entry.value_at, fmt::format("the message's \"{{{}\" names no column", name),
                  "write {column}, as in the SELECT");
      }
      if (!contains(rule_.placeholders, name)) rule_.placeholders.emplace_back(name);
    }
    rule_.message = value;
    return std::nullopt;
  }

  NamedText file_;
  Rule rule_;
  std::vector<Entry> entries_;
  std::vector<std::string> seen_;
};

}  // namespace

Result<Rule> parse_rule(const NamedText& file) { return Header(file).read(); }

std::string_view family_of(std::string_view view) {
  if (view == "claims" || view.starts_with("article_")) return "articles";
  if (view == "mentions" || view == "name_groups") return "names";
  if (view == "value_groups") return "quantities";
  if (view == "time_groups") return "times";
  if (view == "role_groups") return "roles";
  if (view == "statement_groups") return "statements";
  if (view == "quote_groups") return "quotes";
  return view;
}

Error error_at(std::string_view file, std::string_view text, std::size_t at, std::string message, std::string hint) {
  at = std::min(at, text.size());
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
  std::size_t column = 0;
  std::string caret;
  for (std::size_t i = begin; i < at; i += code_point_at(text, i).length, ++column)
    caret += text[i] == '\t' ? '\t' : ' ';
  std::string excerpt{trim(text.substr(begin, end - begin)).empty() ? "" : text.substr(begin, end - begin)};
  if (!excerpt.empty() && excerpt.back() == '\r') excerpt.pop_back();
  return Error{ErrorCode::malformed, fmt::format("{}:{}:{}", file, line, column + 1), std::move(message),
               std::move(hint), excerpt + "\n" + caret + "^"};
}

}  // namespace hearsay

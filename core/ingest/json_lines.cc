// Each line is checked as JSON first; its fields are then found in the text itself, because a parsed value no longer
// knows its bytes. Known limit: fields inside lists are not reached.

#include "core/ingest/json_lines.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/ingest/byline.h"
#include "core/ingest/html_reader.h"
#include "core/ingest/json_members.h"
#include "core/ingest/layout.h"
#include "core/ingest/offset_maps.h"
#include "core/ingest/text_reader.h"
#include "core/text/normalise.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

constexpr std::size_t kNamedLines = 5;  // bad lines that are named; more are counted

// A line that is one JSON object.
struct JsonLine {
  std::string_view json;
  std::size_t object = 0;  // where it begins

  [[nodiscard]] std::optional<JsonText> text(const std::string& name) const { return json_string(json, object, name); }
  [[nodiscard]] std::string string(const std::string& name) const {
    std::optional<JsonText> found = text(name);
    return found ? std::move(found->text) : "";
  }
};

void take_fields(Article& article, const JsonLine& object, const FieldNames& names, const Lexicon& lexicon) {
  if (const std::string title = object.string(names.title); !title.empty()) article.title = Stated{title, {}};
  if (const std::string outlet = object.string(names.outlet); !outlet.empty()) article.outlet = Stated{outlet, {}};
  if (const std::string url = object.string(names.url); !url.empty()) article.url = url;
  if (const std::string language = object.string(names.language); !language.empty()) article.language = language;
  const std::string published = object.string(names.published);
  const bool day = date_from_text(std::string_view(published).substr(0, 10)).has_value();
  if (day || days_of(published)) {
    article.published = {day ? published.substr(0, 10) : published, DateBasis::stated, std::nullopt};
  }
  const Bylines bylines(lexicon);
  std::vector<Stated> people;
  for (const JsonText& stated : json_strings(object.json, object.object, names.byline)) {
    const std::string& line = stated.text;
    std::optional<Byline> read = bylines.read(line, {0, line.size()});
    if (!read) read = bylines.names(line, {0, line.size()});
    if (!read) continue;
    for (const Stated& name : read->names) people.push_back({name.value, std::nullopt});
  }
  if (!people.empty()) article.byline = std::move(people);
}

// The article of one line; nullopt with the reason in `fault`.
std::optional<Article> article_of_line(const Article& whole, Span line, const Lexicon& lexicon, const FieldNames& names,
                                       std::string& fault) {
  const JsonLine object{line.of(whole.text)};
  if (!object.json.starts_with('{') || !json_fault(object.json).empty()) {
    fault = "no JSON object";
    return std::nullopt;
  }
  std::optional<JsonText> html = object.text(names.html);
  std::optional<JsonText> field = html ? std::move(html) : object.text(names.text);
  if (!field || trimmed(field->text, {0, field->text.size()}).empty()) {
    fault = "no text in '" + names.text + "' or '" + names.html + "'";
    return std::nullopt;
  }
  const bool page = looks_like_html(field->text);
  Article article;
  article.id = object.string(names.id);
  if (article.id.empty()) article.id = whole.id;
  article.sha256 = whole.sha256;
  article.url = whole.url;
  article.media_type = page ? "text/html" : "text/plain";
  for (OffsetMap::Entry& entry : field->offsets.entries) entry.source += line.begin;
  article.offsets = composed(field->offsets, whole.offsets);
  if (page) {
    if (Result<Done> done = read_html(article, field->text, lexicon); !done) {
      fault = done.error().message;
      return std::nullopt;
    }
  } else {
    article.text = std::move(field->text);
    read_text(article, lexicon, {object.string(names.title), false});
  }
  take_fields(article, object, names, lexicon);
  return article;
}

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(trimmed(text, {at, end}));
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::string* FieldNames::named(std::string_view field) {
  const std::pair<std::string_view, std::string*> members[] = {
      {"id", &id},         {"text", &text},           {"html", &html}, {"title", &title},      {"byline", &byline},
      {"outlet", &outlet}, {"published", &published}, {"url", &url},   {"language", &language}};
  for (const auto& [name, member] : members) {
    if (name == field) return member;
  }
  return nullptr;
}

bool looks_like_json_lines(const Source& source, const FieldNames& names) {
  const std::string type = fold_spaces(source.media_type.substr(0, source.media_type.find(';')));
  if (type == "application/x-ndjson" || type == "application/jsonl") return true;
  if (!type.empty() && type != "text/plain" && type != "application/json") return false;
  const std::string_view name = source.name;
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return true;
  const std::string_view first = std::string_view(source.bytes).substr(0, source.bytes.find('\n'));
  if (!first.starts_with('{')) return false;
  const JsonLine object{first};
  return object.text(names.text) || object.text(names.html);
}

Result<std::vector<Article>> read_json_lines(const Article& whole, const Lexicon& lexicon, const FieldNames& names) {
  std::vector<Article> articles;
  std::vector<std::string> faults;
  std::size_t bad = 0;
  const std::vector<Span> lines = lines_of(whole.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    std::string fault;
    if (std::optional<Article> article = article_of_line(whole, lines[i], lexicon, names, fault)) {
      article->part = articles.size();
      articles.push_back(*std::move(article));
    } else if (++bad <= kNamedLines) {
      faults.push_back("line " + std::to_string(i + 1) + ": " + fault);
    }
  }
  if (articles.empty()) {
    return Error{ErrorCode::malformed, "", faults.empty() ? "no line holds an article" : faults.front(),
                 "give one JSON object a line and name its fields with --field, for example --field text=body", ""};
  }
  if (bad > kNamedLines) faults.push_back(std::to_string(bad - kNamedLines) + " more lines hold no article");
  articles.front().warnings = whole.warnings;
  articles.front().warnings.insert(articles.front().warnings.end(), faults.begin(), faults.end());
  return articles;
}

}  // namespace hearsay

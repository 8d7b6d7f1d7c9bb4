// Keys are compared without regard to capitals, since that is most of what versions 2 and 3 differ in.

#include "core/ingest/ninjs.h"

#include <algorithm>
#include <initializer_list>

#include "core/ingest/json_members.h"
#include "core/ingest/news_item.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kHead = 1U << 16U;  // bytes in which the keys are looked for
constexpr std::string_view kBlanks = " \t\r\n";

using Keys = std::initializer_list<std::string_view>;

// One JSON object of the source.
class Object {
 public:
  Object(std::string_view json, std::size_t at) : json_(json) {
    for (const auto& [key, value] : json_members(json, at)) members_.emplace_back(fold(key), value);
  }

  // Where the value of the first of `keys` that there is begins.
  [[nodiscard]] std::optional<std::size_t> value(Keys keys) const {
    for (const std::string_view wanted : keys) {
      for (const auto& [key, at] : members_) {
        if (key == wanted) return at;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<JsonText> text(Keys keys) const {
    const std::optional<std::size_t> at = value(keys);
    return at ? json_text(json_, *at) : std::nullopt;
  }

  [[nodiscard]] std::string string(Keys keys) const {
    std::optional<JsonText> found = text(keys);
    return found ? std::move(found->text) : "";
  }

  // The objects of a list, or the one object that stands in its place.
  [[nodiscard]] std::vector<Object> objects(Keys keys) const {
    std::vector<Object> found;
    const std::optional<std::size_t> at = value(keys);
    if (!at) return found;
    for (const std::size_t element : json_elements(json_, *at)) found.emplace_back(json_, element);
    if (json_[*at] == '{') found.emplace_back(json_, *at);
    return found;
  }

  // The bytes of a string between its quotes.
  [[nodiscard]] Span span(Keys keys) const {
    const std::size_t at = *value(keys);
    return {at + 1, json_end(json_, at) - 1};
  }

 private:
  std::string_view json_;
  std::vector<std::pair<std::string, std::size_t>> members_;
};

class NinjsItem {
 public:
  explicit NinjsItem(const Object& object) : object_(object) {}

  NewsItem run() {
    item_.uri = object_.string({"uri"});
    item_.status = fold_spaces(object_.string({"pubstatus"}));
    item_.language = object_.string({"language"});
    for (const Object& headline : object_.objects({"headlines"})) add(headline, "title", {"value"}, "headlines");
    for (const std::string_view key : {"headline", "title"}) add(object_, "title", {key}, key);
    for (const std::string_view key : {"by", "byline"}) add(object_, "byline", {key}, key);
    add(object_, "outlet", {"copyrightholder"}, "copyrightHolder");
    for (const auto& [key, place] : {std::pair{"firstcreated", "firstCreated"},
                                     {"versioncreated", "versionCreated"},
                                     {"contentcreated", "contentCreated"}})
      add(object_, "published", {key}, place);
    add(object_, "place", {"located"}, "located");
    for (const Object& source : object_.objects({"infosources", "infosource"}))
      add(source, "chain", {"name", "literal"}, "infoSources");
    add(object_, "copyright", {"copyrightnotice"}, "copyrightNotice");
    add(object_, "usage", {"usageterms"}, "usageTerms");
    add_bodies();
    return std::move(item_);
  }

 private:
  void add(const Object& object, std::string_view field, Keys keys, std::string_view place) {
    if (const std::optional<JsonText> text = object.text(keys)) item_.add(field, text->text, place, object.span(keys));
  }

  void add_body(std::optional<JsonText> body, bool page) {
    if (body) item_.bodies.push_back({std::move(body->text), std::move(body->offsets), page});
  }

  // Pages first: they keep what is no running text apart.
  void add_bodies() {
    for (const std::string_view key : {"body_html", "body_xhtml"}) add_body(object_.text({key}), true);
    const std::vector<Object> bodies = object_.objects({"bodies"});
    for (const bool page : {true, false}) {
      for (const Object& body : bodies) {
        const std::string type = fold_spaces(body.string({"contenttype"}));
        if (page ? type.find("html") != std::string::npos : type.empty() || type.starts_with("text/plain"))
          add_body(body.text({"value"}), page);
      }
    }
    add_body(object_.text({"body_text"}), false);
  }

  const Object& object_;
  NewsItem item_;
};

// Where objects begin, one behind the other or in a list; what stands where none does is a fault.
std::vector<std::size_t> objects_of(std::string_view json, std::vector<std::string>& faults) {
  std::vector<std::size_t> found;
  for (std::size_t at = json.find_first_not_of(kBlanks); at < json.size();) {
    std::string fault;
    const std::optional<std::size_t> end = json_value_end(json, at, fault);
    if (!end) {
      faults.push_back("no JSON from byte " + std::to_string(at) + " on: " + fault);
      const std::size_t line = json.find("\n{", at);
      at = line == std::string_view::npos ? line : line + 1;
      continue;
    }
    const std::vector<std::size_t> elements = json_elements(json, at);
    if (json[at] == '{') found.push_back(at);
    found.insert(found.end(), elements.begin(), elements.end());
    at = json.find_first_not_of(kBlanks, std::max(*end, at + 1));
  }
  return found;
}

}  // namespace

bool looks_like_ninjs(const Source& source) {
  if (fold_spaces(source.media_type).starts_with("application/ninjs")) return true;
  std::string_view head = std::string_view(source.bytes).substr(0, kHead);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t begin = head.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos || (head[begin] != '{' && head[begin] != '[')) return false;
  std::string keys;
  for (const char c : head) {
    if (c != ' ' && c != '\t') keys += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  const auto has = [&](std::string_view key) { return keys.find(key) != std::string::npos; };
  return has("\"uri\":") && (has("\"versioncreated\":") || has("\"firstcreated\":") || has("\"representationtype\":") ||
                             has("\"pubstatus\":") || has("\"bodies\":[") || has("\"headlines\":["));
}

Result<std::vector<Article>> read_ninjs(const Article& whole, const Lexicon& lexicon) {
  std::string_view json = whole.text;
  std::vector<std::string> faults;
  std::string plain;
  if (json.starts_with("\xEF\xBB\xBF")) {  // in its place blanks, so that bytes stay where they are
    plain = "   " + std::string(json.substr(3));
    json = plain;
  }
  std::vector<NewsItem> items;
  for (const std::size_t at : objects_of(json, faults)) items.push_back(NinjsItem(Object(json, at)).run());
  return articles_of(items, whole, lexicon, std::move(faults));
}

}  // namespace hearsay

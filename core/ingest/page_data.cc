// The JSON is parsed iteratively and walked with a list of what is still to see, so that no depth of nesting costs
// stack.

#include "core/ingest/page_data.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <string>

#include "core/ingest/html_page.h"
#include "core/ingest/html_references.h"

namespace hearsay {
namespace {

using Value = rapidjson::Value;

const Value* member(const Value& object, const char* name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

// "NewsArticle", "ReportageNewsArticle", "BlogPosting", also in a list.
bool is_article(const Value& object) {
  const Value* type = member(object, "@type");
  if (type == nullptr) return false;
  const auto fits = [](const Value& value) {
    return value.IsString() &&
           (text_of(value).ends_with("Article") || text_of(value).ends_with("Posting") || text_of(value) == "Report");
  };
  if (!type->IsArray()) return fits(*type);
  for (const Value& one : type->GetArray()) {
    if (fits(one)) return true;
  }
  return false;
}

// Strings as they are, objects by their name, lists one by one.
void add_names(const Value& value, const std::string& field, Span source, std::vector<PageField>& fields) {
  if (value.IsString()) fields.push_back({field, html_unescaped(text_of(value)), source});
  if (const Value* name = member(value, "name"); name != nullptr && name->IsString())
    fields.push_back({field, html_unescaped(text_of(*name)), source});
  if (!value.IsArray()) return;
  for (const Value& one : value.GetArray()) {
    const Value* name = member(one, "name");
    const Value& text = name != nullptr ? *name : one;
    if (text.IsString()) fields.push_back({field, html_unescaped(text_of(text)), source});
  }
}

}  // namespace

void read_page_data(std::string_view json, Span source, std::vector<PageField>& fields) {
  constexpr unsigned kLenient = rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag;
  rapidjson::Document document;
  document.Parse<kLenient>(json.data(), json.size());
  if (document.HasParseError()) {  // line ends inside strings are the common fault
    std::string plain(json);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    document.Parse<kLenient>(plain.data(), plain.size());
    if (document.HasParseError()) return;
  }
  std::vector<const Value*> open = {&document};
  const Value* page = nullptr;  // no article, but with a date
  for (std::size_t seen = 0; !open.empty() && seen < kMaxPageDataNodes; ++seen) {
    const Value& value = *open.back();
    open.pop_back();
    if (is_article(value)) {
      for (const char* name : {"headline", "author", "publisher", "datePublished", "dateModified", "url"}) {
        if (const Value* found = member(value, name)) add_names(*found, std::string("ld:") + name, source, fields);
      }
      if (const Value* main = member(value, "mainEntityOfPage")) {
        const Value* id = member(*main, "@id");
        add_names(id != nullptr ? *id : *main, "ld:mainEntityOfPage", source, fields);
      }
      return;
    }
    if (const Value* date = member(value, "datePublished"); date != nullptr && page == nullptr) page = date;
    if (value.IsArray()) {
      for (rapidjson::SizeType i = value.Size(); i > 0; --i) open.push_back(&value[i - 1]);
    } else if (const Value* graph = member(value, "@graph")) {
      open.push_back(graph);
    } else if (const Value* main = member(value, "mainEntity")) {
      open.push_back(main);
    }
  }
  if (page != nullptr) add_names(*page, "ld:page", source, fields);
}

}  // namespace hearsay

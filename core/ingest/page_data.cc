// The JSON is parsed iteratively and walked with a list of what is still to see, so that no depth of nesting costs
// stack.

#include "core/ingest/page_data.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <string>
#include <unordered_map>

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

// Whether an object's type, or one of its types, ends in `word`: "Organization" of "NewsMediaOrganization".
bool is_type(const Value& object, std::string_view word) {
  const Value* type = member(object, "@type");
  if (type == nullptr) return false;
  if (type->IsString()) return text_of(*type).ends_with(word);
  if (!type->IsArray()) return false;
  return std::any_of(type->Begin(), type->End(),
                     [&](const Value& one) { return one.IsString() && text_of(one).ends_with(word); });
}

// "NewsArticle", "ReportageNewsArticle", "BlogPosting", also in a list.
bool is_article(const Value& object) {
  return is_type(object, "Article") || is_type(object, "Posting") || is_type(object, "Report");
}

// Objects by their "@id", so that a bare reference can be looked up.
using Named = std::unordered_map<std::string_view, const Value*>;

const Value& resolved(const Value& value, const Named& named) {
  const Value* id = member(value, "@id");
  if (id == nullptr || !id->IsString() || member(value, "name") != nullptr) return value;
  const auto found = named.find(text_of(*id));
  return found == named.end() ? value : *found->second;
}

class FieldAdder {
 public:
  FieldAdder(Span source, const Named& named, std::vector<PageField>& fields)
      : source_(source), named_(named), fields_(fields) {}

  // Strings as they are, objects by their name, lists one by one.
  void add(const Value& value, const std::string& field) const {
    if (!value.IsArray()) return add_one(value, field);
    for (const Value& one : value.GetArray()) add_one(one, field);
  }

  // The same without organizations.
  void add_people(const Value& value, const std::string& field) const {
    const auto add_person = [&](const Value& one) {
      if (!is_type(resolved(one, named_), "Organization")) add_one(one, field);
    };
    if (!value.IsArray()) return add_person(value);
    for (const Value& one : value.GetArray()) add_person(one);
  }

 private:
  void add_one(const Value& value, const std::string& field) const {
    const Value* name = value.IsString() ? &value : member(resolved(value, named_), "name");
    if (name == nullptr) return;
    if (name->IsString()) fields_.push_back({field, html_unescaped(text_of(*name)), source_});
    if (!name->IsArray()) return;
    for (const Value& one : name->GetArray()) {
      if (one.IsString()) fields_.push_back({field, html_unescaped(text_of(one)), source_});
    }
  }

  Span source_;
  const Named& named_;
  std::vector<PageField>& fields_;
};

void add_article(const Value& article, const FieldAdder& adder) {
  for (const char* name : {"headline", "publisher", "datePublished", "dateModified", "url", "sourceOrganization"}) {
    if (const Value* found = member(article, name)) adder.add(*found, std::string("ld:") + name);
  }
  if (const Value* author = member(article, "author")) adder.add_people(*author, "ld:author");
  if (const Value* whole = member(article, "isPartOf"); whole != nullptr && !is_type(*whole, "Page"))
    adder.add(*whole, "ld:isPartOf");
  if (const Value* main = member(article, "mainEntityOfPage")) {
    const Value* id = member(*main, "@id");
    adder.add(id != nullptr ? *id : *main, "ld:mainEntityOfPage");
  }
}

// The document's objects, those of lists, graphs and main entities included, in order.
std::vector<const Value*> objects_of(const Value& document) {
  std::vector<const Value*> objects;
  std::vector<const Value*> open = {&document};
  for (std::size_t seen = 0; !open.empty() && seen < kMaxPageDataNodes; ++seen) {
    const Value& value = *open.back();
    open.pop_back();
    if (value.IsObject()) objects.push_back(&value);
    if (value.IsArray()) {
      for (rapidjson::SizeType i = value.Size(); i > 0; --i) open.push_back(&value[i - 1]);
    } else if (const Value* graph = member(value, "@graph")) {
      open.push_back(graph);
    } else if (const Value* main = member(value, "mainEntity")) {
      open.push_back(main);
    }
  }
  return objects;
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
  std::vector<const Value*> objects = objects_of(document);
  Named named;
  for (const Value* object : objects) {
    const Value* id = member(*object, "@id");
    if (id != nullptr && id->IsString() && member(*object, "name") != nullptr) named.emplace(text_of(*id), object);
  }
  const FieldAdder adder(source, named, fields);
  for (const Value* object : objects) {
    const Value* name = member(*object, "name");
    if (name != nullptr && is_type(*object, "WebSite")) adder.add(*name, "ld:WebSite");
    if (name != nullptr && is_type(*object, "NewsMediaOrganization")) adder.add(*name, "ld:NewsMediaOrganization");
  }
  const auto article = std::find_if(objects.begin(), objects.end(), [](const Value* one) { return is_article(*one); });
  if (article != objects.end()) return add_article(**article, adder);
  for (const Value* object : objects) {
    if (const Value* date = member(*object, "datePublished")) return adder.add(*date, "ld:page");
  }
}

}  // namespace hearsay

// expat calls back for each piece; a callback that finds a limit passed stops the parser and leaves the reason.

#include "core/ingest/xml.h"

#define XML_DTD
#include <expat.h>

#include <memory>

#include "core/ingest/html_references.h"

namespace hearsay {
namespace {

struct FreeParser {
  void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};

class XmlReader {
 public:
  explicit XmlReader(std::string_view xml) : xml_(xml), parser_(XML_ParserCreate("UTF-8")) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(), [](void* self, const char* name, const char** attributes) { of(self).start(name, attributes); },
        [](void* self, const char*) { of(self).end(); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int length) {
      of(self).text({text, static_cast<std::size_t>(length)});
    });
    XML_SetSkippedEntityHandler(parser_.get(), [](void* self, const char* name, int) { of(self).skipped(name); });
    XML_SetEntityDeclHandler(parser_.get(), [](void* self, const char* name, int, const char*, int, const char*,
                                               const char*, const char*, const char*) {
      of(self).stop(std::string("it declares an entity of its own, '") + name + "'");
    });
    XML_UseForeignDTD(parser_.get(),
                      XML_TRUE);  // entities that only a missing document type knows are skipped, no error
  }

  Result<std::vector<XmlElement>> run() {
    const XML_Status status = XML_Parse(parser_.get(), xml_.data(), static_cast<int>(xml_.size()), XML_TRUE);
    if (status == XML_STATUS_OK && fault_.empty()) return std::move(elements_);
    const std::string line = std::to_string(XML_GetCurrentLineNumber(parser_.get()));
    const std::string why = fault_.empty() ? XML_ErrorString(XML_GetErrorCode(parser_.get())) : fault_;
    return Error{ErrorCode::malformed, "", "no XML that can be read, line " + line + ": " + why,
                 "get the file again, or give its pages one by one", ""};
  }

 private:
  static XmlReader& of(void* self) { return *static_cast<XmlReader*>(self); }

  [[nodiscard]] std::size_t here() const { return static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get())); }
  [[nodiscard]] std::size_t length() const { return static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get())); }

  void stop(std::string why) {
    if (fault_.empty()) fault_ = std::move(why);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void start(const char* name, const char** attributes) {
    if (open_.size() >= kMaxXmlDepth) return stop("elements nest deeper than " + std::to_string(kMaxXmlDepth));
    if (elements_.size() >= kMaxXmlElements) return stop("more than " + std::to_string(kMaxXmlElements) + " elements");
    XmlElement element;
    element.name = name;
    for (const char** at = attributes; *at != nullptr; at += 2) element.attributes.emplace_back(at[0], at[1]);
    element.inner.begin = element.inner.end = here() + length();
    element.parent = open_.empty() ? XmlElement::kNone : open_.back();
    open_.push_back(elements_.size());
    elements_.push_back(std::move(element));
  }

  void end() {
    XmlElement& element = elements_[open_.back()];
    if (length() > 0) element.inner.end = here();
    open_.pop_back();
  }

  // A reference is a piece of its own; its bytes lead to its '&'.
  void text(std::string_view piece) {
    if (open_.empty()) return;
    XmlElement& element = elements_[open_.back()];
    element.offsets.entries.push_back({element.text.size(), here()});
    element.text += piece;
  }

  void skipped(const char* name) {
    const std::string reference = std::string("&") + name + ";";
    const std::optional<HtmlReference> known = html_reference(reference, 0, false);
    text(known ? std::string_view(known->text) : std::string_view(reference));
  }

  std::string_view xml_;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
  std::vector<XmlElement> elements_;
  std::vector<std::size_t> open_;
  std::string fault_;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return {};
}

Result<std::vector<XmlElement>> xml_elements(std::string_view xml) {
  if (xml.size() > std::size_t{1} << 30U)
    return Error{ErrorCode::too_large, "", "more than 1 GiB of XML", "split it", ""};
  return XmlReader(xml).run();
}

}  // namespace hearsay

#pragma once
// An XML text as a list of its elements (expat). No document type is acted on: a text that declares entities of its own
// is refused, nothing outside the text is ever loaded.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/value/article.h"
#include "core/value/result.h"

namespace hearsay {

struct XmlElement {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::string name;  // as written: "item", "dc:creator"
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;            // its own, references and CDATA resolved
  OffsetMap offsets;           // from `text` to the XML
  Span inner;                  // of the XML: between its tags
  std::size_t parent = kNone;  // index of the element around it

  // The value of an attribute; empty where there is none.
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

inline constexpr std::size_t kMaxXmlDepth = 512;
inline constexpr std::size_t kMaxXmlElements = 1000000;

// In order of their beginning. `xml`: valid UTF-8, whatever encoding it declares. malformed, with line: no XML,
// entities declared; too_large: deeper or more than the limits above. Linear.
Result<std::vector<XmlElement>> xml_elements(std::string_view xml);

}  // namespace hearsay

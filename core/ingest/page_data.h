#pragma once
// JSON-LD as news pages embed it (schema.org NewsArticle and its kin).

#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

struct PageField;

// Adds "ld:headline", "ld:author" (one an author), "ld:publisher", "ld:datePublished", "ld:dateModified" of the first
// object that has a headline or a date of publication and the type of an article. Text that is no JSON adds nothing. At
// most kMaxPageDataNodes values are looked at.
void read_page_data(std::string_view json, Span source, std::vector<PageField>& fields);

inline constexpr std::size_t kMaxPageDataNodes = 100000;

}  // namespace hearsay

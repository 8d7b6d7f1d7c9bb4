#pragma once
// JSON-LD as news pages embed it (schema.org NewsArticle and its kin).

#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

struct PageField;

// Adds "ld:headline", "ld:author" (one a person; organizations are none), "ld:publisher", "ld:sourceOrganization",
// "ld:isPartOf", "ld:datePublished", "ld:dateModified", "ld:url", "ld:mainEntityOfPage" of the first object that has
// the type of an article, or else "ld:page", the date of publication of any other; and the names of "ld:WebSite" and
// "ld:NewsMediaOrganization" objects. A reference by "@id" is followed within the script. Line ends inside strings are
// read as blanks; other text that is no JSON adds nothing. At most kMaxPageDataNodes values are looked at.
void read_page_data(std::string_view json, Span source, std::vector<PageField>& fields);

inline constexpr std::size_t kMaxPageDataNodes = 100000;

}  // namespace hearsay

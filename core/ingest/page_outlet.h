#pragma once
// Which of the names a page gives is its publisher's.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/html_page.h"
#include "core/value/article.h"

namespace hearsay {

// The address of a page: `known` if not empty, else what the page states of itself; empty where it states none.
std::string address_of(const HtmlPage& page, std::string_view known);

// The names of the publisher, best first. A name that spells the domain outranks one that does not, whatever place gave
// it: sites syndicate, and state corporate owners and agencies as publishers. Names beside logos, feeds and in titles
// count only if they spell it. A name in a script other than the Latin one stands behind the domain, since outlets are
// compared by name with what English texts call them. Last the domain: of the address, or else the one that most of the
// page's links lead to. `in_text`: what the words of the page name.
std::vector<FieldCandidate> outlets_of(const HtmlPage& page, std::string_view address,
                                       const std::optional<Stated>& in_text);

}  // namespace hearsay

#pragma once
// The site's name in a page's title, and what its address says of it.

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// "https://www.harbour-post.example/a" -> "harbour-post.example": the host in lower case without "www.", "m.", "amp.";
// empty where there is none.
std::string domain_of(std::string_view address);

// "Two piers closed | Harbour | The Harbour Post" -> "Two piers closed": parts at the end (and one at the start) that
// are the site's name or spell the start of its domain are dropped, and whatever stands behind the last " | ". `site`
// and `domain` may be empty. A title that is nothing but the site's name stays.
std::string without_site(std::string title, std::string_view site, std::string_view domain);

// The part at the end of a title that spells the domain ("The Harbour Post" of harbourpost.example), or nullopt.
std::optional<std::string> site_at_end(std::string_view title, std::string_view domain);

// Whether `title` is `heading`, a separator and something more.
bool extends_with_site(std::string_view title, std::string_view heading);

}  // namespace hearsay

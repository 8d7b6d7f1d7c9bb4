#pragma once
// The site's name in a page's title, and what its address says of it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// "https://www.harbour-post.example/a" -> "harbour-post.example": the host in lower case without "www.", "m.", "amp.";
// empty where there is none. The address of a page kept by the Internet Archive is that of the page.
std::string domain_of(std::string_view address);

// "news.harbour-post.example" -> "harbour-post.example": the part of a host that somebody registered, by the Public
// Suffix List (libpsl); the host itself where the list does not tell.
std::string registered_domain(const std::string& host);

// How a name goes with a domain.
enum class DomainSpelling {
  none,
  begins,  // "The Quay Online" of quay.example, or "Harbour Post" of hpost.example: the beginnings of its words
  whole,   // "The Harbour Post" of harbour-post.example, or the domain itself
};
// `host`: as domain_of() gives it.
DomainSpelling spelling_of(std::string_view name, const std::string& host);

// Whether most letters of a name are Latin ones, accented or not.
bool is_latin(std::string_view name);

// "Two piers closed | Harbour | The Harbour Post" -> "Two piers closed": parts at the end (and one at the start) that
// are one of the site's names or spell the start of its domain are dropped, and whatever stands behind the last " | ".
// `sites` and `domain` may be empty. A title that is nothing but the site's name stays.
std::string without_site(std::string title, const std::vector<std::string>& sites, std::string_view domain);

// The part at the end of a title that spells the domain ("The Harbour Post" of harbourpost.example), or nullopt.
std::optional<std::string> site_at_end(std::string_view title, std::string_view domain);

// Whether `title` is `heading`, a separator and something more.
bool extends_with_site(std::string_view title, std::string_view heading);

}  // namespace hearsay

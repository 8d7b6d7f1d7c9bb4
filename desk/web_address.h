#pragma once
// The address of a page on the web, taken apart. Pure: nothing is looked up.

#include <string>
#include <string_view>

#include "core/value/result.h"

namespace hearsay {

inline constexpr std::size_t kMaxAddressBytes = 8192;

struct WebAddress {
  std::string text;  // whole, without fragment, in ASCII: other bytes of path and query percent-encoded, of the host in
                     // punycode
  std::string host;  // lower case, "[::1]" in brackets
  std::string origin;  // "https://host", with its port where that is not the scheme's own
  std::string target;  // path and query, "/" at least: what a robots.txt speaks of

  friend bool operator==(const WebAddress&, const WebAddress&) = default;
};

// Whether a person means an address and not a file: it begins with http:// or https://, in any case of letters.
bool is_web_address(std::string_view text);

// unsupported: another scheme than http and https. malformed: not an address, longer than kMaxAddressBytes, or with a
// user name or password in it (they are never sent). The error's `where` is the text.
Result<WebAddress> web_address(const std::string& text);

// Where a link of a page at `base` leads (RFC 3986, 5): absolute, of whatever scheme, not judged. Empty: nowhere, as an
// empty link does here.
std::string resolved(const WebAddress& base, const std::string& link);

}  // namespace hearsay

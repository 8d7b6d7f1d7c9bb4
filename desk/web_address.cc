// Taken apart by the library that also connects, so that both see the same host.

#include "desk/web_address.h"

#include <curl/curl.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kShown = 300;  // bytes of a bad address in an error
constexpr std::int32_t kMaxHostBytes = 254;
constexpr unsigned kLenient = CURLU_URLENCODE | CURLU_ALLOW_SPACE;

struct CloseUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

// Empty where there is none.
std::string part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return "";
  std::string copy(text);
  curl_free(text);
  return copy;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return text;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct CloseIdna {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

// In lower case and, beyond ASCII, in punycode (UTS #46), for which libcurl asks the locale; empty where it is no name.
std::string ascii_host(const std::string& host) {
  if (is_ascii(host)) return lower(host);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, CloseIdna> idna(
      uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, &status));
  std::array<char, kMaxHostBytes> name{};
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const std::int32_t size = uidna_nameToASCII_UTF8(idna.get(), host.data(), static_cast<std::int32_t>(host.size()),
                                                   name.data(), kMaxHostBytes, &info, &status);
  return U_FAILURE(status) != 0 || info.errors != 0 ? "" : std::string(name.data(), static_cast<std::size_t>(size));
}

}  // namespace

bool is_web_address(std::string_view text) {
  const std::string begin = lower(std::string(text.substr(0, 8)));
  return begin.starts_with("http://") || begin == "https://";
}

Result<WebAddress> web_address(const std::string& text) {
  const auto malformed = [&](const std::string& message, const std::string& hint) {
    return Error{ErrorCode::malformed, text.substr(0, kShown), message, hint, ""};
  };
  if (text.size() > kMaxAddressBytes) {
    return malformed("is longer than " + std::to_string(kMaxAddressBytes) + " bytes",
                     "leave out what tracks the reader");
  }
  if (!is_web_address(text)) {
    return Error{ErrorCode::unsupported, text.substr(0, kShown), "is no http:// or https:// address",
                 "no other is fetched", ""};
  }
  if (text.find('\0') != std::string::npos) return malformed("holds a NUL", "copy it again from the browser");
  const std::unique_ptr<CURLU, CloseUrl> url(curl_url());
  const CURLUcode state = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), kLenient);
  if (state != CURLUE_OK) {
    return malformed("is no address: " + fold(curl_url_strerror(state)), "copy it again from the browser");
  }
  if (!part_of(url.get(), CURLUPART_USER).empty() || !part_of(url.get(), CURLUPART_PASSWORD).empty()) {
    return malformed("holds a user name or password, and none is ever sent", "take it out, or save the page yourself");
  }
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  WebAddress address;
  address.host = ascii_host(part_of(url.get(), CURLUPART_HOST));
  if (address.host.empty() || curl_url_set(url.get(), CURLUPART_HOST, address.host.c_str(), 0) != CURLUE_OK) {
    return malformed("its host is no name", "copy it again from the browser");
  }
  address.text = part_of(url.get(), CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  const std::string port = part_of(url.get(), CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  address.origin =
      lower(part_of(url.get(), CURLUPART_SCHEME)) + "://" + address.host + (port.empty() ? "" : ":" + port);
  const std::string query = part_of(url.get(), CURLUPART_QUERY);
  address.target = part_of(url.get(), CURLUPART_PATH) + (query.empty() ? "" : "?" + query);
  return address;
}

std::string resolved(const WebAddress& base, const std::string& link) {
  if (link.empty()) return "";
  const std::unique_ptr<CURLU, CloseUrl> url(curl_url());
  const unsigned flags = kLenient | CURLU_NON_SUPPORT_SCHEME;
  const bool known = curl_url_set(url.get(), CURLUPART_URL, base.text.c_str(), kLenient) == CURLUE_OK &&
                     curl_url_set(url.get(), CURLUPART_URL, link.c_str(), flags) == CURLUE_OK;
  return known ? part_of(url.get(), CURLUPART_URL) : "";
}

}  // namespace hearsay

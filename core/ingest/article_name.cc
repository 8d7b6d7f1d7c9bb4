#include "core/ingest/article_name.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxPart = 80;

// Without query and fragment, and without slashes at its end.
std::string_view path_of(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

}  // namespace

std::string last_part(std::string_view address) {
  address = path_of(address);
  const std::size_t slash = address.rfind('/');
  if (slash != std::string_view::npos) address.remove_prefix(slash + 1);
  std::string part = decode_utf8(address.substr(0, kMaxPart)).text;
  std::replace_if(
      part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == 0x7F; },
      '-');
  return part;
}

std::string article_name(std::string_view name) {
  std::string part;
  if (const std::size_t scheme = name.find("://"); scheme != std::string_view::npos) {
    part = last_part(name);
    if (path_of(name).find('/', scheme + 3) == std::string_view::npos) return part;
  } else {
    const std::size_t slash = name.find_last_of("/\\");
    part = std::string(slash == std::string_view::npos ? name : name.substr(slash + 1));
  }
  const std::size_t dot = part.rfind('.');
  return dot == std::string::npos || dot == 0 ? part : part.substr(0, dot);
}

}  // namespace hearsay

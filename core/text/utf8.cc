#include "core/text/utf8.h"

#include <cstdint>
#include <cstring>

namespace hearsay {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool continues(std::string_view bytes, std::size_t at, unsigned char low = 0x80, unsigned char high = 0xBF) {
  if (at >= bytes.size()) return false;
  const auto byte = static_cast<unsigned char>(bytes[at]);
  return low <= byte && byte <= high;
}

// The length of the code point at `at`, or 0 where the bytes are invalid; then `bad` is the length of the part to
// replace (table 3-7 of the Unicode standard; maximal subparts as WHATWG decodes them).
std::size_t valid_length(std::string_view bytes, std::size_t at, std::size_t& bad) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  bad = 1;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(bytes, at + i, low, high)) {
      bad = i;
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

// Behind the last of the bytes below 0x80 that stand at `at`, eight at a time.
std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  for (std::uint64_t eight = 0; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

// The first invalid byte from `at` on, and the length of the part to replace there; the end if there is none.
std::size_t valid_end(std::string_view bytes, std::size_t at, std::size_t& bad) {
  for (at = ascii_end(bytes, at); at < bytes.size(); at = ascii_end(bytes, at)) {
    const std::size_t length = valid_length(bytes, at, bad);
    if (length == 0) break;
    at += length;
  }
  return at;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

std::size_t previous_border(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

void append(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded out;
  out.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t bad = 0;
    const std::size_t end = valid_end(bytes, at, bad);
    out.text.append(bytes.substr(at, end - at));
    at = end;
    if (at >= bytes.size()) break;
    if (out.invalid++ == 0) out.first_invalid = at;
    append(out.text, kReplacement);
    at += bad;
    out.offsets.entries.push_back({out.text.size(), at});
  }
  return out;
}

}  // namespace hearsay

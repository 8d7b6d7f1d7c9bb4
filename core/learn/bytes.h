#pragma once
// Numbers to and from the bytes of a model file, little-endian on every machine. take_* remove what they read from the
// front of `bytes` and answer false, changing nothing, where too little is left.

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

inline void put_u32(std::string& out, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xFF));
}

inline void put_float(std::string& out, float value) { put_u32(out, std::bit_cast<std::uint32_t>(value)); }

inline bool take_u32(std::string_view& bytes, std::uint32_t& value) {
  if (bytes.size() < 4) return false;
  value = 0;
  for (std::size_t i = 4; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
  bytes.remove_prefix(4);
  return true;
}

inline bool take_float(std::string_view& bytes, float& value) {
  std::uint32_t bits = 0;
  if (!take_u32(bytes, bits)) return false;
  value = std::bit_cast<float>(bits);
  return true;
}

}  // namespace hearsay

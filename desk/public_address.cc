#include "desk/public_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace hearsay {
namespace {

struct Range {
  std::uint32_t first;
  unsigned bits;
};

constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c) { return a << 24U | b << 16U | c << 8U; }

// https://www.iana.org/assignments/iana-ipv4-special-registry, all that is not globally reachable
constexpr std::array<Range, 15> kNotPublic = {{
    {ip(0, 0, 0), 8},        // this network
    {ip(10, 0, 0), 8},       // private
    {ip(100, 64, 0), 10},    // shared by carriers
    {ip(127, 0, 0), 8},      // loopback
    {ip(169, 254, 0), 16},   // link-local
    {ip(172, 16, 0), 12},    // private
    {ip(192, 0, 0), 24},     // protocol assignments
    {ip(192, 0, 2), 24},     // documentation
    {ip(192, 88, 99), 24},   // 6to4 relays, withdrawn
    {ip(192, 168, 0), 16},   // private
    {ip(198, 18, 0), 15},    // benchmarking
    {ip(198, 51, 100), 24},  // documentation
    {ip(203, 0, 113), 24},   // documentation
    {ip(224, 0, 0), 4},      // multicast
    {ip(240, 0, 0), 4},      // reserved, broadcast
}};

using Bytes = std::array<std::uint8_t, 16>;  // of an IPv6 address

bool is_public_v4(std::uint32_t address) {
  return std::none_of(kNotPublic.begin(), kNotPublic.end(),
                      [&](const Range& range) { return (address ^ range.first) >> (32U - range.bits) == 0; });
}

std::uint32_t v4_at(const Bytes& bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U | std::uint32_t{bytes[at + 2]} << 8U |
         bytes[at + 3];
}

bool begins(const Bytes& bytes, std::initializer_list<std::uint8_t> prefix) {
  return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

// https://www.iana.org/assignments/iana-ipv6-special-registry
bool is_public_v6(const Bytes& bytes) {
  if (begins(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_public_v4(v4_at(bytes, 12));     // mapped
  if (begins(bytes, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return is_public_v4(v4_at(bytes, 12));  // NAT64
  if (begins(bytes, {0x20, 0x02})) return is_public_v4(v4_at(bytes, 2));                                    // 6to4
  if (bytes[0] >> 5U != 1) return false;                             // outside 2000::/3
  if (begins(bytes, {0x20, 0x01}) && bytes[2] < 0x02) return false;  // 2001::/23, Teredo among it
  if (begins(bytes, {0x20, 0x01, 0x0D, 0xB8})) return false;         // documentation
  return !(begins(bytes, {0x3F, 0xFF}) && bytes[2] >> 4U == 0);      // documentation, 3fff::/20
}

}  // namespace

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return is_public_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 v6{};
  std::memcpy(&v6, &address, sizeof v6);
  Bytes bytes{};
  std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
  return is_public_v6(bytes);
}

std::string numeric(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const char* shown = nullptr;
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    shown = inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    shown = inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
  }
  return shown == nullptr ? "an address of no known family" : shown;
}

}  // namespace hearsay

#pragma once
// Which addresses of the network belong to the public internet. Pure: nothing is looked up.

#include <sys/socket.h>

#include <string>

namespace hearsay {

// False for whatever leads to this machine, a local network, or nowhere: of the special-purpose registries of IANA
// (RFC 6890) this-network, private, shared (carrier-grade NAT), loopback, link-local, protocol assignments,
// documentation, benchmarking, multicast, reserved and broadcast; of IPv6 all outside 2000::/3 and what is set apart
// in it. An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64 64:ff9b::/96) is judged as itself. Another family
// than these two is not public.
bool is_public(const sockaddr& address);

// "127.0.0.1", "::1"; "an address of no known family".
std::string numeric(const sockaddr& address);

}  // namespace hearsay

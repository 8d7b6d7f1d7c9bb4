#include "desk/public_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/un.h>

namespace hearsay {
namespace {

bool public_text(const std::string& text) {
  sockaddr_storage storage{};
  auto* address = reinterpret_cast<sockaddr*>(&storage);
  if (text.find(':') == std::string::npos) {
    auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
    v4->sin_family = AF_INET;
    EXPECT_EQ(inet_pton(AF_INET, text.c_str(), &v4->sin_addr), 1) << text;
  } else {
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
    v6->sin6_family = AF_INET6;
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &v6->sin6_addr), 1) << text;
  }
  EXPECT_EQ(numeric(*address), text);
  return is_public(*address);
}

TEST(PublicAddress, WhatLeadsToThisMachineOrALocalNetworkIsNot) {
  for (const char* text :
       {"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250",
        "240.0.0.1", "255.255.255.255",
        // IPv6: unspecified, loopback, unique-local, link-local, site-local, multicast, discard, documentation, Teredo,
        // ORCHID, local NAT64, segment routing
        "::", "::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "100::1", "2001:db8::1",
        "2001::1", "2001:20::1", "64:ff9b:1::1", "5f00::1", "3fff::1", "3fff:fff::1", "4000::1",
        // IPv4 inside IPv6: compatible, mapped, 6to4, NAT64
        "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "2002:7f00:1::", "2002:a00:1::1",
        "2002:c0a8:101::1", "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"}) {
    EXPECT_FALSE(public_text(text)) << text;
  }
}

TEST(PublicAddress, ItsNeighboursAre) {
  for (const char* text :
       {"1.0.0.0",         "9.255.255.255",   "11.0.0.0",        "100.63.255.255", "100.128.0.0",    "126.255.255.255",
        "128.0.0.1",       "169.253.255.255", "169.255.0.0",     "172.15.255.255", "172.32.0.0",     "192.0.1.0",
        "192.0.3.0",       "192.88.98.1",     "192.167.255.255", "192.169.0.0",    "198.17.255.255", "198.20.0.0",
        "198.51.99.1",     "203.0.112.1",     "223.255.255.255", "2000::1",        "2001:200::1",    "2001:db7::1",
        "2001:db9::1",     "2002:808:808::1", "2606:4700::1111", "3ffe::1",        "3fff:1000::1",   "::ffff:8.8.8.8",
        "64:ff9b::808:808"}) {
    EXPECT_TRUE(public_text(text)) << text;
  }
}

TEST(PublicAddress, AnotherFamilyIsNot) {
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  EXPECT_FALSE(is_public(reinterpret_cast<const sockaddr&>(local)));
}

}  // namespace
}  // namespace hearsay

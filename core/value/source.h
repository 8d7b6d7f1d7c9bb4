#pragma once
// Bytes as received. Never changed, never deleted; what identifies a source is the SHA-256 of its bytes.

#include <string>

namespace hearsay {

struct Source {
  std::string bytes;  // exactly as received; from the web, once the packing for the way is undone
  std::string name;   // where it came from as the person gave it: a path, an address, "-"; the stem names the article
  std::string media_type;  // "text/plain", "text/html", ...; empty = find out from the bytes
  std::string url;         // address, if known; empty otherwise
  std::string received;    // RFC 3339, UTC, given by the caller (core reads no clock)
  std::string sha256;      // 64 lower-case hex digits of `bytes`
};

}  // namespace hearsay

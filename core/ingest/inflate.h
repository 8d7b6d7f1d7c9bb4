#pragma once
// Compressed bytes to bytes (zlib), never more than asked for.

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

struct Inflated {
  std::string bytes;     // what came out, also before a fault
  std::size_t next = 0;  // of the input: behind the last byte used
  std::string fault;     // empty: whole. Else for a person: "is damaged", "holds more than 64 MiB"
  bool over = false;     // the fault is that more would have come out than asked for
};

// One gzip member or zlib stream that begins at `at`; at most `limit` bytes come out.
Inflated inflated(std::string_view bytes, std::size_t at, std::size_t limit);

// The same for deflate without a header, which some servers send.
Inflated inflated_raw(std::string_view bytes, std::size_t limit);

inline bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

}  // namespace hearsay

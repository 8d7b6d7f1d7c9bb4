#pragma once
// What a person gives, to sources that read() takes one by one: web archives (WARC and ARC, each also as gzip, in one
// member or many), WACZ and other ZIP files, a gzip file of one page. Anything else is one source, handed on as it is.
//
//   Unpacked done = unpack(source, [&](const Source& page) { ingest.add(page); });
//
// The bytes of a source from an archive are the body as the server meant it (chunks joined, unpacked); its address,
// media type and time are the record's. Only bodies that may hold an article are handed on: status 2xx and HTML,
// plain text or a feed.

#include <cstddef>
#include <functional>
#include <vector>

#include "core/value/result.h"
#include "core/value/source.h"

namespace hearsay {

inline constexpr std::size_t kMaxUnpackedBytes = 64U << 20U;  // of one gzip member, body or file in a ZIP
inline constexpr std::size_t kMaxUnpackedRatio = 100;  // all that comes out of one source against its bytes, beyond
                                                       // kMaxUnpackedBytes
inline constexpr std::size_t kMaxZipEntries = 100000;

struct Unpacked {
  std::vector<Error> faults;  // bad records and files, with their byte in the archive; the others were handed on. One
                              // that says so, where nothing was
  std::size_t sources = 0;    // handed on
  std::size_t revisits = 0;   // records that only say that an earlier one's bytes came again
  std::size_t others = 0;     // records and files that can hold no article
};

// Calls `each` in the archive's order. One archive's memory at a time: the archive, one member, one body.
Unpacked unpack(const Source& source, const std::function<void(const Source&)>& each);

}  // namespace hearsay

#pragma once
// Bytes to Article: the door through which every format comes in. One file a format; read() picks it by media type,
// name, bytes.
//
//   Source source{bytes, "fire.txt", "", "", now, sha256_hex(bytes)};
//   Result<std::vector<Article>> articles = read(source, Lexicon::shipped(), {});
//
// A source may hold several articles (JSON lines, feeds, archives); plain text and HTML hold one. Errors: malformed
// (binary, no text at all), too_large (kMaxSourceBytes), unsupported. A bad article inside a source of many becomes a
// warning of the others. Opens no file and reads no clock. Invalid UTF-8 is replaced, counted and warned about, never
// an error.

#include <cstddef>
#include <string>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"
#include "core/value/result.h"
#include "core/value/source.h"

namespace hearsay {

inline constexpr std::size_t kMaxSourceBytes = 256U << 20U;

// What a person states; fills what the source does not say and never overwrites it.
struct ReadOptions {
  std::string outlet;
  std::string published;  // EDTF
  std::string charset;    // IANA name; outranks what the bytes say; empty: find out (core/ingest/encoding.h)
};

Result<std::vector<Article>> read(const Source& source, const Lexicon& lexicon, const ReadOptions& options);

}  // namespace hearsay

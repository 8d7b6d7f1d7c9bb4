#pragma once
// Bytes to Article: the door through which every format comes in. One file a format; read() picks it by media type,
// name, bytes.
//
//   Source source{bytes, "fire.txt", "", "", now, sha256_hex(bytes)};
//   Result<std::vector<Article>> articles = read(source, Lexicon::shipped(), {});
//
// A source may hold several articles (JSON lines, feeds, archives); plain text and HTML hold one. Errors: malformed
// (binary, no text at all), too_large (kMaxSourceBytes), unsupported. A bad article inside a source of many becomes a
// warning of the first good one. Opens no file and reads no clock. Invalid UTF-8 is replaced, counted and warned about,
// never an error.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/article.h"
#include "core/value/result.h"
#include "core/value/source.h"

namespace hearsay {

inline constexpr std::size_t kMaxSourceBytes = 256U << 20U;

// What the fields of JSON lines are called; "meta.author.name" is a field inside objects.
struct FieldNames {
  std::string id = "id";
  std::string text = "text";
  std::string html = "html";
  std::string title = "title";
  std::string byline = "byline";  // a string or a list of them
  std::string outlet = "outlet";
  std::string published = "published";  // EDTF, or a time whose first ten characters are the day
  std::string url = "url";
  std::string language = "language";

  // The member of that name ("text"), nullptr where there is none.
  std::string* named(std::string_view field);
};

// What a person states; fills what the source does not say and never overwrites it.
struct ReadOptions {
  std::string outlet;
  std::string published;  // EDTF
  std::string charset;    // IANA name; outranks what the bytes say; empty: find out (core/ingest/encoding.h)
  FieldNames fields;
};

Result<std::vector<Article>> read(const Source& source, const Lexicon& lexicon, const ReadOptions& options);

}  // namespace hearsay

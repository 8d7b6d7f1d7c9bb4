#pragma once
// What was read from a source: running text, zones, and what the text says about itself. Nothing here is a guess: a
// field that the text does not state, or does not let one infer, is empty.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

enum class ZoneKind { headline, standfirst, bullet, subhead, body, caption, furniture };

struct Zone {
  ZoneKind kind = ZoneKind::body;
  Span span;  // of Article::text; zones are in order, do not overlap, and blank space lies between them

  friend bool operator==(const Zone&, const Zone&) = default;
};

// A stated value with the place it was read from. No span: it was given by a person (--outlet) or stands outside the
// text.
struct Stated {
  std::string value;
  std::optional<Span> span;

  friend bool operator==(const Stated&, const Stated&) = default;
};

// A value that a page gives for one of its fields, taken or outranked.
struct FieldCandidate {
  std::string field;           // "title", "byline", "outlet", "published"
  std::string value;           // as it would be taken
  std::string place;           // "ld:headline", "meta:og:title", "h1", "text", "address"
  std::size_t rank = 0;        // among those of its field, 0 first
  std::optional<Span> source;  // bytes of the source as received; none for what was read off text or address
  bool taken = false;

  friend bool operator==(const FieldCandidate&, const FieldCandidate&) = default;
};

enum class DateBasis { stated, inferred, unknown };

// When the article came out, as EDTF. Empty edtf if and only if basis is unknown.
struct Published {
  std::string edtf;
  DateBasis basis = DateBasis::unknown;
  std::optional<Span> span;

  friend bool operator==(const Published&, const Published&) = default;
};

// "SEOUL, Aug. 18 (UPI) —": each part as written; empty if absent.
struct Dateline {
  std::string place;
  std::string date;
  std::string agency;
  Span span;

  friend bool operator==(const Dateline&, const Dateline&) = default;
};

// Where a stretch of the article's text stands in the bytes as received. Entries are in order; between two entries
// bytes and text run in step. An empty map: text and bytes are the same.
struct OffsetMap {
  struct Entry {
    std::size_t text = 0;    // byte offset in Article::text
    std::size_t source = 0;  // byte offset in Source::bytes

    friend bool operator==(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries;

  // The byte of the source that text byte `text` was read from.
  [[nodiscard]] std::size_t source_of(std::size_t text) const;

  friend bool operator==(const OffsetMap&, const OffsetMap&) = default;
};

struct Article {
  std::string id;        // the stem of the source's name: "fire-in-port"; made unique by the store ("fire-in-port~2")
  std::string sha256;    // of the source's bytes
  std::size_t part = 0;  // which of its source's articles this is, from 0; plain text and HTML hold one
  std::string media_type;
  std::string url;
  std::optional<Stated> title;
  std::vector<Stated> byline;
  std::optional<Stated> outlet;
  Published published;
  std::optional<Dateline> dateline;
  // Outlets it came from and through before this one, the origin first, where what came with the text says so
  // (NewsML-G2's infoSource and hops). Not kept by the store: every claim's via holds them.
  std::vector<std::string> chain;
  std::string language;  // BCP 47, "en"; empty if not known
  std::string text;      // valid UTF-8; for plain text the source decoded and otherwise untouched (BOM, CRLF kept)
  std::vector<Zone> zones;
  OffsetMap offsets;
  std::vector<FieldCandidate> candidates;  // by field and rank; of plain text none. Not kept by the store
  std::vector<std::string> warnings;       // for a person: "3 invalid bytes replaced, the first at byte 118"

  friend bool operator==(const Article&, const Article&) = default;
};

// The zone that holds `byte`, or nullptr where none does.
const Zone* zone_at(const Article& article, std::size_t byte);

std::string_view name_of(ZoneKind kind);    // "headline", ...
std::string_view name_of(DateBasis basis);  // "stated", "inferred", "unknown"
std::optional<ZoneKind> zone_kind_named(std::string_view name);
std::optional<DateBasis> date_basis_named(std::string_view name);

}  // namespace hearsay

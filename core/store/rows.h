#pragma once
// What ingest was given, as rows: a pure function, so that two readings can be compared before anything is written.
// Rows carry no article number (the first column of every table but article), and entities by their position in the
// article. Private to core/store.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/value/article.h"
#include "core/value/entity.h"
#include "core/value/fact.h"
#include "core/value/result.h"

namespace hearsay {

using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct StoredRow {
  std::string_view table;
  std::vector<Cell> cells;  // of the columns behind `article`, in the table's order
};

// `fact`: position in its table (view names: in Facts::names, and so on).
struct FactInBlock {
  BlockKey block;
  std::size_t fact = 0;
};

struct Rows {
  std::vector<Cell> article;     // the columns of kReadingColumns
  std::vector<StoredRow> parts;  // in an order that foreign keys allow
  std::vector<FactInBlock> blocks;
  std::vector<std::int64_t> shingles;
};

// Columns of table article that are read from the source, in order.
inline constexpr std::string_view kReadingColumns =
    "media_type, title, title_begin, title_end, byline, outlet, outlet_begin, outlet_end, published, published_basis, "
    "published_begin, published_end, dateline_place, dateline_date, agency, dateline_begin, dateline_end, language, "
    "text, "
    "offsets, warnings";

// Tables whose rows belong to one article, in an order in which they may be deleted.
inline constexpr std::string_view kPartTables[] = {
    "claim_decision", "claim_as_read", "not_a_claim", "summary", "part", "citation", "quote",          "statement",
    "role",           "time",          "quantity",    "mention", "name", "claim",    "article_entity", "zone"};

// malformed: a span outside the text or off a code point border, an index out of range, two claims of one id; the
// message names which.
Result<Done> check_whole(const Article& article, const Extraction& extraction, const Facts& facts);

// The three must belong together (check_whole).
Rows rows_of(const Article& article, const Extraction& extraction, const Facts& facts);

// SHA-256 over all cells.
std::string reading_of(const Rows& rows);

// SHA-256 over which fact stands in which block, in whatever order they are given.
std::string placing_of(const Rows& rows);

}  // namespace hearsay

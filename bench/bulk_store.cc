#include "bench/bulk_store.h"

#include <variant>

#include "core/store/blocks.h"
#include "core/store/database.h"
#include "core/store/rows.h"
#include "core/store/zstd.h"
#include "core/text/normalise.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

// INSERT statements, one a table, made when its first row comes.
class Inserts {
 public:
  explicit Inserts(SQLite::Database& connection) : connection_(connection) {}

  // `columns`: "" for all of them, in their order.
  void row(std::string_view table, const std::vector<Cell>& cells, const std::string& columns = "") {
    auto& statement = statements_[table];
    if (!statement) {
      std::string marks;
      for (std::size_t i = 0; i < cells.size(); ++i) marks += i == 0 ? "?" : ", ?";
      statement = std::make_unique<SQLite::Statement>(
          connection_, "INSERT OR IGNORE INTO " + std::string(table) + columns + " VALUES (" + marks + ")");
    }
    int at = 0;
    for (const Cell& cell : cells) {
      ++at;
      if (const auto* number = std::get_if<std::int64_t>(&cell)) statement->bind(at, *number);
      if (const auto* real = std::get_if<double>(&cell)) statement->bind(at, *real);
      if (const auto* text = std::get_if<std::string>(&cell)) statement->bindNoCopy(at, *text);
      if (std::holds_alternative<std::monostate>(cell)) statement->bind(at);
    }
    statement->exec();
    statement->reset();
  }

 private:
  SQLite::Database& connection_;
  std::unordered_map<std::string_view, std::unique_ptr<SQLite::Statement>> statements_;
};

}  // namespace

class BulkStore::Writer {
 public:
  explicit Writer(std::unique_ptr<Database> db) : db_(std::move(db)), inserts_(db_->connection()) {
    db_->connection().exec(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -6000000; "
        "BEGIN");
  }

  void add(const Source& source, const Article& article, const Extraction& extraction, const Facts& facts) {
    const std::string frame = compressed(source.bytes);
    const auto text = [](std::string_view words) { return Cell(std::string(words)); };
    SQLite::Statement kept(db_->connection(), "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    int at = 0;
    for (const std::string& word : {source.sha256, source.name, source.media_type, source.url, source.received})
      kept.bind(++at, word);
    kept.bind(++at, static_cast<std::int64_t>(source.bytes.size()));
    kept.bind(++at, sha256_hex(frame));
    kept.bind(++at, frame.data(), static_cast<int>(frame.size()));
    kept.exec();
    const Rows rows = rows_of(article, extraction, facts);
    std::vector<Cell> cells{text(article.id), text(source.sha256),    std::int64_t{0},        text(source.url),
                            std::int64_t{1},  text(reading_of(rows)), text(placing_of(rows)), text(source.url)};
    cells.insert(cells.end(), rows.article.begin(), rows.article.end());
    inserts_.row(
        "article", cells,
        " (name, source, part, address, version, reading, placing, url, " + std::string(kReadingColumns) + ")");
    const std::int64_t row = db_->connection().getLastInsertRowid();
    for (const StoredRow& part : rows.parts) write_part(row, part);
    inserts_.row("block", {text("articles"), text(source.url), std::int64_t{0}, text(""), row, std::int64_t{0}});
    for (const FactInBlock& fact : rows.blocks) {
      inserts_.row("block", {fact.block.view, fact.block.key, std::int64_t{0}, text(""), row,
                             static_cast<std::int64_t>(fact.fact)});
    }
  }

  void finish() {
    regroup(*db_);
    db_->connection().exec("COMMIT");
  }

 private:
  void write_part(std::int64_t row, const StoredRow& part) {
    std::vector<Cell> cells;
    if (part.table == "claim") cells.emplace_back();  // SQLite's own number
    cells.emplace_back(row);
    cells.insert(cells.end(), part.cells.begin(), part.cells.end());
    if (part.table == "article_entity") {  // as ArticleWriter has it, for entities that have a name
      const std::string& kind = std::get<std::string>(part.cells[1]);
      const std::string& name = std::get<std::string>(part.cells[2]);
      const std::string folded = fold_spaces(name);
      const std::string id = sha256_hex(kind + "\n" + folded).substr(0, 16);
      inserts_.row("entity", {id, kind, folded, name, part.cells[3], std::monostate{}});
      cells.insert(cells.begin() + 2, id);
    }
    inserts_.row(part.table, cells);
  }

  std::unique_ptr<Database> db_;
  Inserts inserts_;
};

BulkStore::BulkStore(std::unique_ptr<Writer> writer) : writer_(std::move(writer)) {}
BulkStore::~BulkStore() = default;

Result<std::unique_ptr<BulkStore>> BulkStore::make(const std::string& path) {
  if (Result<std::unique_ptr<Store>> made = Store::open(path, OpenMode::create); !made) return made.error();
  Result<std::unique_ptr<Database>> db = Database::open(path, OpenMode::existing, {});
  if (!db) return std::move(db).error();
  return std::unique_ptr<BulkStore>(new BulkStore(std::make_unique<Writer>(*std::move(db))));
}

void BulkStore::add(const Source& source, const Article& article, const Extraction& extraction, const Facts& facts) {
  writer_->add(source, article, extraction, facts);
}

void BulkStore::finish() { writer_->finish(); }

}  // namespace hearsay

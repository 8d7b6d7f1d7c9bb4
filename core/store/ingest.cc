// One article, one transaction: compare the reading with the stored one; if it is another, take the old rows away and
// write the new ones. Rows are taken away and written whole, an article at a time: finding which of them stayed the
// same would cost as much as writing them. The blocks touched are therefore all those of the old and the new reading, a
// superset of what changed. An older version keeps its rows and loses its place in the blocks.

#include <algorithm>
#include <set>
#include <utility>

#include "core/store/blocks.h"
#include "core/store/claim_decisions.h"
#include "core/store/impl.h"
#include "core/store/joins.h"
#include "core/store/origins.h"
#include "core/store/zstd.h"
#include "core/text/normalise.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

std::string join_marks(std::size_t count) {
  std::string marks;
  for (std::size_t i = 0; i < count; ++i) marks += i == 0 ? "?" : ", ?";
  return marks;
}

void bind(SQLite::Statement& statement, int at, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    statement.bind(at, *number);
  } else if (const auto* real = std::get_if<double>(&cell)) {
    statement.bind(at, *real);
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    statement.bind(at, *text);
  } else {
    statement.bind(at);
  }
}

// Writes one article. Lives for one transaction.
class ArticleWriter {
 public:
  ArticleWriter(Database& db, const Source& source, const Article& article, const Rows& rows)
      : db_(db),
        source_(source),
        article_(article),
        rows_(rows),
        reading_(reading_of(rows)),
        placing_(placing_of(rows)),
        blocks_(db),
        origins_(db, blocks_) {
    outcome_.article = article.id;
  }

  IngestOutcome write();

 private:
  struct Known {  // the article as stored before
    std::int64_t row = 0;
    std::string reading;
    std::string placing;
    std::string url;
    bool superseded = false;
  };

  std::optional<Known> find();
  void add();
  void replace(const Known& known);
  void supersede_others();
  std::string free_name() const;
  void store_source();
  void remove_parts();
  void write_parts(bool current);
  void write_entity(const StoredRow& row);
  [[nodiscard]] std::string url() const { return article_.url.empty() ? source_.url : article_.url; }

  Database& db_;
  const Source& source_;
  const Article& article_;
  const Rows& rows_;
  std::string reading_;
  std::string placing_;
  std::int64_t row_ = 0;
  std::string address_;
  IngestOutcome outcome_;
  BlockWriter blocks_;
  OriginWriter origins_;
};

IngestOutcome ArticleWriter::write() {
  if (const std::optional<Known> known = find()) {
    const bool new_address = known->url.empty() && !url().empty();
    if (known->reading == reading_ && known->placing == placing_ && !new_address) {
      outcome_.kind = IngestKind::unchanged;
      return outcome_;
    }
    outcome_.kind = IngestKind::reread;
    replace(*known);
  } else {
    add();
  }
  Joins joins(db_);
  if (joins.any()) joins.write();
  origins_.settle();
  blocks_.settle();
  db_.run("INSERT INTO unchecked (article, view, key) VALUES (?, '', '')", row_);
  outcome_.touched.assign(blocks_.touched().begin(), blocks_.touched().end());
  if (joins.any()) return outcome_;
  outcome_.growth.articles = {row_};
  std::set_difference(outcome_.touched.begin(), outcome_.touched.end(), blocks_.left().begin(), blocks_.left().end(),
                      std::back_inserter(outcome_.growth.grown));
  return outcome_;
}

std::optional<ArticleWriter::Known> ArticleWriter::find() {
  Query found =
      db_.query("SELECT id, name, reading, placing, url, superseded_by FROM article WHERE source = ? AND part = ?",
                source_.sha256, article_.part);
  if (!found.step()) return std::nullopt;
  outcome_.article = found.text(1);
  return Known{found.integer(0), found.text(2), found.text(3), found.text(4), !found.null(5)};
}

std::string ArticleWriter::free_name() const {
  const std::string stem = article_.id.empty() ? "article" : article_.id;
  std::string name = stem;
  for (int n = 2; db_.lookup("SELECT name FROM article WHERE name = ?", name); ++n)
    name = stem + "~" + std::to_string(n);
  return name;
}

void ArticleWriter::store_source() {
  if (db_.lookup("SELECT sha256 FROM source WHERE sha256 = ?", source_.sha256)) return;
  SQLite::Statement insert(db_.connection(), "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  const std::string frame = compressed(source_.bytes);
  insert.bind(1, source_.sha256);
  insert.bind(2, source_.name);
  insert.bind(3, source_.media_type);
  insert.bind(4, source_.url);
  insert.bind(5, source_.received);
  insert.bind(6, static_cast<std::int64_t>(source_.bytes.size()));
  insert.bind(7, sha256_hex(frame));
  insert.bind(8, frame.data(), static_cast<int>(frame.size()));
  insert.exec();
}

void ArticleWriter::add() {
  static const std::string kInsert =
      "INSERT INTO article (name, source, part, address, version, reading, placing, url, " +
      std::string(kReadingColumns) + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ";
  store_source();
  outcome_.article = free_name();
  address_ = url().empty() ? source_.sha256 : url();
  const std::string version = *db_.lookup(
      "SELECT 1 + coalesce(max(version), 0) FROM article WHERE address = ? AND source <> ?", address_, source_.sha256);
  SQLite::Statement insert(db_.connection(), kInsert + join_marks(rows_.article.size()) + ")");
  int at = 0;
  for (const std::string& text : {outcome_.article, source_.sha256}) insert.bind(++at, text);
  insert.bind(++at, static_cast<std::int64_t>(article_.part));
  insert.bind(++at, address_);
  insert.bind(++at, version);  // the column makes it a number
  for (const std::string& text : {reading_, placing_, url()}) insert.bind(++at, text);
  for (const Cell& cell : rows_.article) bind(insert, ++at, cell);
  insert.exec();
  row_ = db_.connection().getLastInsertRowid();
  supersede_others();
  write_parts(true);
}

void ArticleWriter::supersede_others() {
  std::vector<std::pair<std::int64_t, std::string>> older;
  for (Query row = db_.query("SELECT id, name FROM article WHERE address = ? AND source <> ? AND superseded_by IS NULL "
                             "ORDER BY version",
                             address_, source_.sha256);
       row.step();) {
    older.emplace_back(row.integer(0), row.text(1));
  }
  for (const auto& [row, name] : older) {
    origins_.leave(row);
    blocks_.leave(row);
    db_.run("UPDATE article SET superseded_by = ? WHERE id = ?", row_, row);
    outcome_.superseded = name;
    outcome_.kind = IngestKind::new_version;
  }
}

void ArticleWriter::replace(const Known& known) {
  static const std::string kUpdate = "UPDATE article SET (reading, placing, url, address, " +
                                     std::string(kReadingColumns) + ") = (?, ?, ?, ?, " +
                                     join_marks(rows_.article.size()) + ") WHERE id = ?";
  row_ = known.row;
  const std::string address = known.url.empty() ? url() : known.url;
  address_ = address.empty() ? source_.sha256 : address;
  origins_.leave(row_);
  blocks_.leave(row_);
  remove_parts();
  SQLite::Statement update(db_.connection(), kUpdate);
  int at = 0;
  for (const std::string& text : {reading_, placing_, address, address_}) update.bind(++at, text);
  for (const Cell& cell : rows_.article) bind(update, ++at, cell);
  update.bind(++at, row_);
  update.exec();
  write_parts(!known.superseded);
}

void ArticleWriter::remove_parts() {
  std::vector<std::string> entities;
  for (Query row = db_.query("SELECT DISTINCT entity FROM article_entity WHERE article = ?", row_); row.step();) {
    entities.push_back(row.text(0));
  }
  for (const std::string_view table : kPartTables) {
    db_.run("DELETE FROM " + std::string(table) + " WHERE article = ?", row_);
  }
  for (const std::string& entity : entities) {
    if (db_.lookup("SELECT 1 FROM article_entity WHERE entity = ? LIMIT 1", entity)) continue;
    db_.run("UPDATE entity SET stands_for = NULL WHERE stands_for = ?", entity);  // Joins finds another for them
    db_.run("DELETE FROM entity WHERE id = ?", entity);
  }
}

void ArticleWriter::write_entity(const StoredRow& row) {
  const std::string kind = std::get<std::string>(row.cells[1]);
  const std::string name = std::get<std::string>(row.cells[2]);
  const std::string role = std::get<std::string>(row.cells[3]);
  const std::string folded = fold_spaces(name);
  const bool anonymous = kind == name_of(EntityKind::anonymous);
  const std::string id = sha256_hex(kind + "\n" + folded + (anonymous ? "\n" + outcome_.article : "")).substr(0, 16);
  db_.run(
      "INSERT INTO entity VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT DO UPDATE SET role = excluded.role WHERE role = ''",
      id, kind, folded, name, role);
  db_.run("INSERT INTO article_entity VALUES (?, ?, ?, ?, ?, ?)", row_, std::get<std::int64_t>(row.cells[0]), id, kind,
          name, role);
}

void ArticleWriter::write_parts(bool current) {
  for (const StoredRow& row : rows_.parts) {
    if (row.table == "article_entity") {
      write_entity(row);
      continue;
    }
    const bool numbered = row.table == "claim";  // its first column is SQLite's own number
    Query insert = db_.query("INSERT INTO " + std::string(row.table) + " VALUES (" + (numbered ? "NULL, ?, " : "?, ") +
                             join_marks(row.cells.size()) + ")");
    int at = 0;
    insert.statement().bind(++at, row_);
    for (const Cell& cell : row.cells) bind(insert.statement(), ++at, cell);
    insert.step();
  }
  ClaimDecisions(db_).apply(row_);
  if (!current) return;
  blocks_.stand(row_, address_, rows_.blocks);
  origins_.stand(row_, rows_.shingles);
}

Result<Done> check_source(const Source& source, const Article& article) {
  if (sha256_hex(source.bytes) == source.sha256) return Done{};
  return Error{ErrorCode::malformed, article.id, "the source's hash is not that of its bytes: " + source.sha256,
               "please report this", ""};
}

}  // namespace

Result<IngestOutcome> Store::Impl::ingest(const Source& source, const Article& article, const Extraction& extraction,
                                          const Facts& facts) {
  if (Result<Done> checked = check_source(source, article); !checked) return checked.error();
  if (Result<Done> checked = check_whole(article, extraction, facts); !checked) return checked.error();
  const Rows rows = rows_of(article, extraction, facts);
  Transaction transaction(db);
  IngestOutcome outcome = ArticleWriter(db, source, article, rows).write();
  transaction.commit();
  return outcome;
}

}  // namespace hearsay

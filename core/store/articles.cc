// Articles and sources back out of their rows. What is not of this shape in a damaged store reads as unknown; verify()
// tells.

#include "core/store/columns.h"
#include "core/store/impl.h"
#include "core/store/zstd.h"

namespace hearsay {
namespace {

constexpr std::string_view kEntry =
    "SELECT a.name, a.source, a.url, a.title, a.outlet, a.published, a.published_basis, s.received, a.version, "
    "newer.name, (SELECT count(*) FROM claim WHERE article = a.id) FROM article a JOIN source s ON s.sha256 = a.source "
    "LEFT JOIN article newer ON newer.id = a.superseded_by ";

ArticleEntry entry_of(const Query& row) {
  ArticleEntry entry;
  entry.id = row.text(0);
  entry.sha256 = row.text(1);
  entry.url = row.text(2);
  entry.title = row.text(3);
  entry.outlet = row.text(4);
  entry.published = row.text(5);
  entry.published_basis = date_basis_named(row.text(6)).value_or(DateBasis::unknown);
  entry.received = row.text(7);
  entry.version = row.size(8);
  entry.superseded_by = row.text(9);
  entry.claims = row.size(10);
  return entry;
}

Error no_article(const Database& db, std::string_view id) {
  return {ErrorCode::not_found, db.path(), "no article '" + std::string(id) + "'", "'hearsay articles' lists them", ""};
}

std::optional<Stated> stated(const Query& row, int column) {
  if (row.null(column)) return std::nullopt;
  return Stated{row.text(column), row.maybe_span(column + 1)};
}

// Columns: name, source, part, url, then kReadingColumns.
Article article_of(const Query& row) {
  Article article;
  article.id = row.text(0);
  article.sha256 = row.text(1);
  article.part = row.size(2);
  article.url = row.text(3);
  article.media_type = row.text(4);
  article.title = stated(row, 5);
  article.byline = stated_in(row.text(8));
  article.outlet = stated(row, 9);
  article.published = {row.text(12), date_basis_named(row.text(13)).value_or(DateBasis::unknown), row.maybe_span(14)};
  if (const auto span = row.maybe_span(19))
    article.dateline = Dateline{row.text(16), row.text(17), row.text(18), *span};
  article.language = row.text(21);
  article.text = row.text(22);
  article.offsets.entries = offsets_in(row.text(23));
  article.warnings = texts_in(row.text(24));
  return article;
}

}  // namespace

std::vector<ArticleEntry> Store::Impl::articles(const ArticleFilter& filter) {
  // A year that is not known ("XXXX-08-18") sorts behind every day.
  static const std::string kWhere =
      "WHERE (?1 OR a.superseded_by IS NULL) AND (?2 IS NULL OR instr(lower(a.outlet), lower(?2)) > 0) "
      "AND (?3 IS NULL OR a.published >= ?3 AND a.published < 'X') AND (?4 IS NULL OR a.published <= ?4 || '~') "
      "AND (?5 IS NULL OR a.id IN (SELECT rowid FROM article_text WHERE article_text MATCH ?5)) "
      "AND (?6 IS NULL OR a.address = ?6) ORDER BY a.id LIMIT ?7";
  const std::string match = match_expression(filter.search);
  if (match.empty() && !filter.search.empty()) return {};
  const auto asked = [](std::string_view text) { return text.empty() ? std::nullopt : std::optional(text); };
  const std::int64_t limit = filter.limit == 0 ? -1 : static_cast<std::int64_t>(filter.limit);
  std::vector<ArticleEntry> entries;
  for (Query row = db.query(std::string(kEntry) + kWhere, filter.superseded ? 1 : 0, asked(filter.outlet),
                            asked(filter.since), asked(filter.until), asked(match), asked(filter.address), limit);
       row.step();) {
    entries.push_back(entry_of(row));
  }
  return entries;
}

Result<ArticleEntry> Store::Impl::article_entry(std::string_view id) {
  Query row = db.query(std::string(kEntry) + "WHERE a.name = ?", id);
  if (!row.step()) return no_article(db, id);
  return entry_of(row);
}

Result<Article> Store::Impl::article(std::string_view id) {
  static const std::string kSelect =
      "SELECT name, source, part, url, " + std::string(kReadingColumns) + " FROM article WHERE name = ?";
  Article article;
  {
    Query row = db.query(kSelect, id);
    if (!row.step()) return no_article(db, id);
    article = article_of(row);
  }
  for (Query zone =
           db.query("SELECT kind, byte_begin, byte_end FROM zone JOIN article a ON a.id = article WHERE a.name = ? "
                    "ORDER BY n",
                    id);
       zone.step();) {
    article.zones.push_back({zone_kind_named(zone.text(0)).value_or(ZoneKind::body), zone.span(1)});
  }
  return article;
}

Result<std::string> Store::Impl::article_text(std::string_view article) {
  Query row = db.query("SELECT text FROM article WHERE name = ?", article);
  if (!row.step()) return no_article(db, article);
  return row.text(0);
}

std::vector<Derivation> Store::Impl::derivations() {
  std::vector<Derivation> derivations;
  for (Query row = db.query("SELECT a.name, e.name, d.share FROM derivation d JOIN article a ON a.id = d.article "
                            "JOIN article e ON e.id = d.earlier ORDER BY a.name, d.share DESC, e.name");
       row.step();) {
    Derivation found{row.text(0), row.text(1), row.real(2)};
    if (derivations.empty() || derivations.back().article != found.article) derivations.push_back(std::move(found));
  }
  return derivations;
}

Result<Source> Store::Impl::source(std::string_view sha256) {
  Query row = db.query(
      "SELECT sha256, name, media_type, url, received, size, bytes FROM source WHERE substr(sha256, 1, length(?1)) = "
      "?1 "
      "LIMIT 2",
      sha256);
  if (sha256.empty() || !row.step()) {
    return Error{ErrorCode::not_found, db.path(), "no source '" + std::string(sha256) + "'",
                 "'hearsay report' gives the hash of each article's source", ""};
  }
  Source source{"", row.text(1), row.text(2), row.text(3), row.text(4), row.text(0)};
  Result<std::string> bytes = expanded(row.text(6), row.size(5));
  if (!bytes) {
    Error error = bytes.error();
    error.where = "source " + source.sha256;
    return error;
  }
  source.bytes = std::move(bytes).value();
  if (row.step()) {
    return Error{ErrorCode::conflict, db.path(), "more than one source begins with '" + std::string(sha256) + "'",
                 "give more digits", ""};
  }
  return source;
}

}  // namespace hearsay

// Texts that share words are found by the sampled shingles, the earliest kMaxFellows of each; how much they share is
// counted on all. Each article follows the text it takes most from. Known limit: of a text reprinted more often than
// kMaxFellows, later reprints are tied to the first ones only.

#include "core/store/origins.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <map>

#include "core/origins/origins.h"
#include "core/origins/shingles.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxFellows = 50;
constexpr std::string_view kView = "origins";

bool is_sampled(std::int64_t shingle) { return (static_cast<std::uint64_t>(shingle) >> 1U) % 4 == 0; }

std::string bytes_of(const std::vector<std::int64_t>& shingles) {
  std::string bytes;
  bytes.reserve(8 * shingles.size());
  for (const std::int64_t shingle : shingles) {
    for (unsigned shift = 0; shift < 64; shift += 8)
      bytes += static_cast<char>(static_cast<std::uint64_t>(shingle) >> shift & 0xFFU);
  }
  return bytes;
}

std::vector<std::int64_t> shingles_in(std::string_view bytes) {
  std::vector<std::int64_t> shingles;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t number = 0;
    for (unsigned i = 0; i < 8; ++i) number |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    shingles.push_back(static_cast<std::int64_t>(number));
  }
  return shingles;
}

std::size_t shared(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
  std::size_t count = 0;
  for (auto at_a = a.begin(), at_b = b.begin(); at_a != a.end() && at_b != b.end();) {
    if (*at_a == *at_b) ++count;
    const bool step_a = *at_a <= *at_b;
    const bool step_b = *at_b <= *at_a;
    if (step_a) ++at_a;
    if (step_b) ++at_b;
  }
  return count;
}

TextOrigin origin_of(Database& db, std::int64_t row) {
  Query article = db.query("SELECT name, published, outlet, agency FROM article WHERE id = ?", row);
  if (!article.step()) return {};
  return {article.text(0), article.text(1), article.text(2), article.text(3)};
}

}  // namespace

void OriginWriter::leave(std::int64_t row) {
  changed_.insert(row);
  gather();
  if (const auto bytes = db_.lookup("SELECT shingles FROM sketch WHERE article = ?", row)) {
    for (const std::int64_t shingle : shingles_in(*bytes)) {
      if (is_sampled(shingle)) db_.run("DELETE FROM shingle WHERE number = ? AND article = ?", shingle, row);
    }
  }
  db_.run("DELETE FROM sketch WHERE article = ?", row);
  db_.run("DELETE FROM derivation WHERE article = ?1 OR earlier = ?1", row);
}

void OriginWriter::stand(std::int64_t row, const std::vector<std::int64_t>& shingles) {
  changed_.insert(row);
  if (shingles.empty()) return;
  const std::string bytes = bytes_of(shingles);
  {
    Query insert = db_.query("INSERT INTO sketch VALUES (?, ?)", row);
    insert.statement().bind(2, bytes.data(), static_cast<int>(bytes.size()));
    insert.step();
  }
  link(row, shingles);
  for (const std::int64_t shingle : shingles) {
    if (is_sampled(shingle)) db_.run("INSERT OR IGNORE INTO shingle VALUES (?, ?)", shingle, row);
  }
}

// The articles with most sampled shingles in common.
std::vector<std::int64_t> OriginWriter::candidates(std::int64_t row, const std::vector<std::int64_t>& shingles) {
  std::map<std::int64_t, std::size_t> hits;
  for (const std::int64_t shingle : shingles) {
    if (!is_sampled(shingle)) continue;
    for (Query other =
             db_.query("SELECT article FROM shingle WHERE number = ? AND article <> ? ORDER BY article LIMIT ?",
                       shingle, row, kMaxFellows);
         other.step();) {
      ++hits[other.integer(0)];
    }
  }
  std::vector<std::int64_t> best;
  for (const auto& [article, count] : hits) best.push_back(article);
  std::stable_sort(best.begin(), best.end(), [&](std::int64_t a, std::int64_t b) { return hits[a] > hits[b]; });
  if (best.size() > kMaxFellows) best.resize(kMaxFellows);
  return best;
}

void OriginWriter::link(std::int64_t row, const std::vector<std::int64_t>& shingles) {
  const TextOrigin own = origin_of(db_, row);
  for (const std::int64_t other : candidates(row, shingles)) {
    const auto bytes = db_.lookup("SELECT shingles FROM sketch WHERE article = ?", other);
    if (!bytes) continue;
    const std::vector<std::int64_t> others = shingles_in(*bytes);
    const Containment parts = containment(shingles.size(), others.size(), shared(shingles, others));
    const bool later = came_first(origin_of(db_, other), own, parts.of_second, parts.of_first);
    const double share = later ? parts.of_first : parts.of_second;
    if (kinship(share) == Kinship::none) continue;
    db_.run("INSERT INTO derivation VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET share = excluded.share",
            later ? row : other, later ? other : row, share);
    changed_.insert(other);
  }
}

// Adds all that are in one block with a changed article, or tied to one.
void OriginWriter::gather() {
  std::vector<std::int64_t> open(changed_.begin(), changed_.end());
  while (!open.empty()) {
    const std::int64_t row = open.back();
    open.pop_back();
    for (Query kin = db_.query("SELECT earlier FROM derivation WHERE article = ?1 UNION SELECT article FROM derivation "
                               "WHERE earlier = ?1 UNION SELECT o.article FROM block b JOIN block o ON o.view = b.view "
                               "AND o.key = b.key WHERE b.article = ?1 AND b.view = ?2",
                               row, kView);
         kin.step();) {
      if (changed_.insert(kin.integer(0)).second) open.push_back(kin.integer(0));
    }
  }
}

void OriginWriter::settle() {
  gather();
  std::map<std::string, std::int64_t> rows;
  std::vector<std::string> names;
  std::vector<Step> steps;
  std::set<std::string> kin;  // with a text of the same origin
  for (const std::int64_t row : changed_) {
    Query article = db_.query("SELECT name FROM article WHERE id = ? AND superseded_by IS NULL", row);
    if (!article.step()) continue;
    names.push_back(article.text(0));
    rows[names.back()] = row;
    Query earlier = db_.query(
        "SELECT a.name FROM derivation d JOIN article a ON a.id = d.earlier WHERE d.article = ? "
        "ORDER BY d.share DESC, a.name LIMIT 1",
        row);
    if (!earlier.step()) continue;
    steps.push_back({names.back(), earlier.text(0)});
    kin.insert({steps.back().from, steps.back().to});
  }
  const Origins origins = origins_of(names, steps);
  for (const std::string& name : names) {
    const std::string published = *db_.lookup("SELECT coalesce(published, '') FROM article WHERE id = ?", rows[name]);
    blocks_.move(rows[name], std::string(kView), kin.contains(name) ? origins.root_of.at(name) : "",
                 published + " " + name);
  }
  changed_.clear();
}

void trace_origins(Database& db) {
  std::vector<std::int64_t> rows;
  for (Query row = db.query("SELECT id FROM article WHERE superseded_by IS NULL ORDER BY id"); row.step();)
    rows.push_back(row.integer(0));
  BlockWriter blocks(db);
  OriginWriter origins(db, blocks);
  for (const std::int64_t row : rows) {
    Article article;
    article.text = *db.lookup("SELECT text FROM article WHERE id = ?", row);
    for (Query zone = db.query("SELECT kind, byte_begin, byte_end FROM zone WHERE article = ? ORDER BY n", row);
         zone.step();) {
      article.zones.push_back({zone_kind_named(zone.text(0)).value_or(ZoneKind::body), zone.span(1)});
    }
    origins.stand(row, shingles_of(article));
    origins.settle();
  }
}

}  // namespace hearsay

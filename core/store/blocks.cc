// A group of each view is what its query below hashes. `rank` puts the facts of a group in order of the day they speak
// of, then of their articles' names; the first and the last of them stand for it.

#include "core/store/blocks.h"

#include <sqlite3.h>

#include <charconv>

#include "core/store/impl.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr std::string_view kArticlesView = "articles";
constexpr std::string_view kInsert = "INSERT OR IGNORE INTO block VALUES (?, ?, ?, ?, ?, ?)";

// Blocks of whole articles have no groups.
bool has_groups(std::string_view view) { return view != kArticlesView && view != "origins"; }

struct GroupQuery {
  std::string_view view;
  std::string_view table;  // of facts that a claim says; empty: they stand in the text whoever says what
  std::string_view facts;  // article, n, group_id, rank
};

constexpr GroupQuery kGroupQueries[] = {
    {"names", "",
     "SELECT n.article, n.n, group_of(n.name, n.form, l.kind) AS group_id, ' ' || a.name AS rank FROM name n JOIN "
     "article a ON a.id = "
     "n.article JOIN article_entity l ON l.article = n.article AND l.n = n.entity"},
    {"quantities", "quantity",
     "SELECT q.article, q.n, group_of(q.low, q.high, q.modifier, q.unit, q.rate, q.ordinal, q.noun_class, q.scope) "
     "AS group_id, q.as_of || ' ' || a.name AS rank FROM quantity q JOIN article a ON a.id = q.article"},
    {"times", "time",
     "SELECT t.article, t.n, group_of(t.edtf, t.event, t.weekday_misfit, t.needs_anchor) AS group_id, "
     "coalesce(a.published, '') || "
     "' ' || a.name AS rank FROM time t JOIN article a ON a.id = t.article"},
    {"roles", "role",
     "SELECT r.article, r.n, group_of(r.name, r.role, r.as_of = '') AS group_id, r.as_of || ' ' || a.name AS rank FROM "
     "role r JOIN article "
     "a ON a.id = r.article"},
    {"statements", "statement",
     "SELECT s.article, s.n, group_of(c.text, c.speaker, c.speaker_kind, c.type, c.zone, c.act, c.modality, "
     "s.polarity) AS group_id, coalesce(a.published, '') || ' ' || a.name AS rank FROM statement s JOIN article a ON "
     "a.id = s.article JOIN "
     "claim c ON c.article = s.article AND c.n = s.claim"},
    {"quotes", "quote",
     "SELECT q.article, q.n, group_of(q.text, c.speaker, c.speaker_kind) AS group_id, coalesce(c.said, '') || ' ' || "
     "a.name AS rank FROM "
     "quote q JOIN article a ON a.id = q.article JOIN claim c ON c.article = q.article AND c.n = q.claim"},
    {"citations", "citation",
     "SELECT q.article, q.n, group_of(q.outlet, a.outlet, c.text) AS group_id, coalesce(a.published, '') || ' ' || "
     "a.name AS rank "
     "FROM citation q JOIN article a ON a.id = q.article JOIN claim c ON c.article = q.article AND c.n = q.claim"},
};

const GroupQuery* query_of(std::string_view view) {
  for (const GroupQuery& query : kGroupQueries) {
    if (query.view == view) return &query;
  }
  return nullptr;
}

// Kind and length before the bytes, so that no two lists of arguments run together.
void group_of(sqlite3_context* context, int count, sqlite3_value** values) {
  std::string bytes;
  for (int i = 0; i < count; ++i) {
    const int type = sqlite3_value_type(values[i]);
    bytes += static_cast<char>('0' + type);
    if (type == SQLITE_NULL) continue;
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[i]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[i]));
    bytes += std::to_string(size) + ":";
    bytes.append(text, size);
  }
  std::uint64_t id = 0;
  const std::string hex = sha256_hex(bytes);
  std::from_chars(hex.data(), hex.data() + 16, id, 16);
  sqlite3_result_int64(context, static_cast<sqlite3_int64>(id));
}

constexpr std::string_view kGroups =
    "SELECT DISTINCT view, key, group_id, count(*) OVER whole AS facts, first_value(article) OVER whole AS "
    "first_article, first_value(fact) OVER whole AS first_fact, last_value(article) OVER whole AS last_article, "
    "last_value(fact) OVER whole AS last_fact FROM block WHERE view NOT IN ('articles', 'origins') WINDOW whole AS "
    "(PARTITION BY view, "
    "key, group_id ORDER BY rank, article, fact ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)";
constexpr std::string_view kSizes =
    "SELECT view, key, count(*) AS groups, sum(facts) AS facts FROM block_group GROUP BY view, key";

}  // namespace

void BlockWriter::leave(std::int64_t row) { take_out(row, true); }

// `whole`: with the article's own blocks.
void BlockWriter::take_out(std::int64_t row, bool whole) {
  const int all = whole ? 1 : 0;
  for (Query block = db_.query("SELECT view, key, group_id FROM block WHERE article = ?1 AND (?2 OR view NOT IN "
                               "('articles', 'origins'))",
                               row, all);
       block.step();) {
    touched_.insert({block.text(0), block.text(1)});
    left_.insert({block.text(0), block.text(1)});
    if (has_groups(block.text(0))) --changes_[{block.text(0), block.text(1), block.integer(2)}];
  }
  db_.run(
      "INSERT INTO unchecked (article, view, key) SELECT DISTINCT NULL, view, key FROM block WHERE article = ?1 AND "
      "(?2 "
      "OR view NOT IN ('articles', 'origins'))",
      row, all);
  db_.run("DELETE FROM block WHERE article = ?1 AND (?2 OR view NOT IN ('articles', 'origins'))", row, all);
  db_.run("DELETE FROM withheld WHERE article = ?", row);
}

std::vector<BlockWriter::Place> BlockWriter::places_of(std::string_view view, std::int64_t row) {
  std::vector<Place> places;
  const GroupQuery* query = query_of(view);
  if (query == nullptr) return places;
  const std::string letter{query->facts.substr(7, 1)};
  for (Query fact = db_.query(std::string(query->facts) + " WHERE " + letter + ".article = ? ORDER BY 2", row);
       fact.step();) {
    places.push_back({fact.integer(2), fact.text(3)});
  }
  return places;
}

std::set<std::pair<std::string, std::size_t>> BlockWriter::to_withhold(std::int64_t row) {
  std::set<std::pair<std::string, std::size_t>> facts;
  if (!db_.lookup("SELECT 1 FROM claim_decision WHERE article = ? LIMIT 1", row)) return facts;
  for (const GroupQuery& query : kGroupQueries) {
    if (query.table.empty()) continue;
    for (Query fact = db_.query("SELECT f.n FROM " + std::string(query.table) +
                                    " f WHERE f.article = ? AND (f.article, f.claim) IN not_a_claim",
                                row);
         fact.step();) {
      facts.emplace(query.view, fact.size(0));
    }
  }
  // Whom a person corrected as the speaker is not cited.
  for (Query fact = db_.query("SELECT f.n FROM citation f JOIN claim_as_read r ON r.article = f.article AND r.n = "
                              "f.claim AND r.speaker = f.outlet WHERE f.article = ?",
                              row);
       fact.step();) {
    facts.emplace("citations", fact.size(0));
  }
  return facts;
}

void BlockWriter::stand(std::int64_t row, const std::string& address, const std::vector<FactInBlock>& facts) {
  touched_.insert({std::string(kArticlesView), address});
  db_.run(kInsert, kArticlesView, address, 0, "", row, 0);
  put_in(row, facts);
}

void BlockWriter::put_in(std::int64_t row, const std::vector<FactInBlock>& facts) {
  const std::set<std::pair<std::string, std::size_t>> withheld = to_withhold(row);
  std::map<std::string, std::vector<Place>> places;
  for (const FactInBlock& fact : facts) {
    if (withheld.contains({fact.block.view, fact.fact})) {
      db_.run("INSERT OR IGNORE INTO withheld VALUES (?, ?, ?, ?)", fact.block.view, fact.block.key, row, fact.fact);
      continue;
    }
    const auto [of_view, fresh] = places.try_emplace(fact.block.view);
    if (fresh) of_view->second = places_of(fact.block.view, row);
    const Place& place = of_view->second.at(fact.fact);
    if (db_.run(kInsert, fact.block.view, fact.block.key, place.group, place.rank, row, fact.fact) == 0) continue;
    touched_.insert(fact.block);
    ++changes_[{fact.block.view, fact.block.key, place.group}];
  }
}

void BlockWriter::restand(std::int64_t row) {
  std::vector<FactInBlock> facts;
  for (Query fact = db_.query("SELECT view, key, fact FROM block WHERE article = ?1 AND view NOT IN ('articles', "
                              "'origins') UNION ALL SELECT view, key, fact FROM withheld WHERE article = ?1",
                              row);
       fact.step();) {
    facts.push_back({{fact.text(0), fact.text(1)}, fact.size(2)});
  }
  take_out(row, false);
  put_in(row, facts);
}

void BlockWriter::move(std::int64_t row, const std::string& view, const std::string& key, const std::string& rank) {
  Query stands = db_.query("SELECT key FROM block WHERE article = ? AND view = ?", row, view);
  const std::string before = stands.step() ? stands.text(0) : "";
  if (before == key) return;
  const auto touch = [&](const std::string& block) {
    touched_.insert({view, block});
    left_.insert({view, block});
    db_.run("INSERT INTO unchecked (article, view, key) VALUES (NULL, ?, ?)", view, block);
  };
  if (!before.empty()) {
    db_.run("DELETE FROM block WHERE view = ? AND key = ? AND article = ?", view, before, row);
    touch(before);
  }
  if (key.empty()) return;
  db_.run("INSERT INTO block VALUES (?, ?, 0, ?, ?, 0)", view, key, rank, row);
  touch(key);
}

void BlockWriter::settle() {
  for (const auto& [group, change] : changes_) settle(group, change);
  for (const auto& [block, size] : sizes_) {
    if (size.first == 0 && size.second == 0) continue;
    db_.run(
        "INSERT INTO block_size VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET groups = groups + excluded.groups, facts "
        "= facts + excluded.facts",
        block.view, block.key, size.first, size.second);
    if (size.first < 0)
      db_.run("DELETE FROM block_size WHERE view = ? AND key = ? AND groups = 0", block.view, block.key);
  }
  changes_.clear();
  sizes_.clear();
}

void BlockWriter::settle(const Group& group, std::int64_t change) {
  const auto& [view, key, id] = group;
  auto& [groups, facts] = sizes_[{view, key}];
  facts += change;
  const bool stood =
      db_.lookup("SELECT 1 FROM block_group WHERE view = ? AND key = ? AND group_id = ?", view, key, id).has_value();
  const auto end = [&](std::string_view order) {
    Query row =
        db_.query("SELECT article, fact FROM block WHERE view = ? AND key = ? AND group_id = ? " + std::string(order),
                  view, key, id);
    return row.step() ? std::optional(std::pair(row.integer(0), row.integer(1))) : std::nullopt;
  };
  const auto first = end("ORDER BY rank, article, fact LIMIT 1");
  if (!first) {
    groups -= db_.run("DELETE FROM block_group WHERE view = ? AND key = ? AND group_id = ?", view, key, id);
    return;
  }
  const auto last = end("ORDER BY rank DESC, article DESC, fact DESC LIMIT 1");
  if (!stood) ++groups;
  db_.run(
      "INSERT INTO block_group VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET facts = facts + "
      "excluded.facts, (first_article, first_fact, last_article, last_fact) = (excluded.first_article, "
      "excluded.first_fact, excluded.last_article, excluded.last_fact)",
      view, key, id, change, first->first, first->second, last->first, last->second);
}

void regroup(Database& db) {
  SQLite::Database& connection = db.connection();
  connection.exec(
      "CREATE TEMP TABLE standing AS SELECT view, key, article, fact FROM block WHERE view NOT IN ('articles', "
      "'origins')");
  connection.exec("DELETE FROM block WHERE view NOT IN ('articles', 'origins')");
  for (const GroupQuery& query : kGroupQueries) {
    connection.exec(
        "INSERT INTO block SELECT b.view, b.key, f.group_id, f.rank, b.article, b.fact FROM temp.standing b JOIN (" +
        std::string(query.facts) + ") f ON f.article = b.article AND f.n = b.fact WHERE b.view = '" +
        std::string(query.view) + "'");
  }
  connection.exec("DROP TABLE temp.standing");
  connection.exec("DELETE FROM block_group; DELETE FROM block_size");
  connection.exec("INSERT INTO block_group " + std::string(kGroups));
  connection.exec("INSERT INTO block_size " + std::string(kSizes));
}

BlockCounts Store::Impl::blocks(std::string_view view, std::size_t largest) {
  BlockCounts counts;
  if (Query row = db.query("SELECT count(*), total(groups > 1), total(groups * (groups - 1) / 2) FROM block_size WHERE "
                           "view = ?",
                           view);
      row.step()) {
    counts = {row.size(0), row.size(1), row.real(2), {}};
  }
  for (Query row = db.query(
           "SELECT key, groups, facts FROM block_size WHERE view = ? ORDER BY groups DESC, key LIMIT ?", view, largest);
       row.step();) {
    counts.largest.push_back({row.text(0), row.size(1), row.size(2)});
  }
  return counts;
}

std::string groups_fault(Database& db) {
  for (const auto& [table, wanted] : {std::pair{"block_group", kGroups}, {"block_size", kSizes}}) {
    const std::string stored = std::string("SELECT * FROM ") + table;
    for (const std::string& sql : {stored + " EXCEPT SELECT * FROM (" + std::string(wanted) + ")",
                                   "SELECT * FROM (" + std::string(wanted) + ") EXCEPT " + stored}) {
      if (Query row = db.query(sql); row.step())
        return std::string(table) + " is not what stands in block: " + row.text(0) + " '" + row.text(1) + "'";
    }
  }
  return "";
}

void add_group_function(sqlite3* connection) {
  sqlite3_create_function_v2(connection, "group_of", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                             nullptr, &group_of, nullptr, nullptr, nullptr);
}

}  // namespace hearsay

// Entities across articles with all their spellings. An entity that people joined to another shows up under that one.

#include "core/store/impl.h"

namespace hearsay {
namespace {

constexpr std::string_view kSelect =
    "SELECT e.id, e.name, e.kind, e.role FROM entity e WHERE e.stands_for IS NULL AND (EXISTS "
    "(SELECT 1 FROM article_entity l JOIN article a ON a.id = l.article WHERE l.entity = e.id AND a.superseded_by IS "
    "NULL) OR EXISTS (SELECT 1 FROM entity m JOIN article_entity l ON l.entity = m.id JOIN article a ON a.id = "
    "l.article WHERE m.stands_for = e.id AND a.superseded_by IS NULL)) ";

constexpr std::string_view kSpellings =
    "SELECT n.name, a.name, n.form, n.mentions, n.byte_begin, n.byte_end FROM entity m "
    "JOIN article_entity l ON l.entity = m.id JOIN article a ON a.id = l.article "
    "JOIN name n ON n.article = l.article AND n.entity = l.n "
    "WHERE (m.id = ?1 OR m.stands_for = ?1) AND a.superseded_by IS NULL ORDER BY a.id, n.byte_begin";

template <typename... Args>
std::vector<StoredEntity> select_entities(Database& db, const std::string& rest, const Args&... args) {
  std::vector<StoredEntity> entities;
  for (Query row = db.query(std::string(kSelect) + rest, args...); row.step();) {
    entities.push_back(
        {row.text(0), row.text(1), entity_kind_named(row.text(2)).value_or(EntityKind::person), row.text(3), {}});
  }
  for (StoredEntity& entity : entities) {
    for (Query row = db.query(kSpellings, entity.id); row.step();) {
      entity.spellings.push_back({row.text(0), row.text(1), mention_form_named(row.text(2)).value_or(MentionForm::full),
                                  row.size(3), row.span(4)});
    }
    for (Query row = db.query("SELECT id, name FROM entity WHERE stands_for = ? ORDER BY id", entity.id); row.step();) {
      entity.joined.push_back({row.text(0), row.text(1)});
    }
  }
  return entities;
}

}  // namespace

std::vector<StoredEntity> Store::Impl::entities(std::optional<EntityKind> kind) {
  const std::optional<std::string_view> asked = kind ? std::optional(name_of(*kind)) : std::nullopt;
  return select_entities(db, "AND (?1 IS NULL OR e.kind = ?1) ORDER BY e.folded, e.kind, e.id", asked);
}

Result<StoredEntity> Store::Impl::entity(std::string_view id) {
  std::vector<StoredEntity> found =
      select_entities(db, "AND e.id >= ?1 AND e.id < ?1 || 'g' ORDER BY e.id LIMIT 2", id);
  if (id.empty() || found.empty()) {
    return Error{ErrorCode::not_found, db.path(), "no entity '" + std::string(id) + "'", "'hearsay names' lists them",
                 ""};
  }
  if (found.size() == 1) return std::move(found.front());
  return Error{ErrorCode::conflict, db.path(), "more than one entity begins with '" + std::string(id) + "'",
               "give more digits", ""};
}

}  // namespace hearsay

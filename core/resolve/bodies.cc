#include "core/resolve/bodies.h"

#include <optional>

#include "core/resolve/entities.h"
#include "core/resolve/person_names.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

// "Coastal Rescue Working Group" -> "crwg"
std::string initials_of(std::string_view name) {
  std::string letters;
  bool at_start = true;
  for (const char c : name) {
    if (at_start && c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    at_start = c == ' ' || c == '-' || c == '\n';
  }
  return letters;
}

}  // namespace

std::size_t Bodies::named(const Reference& reference) {
  const std::string written(cast_.words_of(reference));
  const std::string name = reference.known.empty() ? written : reference.known;
  const std::string key = unaccented(without_article(name));
  const auto known = by_name_.find(key);
  std::optional<std::size_t> entity;
  if (known != by_name_.end()) entity = known->second;
  if (!entity && is_all_capitals(written)) {
    if (const auto full = by_initials_.find(unaccented(written)); full != by_initials_.end()) entity = full->second;
  }
  if (!entity) {
    entity = cast_.add(name, reference.kind, reference);
    if (reference.kind != EntityKind::place) by_initials_.emplace(initials_of(name), *entity);
  }
  by_name_.emplace(key, *entity);
  cast_.raise_kind(*entity, reference.kind);
  return *entity;
}

}  // namespace hearsay

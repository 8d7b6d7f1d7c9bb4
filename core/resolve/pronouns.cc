// Mentions of the last few sentences are scored by nearness, whether they spoke and whether they led their sentence;
// the best that fits in number and gender is meant. Known limits: "they" for a single person is found only where no
// group is near; cataphora ("When he arrived, Lee said") is not resolved.

#include "core/resolve/pronouns.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hearsay {
namespace {

constexpr std::size_t kReach = 5;  // sentences back

}  // namespace

Pronouns::Choice Pronouns::stands_for(const Reference& reference) {
  if (reference.relative) {
    const auto before = antecedent(reference);
    return {before ? before->entity : unspecified(EntityKind::person, reference), std::nullopt};
  }
  std::optional<std::size_t> best;
  std::optional<std::size_t> second;
  int best_score = 0;
  int second_score = 0;
  for (auto at = cast_.latest(); at != cast_.oldest(); ++at) {
    if (cast_.reference(*at).sentence + kReach < reference.sentence) break;
    if (!can_be(at->entity, reference)) continue;
    const int here = score(*at, reference);
    if (best == at->entity) {
      best_score = std::max(best_score, here);
    } else if (here > best_score) {
      second = std::exchange(best, at->entity);
      second_score = std::exchange(best_score, here);
    } else if (here > second_score) {
      second = at->entity;
      second_score = here;
    }
  }
  if (best) return {*best, second};
  for (auto at = cast_.latest(); at != cast_.oldest(); ++at) {
    if (cast_.reference(*at).speaks && can_be(at->entity, reference)) return {at->entity, std::nullopt};
  }
  return {unspecified(reference.gender == Gender::neuter ? EntityKind::organization : EntityKind::person, reference),
          std::nullopt};
}

int Pronouns::score(const Cast::Seen& seen, const Reference& reference) const {
  const Reference& before = cast_.reference(seen);
  const int distance = static_cast<int>(reference.sentence - std::min(before.sentence, reference.sentence));
  return 20 - 3 * distance + (before.speaks ? 4 : 0) + (before.first ? 2 : 0) - (before.possessive ? 3 : 0);
}

std::optional<Cast::Seen> Pronouns::antecedent(const Reference& relative) const {
  const auto last = cast_.latest();
  if (last == cast_.oldest() || cast_.reference(*last).sentence != relative.sentence) return std::nullopt;
  return *last;
}

std::size_t Pronouns::unspecified(EntityKind kind, const Reference& reference) {
  const auto [at, is_new] = unspecified_.emplace(kind, 0);
  if (is_new) at->second = cast_.add(std::string(kUnspecifiedName), kind, reference);
  return at->second;
}

bool Pronouns::can_be(std::size_t entity, const Reference& reference) const {
  const Cast::Member& member = cast_[entity];
  const EntityKind kind = member.entity.kind;
  if (member.entity.name == kUnspecifiedName) return false;
  const bool human = kind == EntityKind::person || kind == EntityKind::anonymous;
  if (reference.plural) return member.plural || (!human && kind != EntityKind::place);
  if (member.plural) return false;
  if (reference.gender == Gender::neuter) return !human && kind != EntityKind::place;
  return human && cast_.agrees(entity, reference.gender);
}

}  // namespace hearsay

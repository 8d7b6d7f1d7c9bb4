// Candidates are looked up backwards through what was mentioned; the first that fits is taken. Known limits: a body of
// another sort that is meant all the same ("the giant") is missed where no name tells its sort; an office without age
// or stated role ("the mayor" behind a sentence on Lee) stays an anonymous voice, since it is as often someone else.

#include "core/resolve/descriptions.h"

#include <algorithm>

#include "core/resolve/entities.h"
#include "core/text/normalise.h"

namespace hearsay {

bool has_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const bool begins = at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-';
    std::string_view behind = folded.substr(at + word.size());
    if (behind.starts_with("s ") || behind == "s") behind.remove_prefix(1);
    if (begins && (behind.empty() || behind.front() == ' ' || behind.front() == '-')) return true;
  }
  return false;
}

std::size_t Descriptions::stands_for(const Reference& reference) {
  if (!reference.known.empty()) return bodies_.named(reference);
  return reference.kind == EntityKind::anonymous ? person(reference) : body(reference);
}

std::size_t Descriptions::stands_for_deferred(const Reference& reference) {
  const auto first = first_voices_.find({reference.head, reference.plural});
  return first == first_voices_.end() ? stands_for(reference) : first->second;
}

std::size_t Descriptions::body(const Reference& reference) {
  if (!reference.fresh) {
    if (const auto named = named_with(reference)) return *named;
    const bool country = reference.kind == EntityKind::government && reference.head.starts_with("government");
    const auto meant = country ? latest_country() : of_sort(reference);
    if (meant) {
      cast_.raise_kind(*meant, reference.kind);
      return *meant;
    }
  }
  return bodies_.named(reference);
}

std::optional<std::size_t> Descriptions::named_with(const Reference& reference) const {
  for (auto at = cast_.latest(); at != cast_.oldest(); ++at) {
    const Entity& entity = cast_.entity(at->entity);
    const bool body = entity.kind == EntityKind::organization || entity.kind == EntityKind::government;
    if (body && has_word(fold(entity.name), reference.head)) return at->entity;
  }
  return std::nullopt;
}

// "the company", "the Oslo-based firm", but not "the water company", which may be another one.
std::optional<std::size_t> Descriptions::of_sort(const Reference& reference) const {
  const std::uint32_t sorts = name_words_.body_sorts_of(reference.head);
  if (sorts == 0 || reference.plural || reference.qualified) return std::nullopt;
  std::optional<std::size_t> unattested;
  for (auto at = cast_.latest(); at != cast_.oldest(); ++at) {
    if (cast_.reference(*at).form == MentionForm::pronoun || cast_[at->entity].plural) continue;
    if (is_of_sort(at->entity, sorts)) return at->entity;
    const Cast::Member& member = cast_[at->entity];
    const bool nameless = member.entity.kind == EntityKind::person && !member.attested &&
                          member.entity.name != kUnspecifiedName && member.entity.role.empty() &&
                          member.gender == Gender::unknown;
    if (nameless && !unattested) unattested = at->entity;
  }
  return unattested;
}

bool Descriptions::is_of_sort(std::size_t entity, std::uint32_t sorts) const {
  const Entity& body = cast_.entity(entity);
  if (body.kind != EntityKind::organization && body.kind != EntityKind::government && body.kind != EntityKind::outlet)
    return false;
  const std::string_view bare = without_article(body.name);
  if (bare.empty() || ('a' <= bare.front() && bare.front() <= 'z'))
    return false;  // a description itself: "the fire service" is no "company"
  const std::string name = fold(body.name);
  std::uint32_t own = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -", at), name.size());
    own |= name_words_.body_sorts_of(name.substr(at, end - at));
    at = end + 1;
  }
  return (own & sorts) != 0;
}

std::optional<std::size_t> Descriptions::latest_country() const {
  for (auto at = cast_.latest(); at != cast_.oldest(); ++at) {
    const bool known = !cast_.reference(*at).known.empty();
    if (known && !name_words_.demonym_of(cast_.entity(at->entity).name).empty()) return at->entity;
  }
  return std::nullopt;
}

std::size_t Descriptions::person(const Reference& reference) {
  if (!reference.fresh) {
    if (const auto aged = aged_person(reference)) {
      voices_[{reference.head, reference.plural}] = *aged;
      first_voices_.emplace(std::pair(reference.head, reference.plural), *aged);
      return *aged;
    }
    if (const auto known = known_voice(reference)) return *known;
    if (const auto together = introduced_together(reference)) return *together;
  }
  const std::string described(without_article(cast_.words_of(reference)));
  const std::size_t entity = cast_.add(std::string(kAnonymous) + described, EntityKind::anonymous, reference);
  if (cast_[entity].entity.role.empty()) cast_[entity].entity.role = described;
  voices_[{reference.head, reference.plural}] = entity;
  first_voices_.emplace(std::pair(reference.head, reference.plural), entity);
  return entity;
}

// The latest voice of the same noun and number, or the latest person whose stated role holds the noun.
std::optional<std::size_t> Descriptions::known_voice(const Reference& reference) const {
  const auto voice = voices_.find({reference.head, reference.plural});
  if (reference.head.empty() || reference.plural)
    return voice == voices_.end() ? std::nullopt : std::optional(voice->second);
  for (auto at = cast_.latest(); at != cast_.oldest(); ++at) {
    if (voice != voices_.end() && at->entity == voice->second) return at->entity;
    const Cast::Member& member = cast_[at->entity];
    if (member.entity.kind != EntityKind::person || member.plural) continue;
    if (has_word(fold(member.entity.role), reference.head) && cast_.agrees(at->entity, reference.gender))
      return at->entity;
  }
  return voice == voices_.end() ? std::nullopt : std::optional(voice->second);
}

std::optional<std::size_t> Descriptions::introduced_together(const Reference& reference) const {
  if (!reference.plural || reference.head.empty()) return std::nullopt;
  const auto found = std::find_if(joints_.begin(), joints_.end(), [&](std::size_t entity) {
    return has_word(fold(cast_.entity(entity).role), reference.head);
  });
  return found == joints_.end() ? std::nullopt : std::optional(*found);
}

// An age is told of people who have a name: "Ann Lee lost her boat. The pilot, 46, says ..."
std::optional<std::size_t> Descriptions::aged_person(const Reference& reference) const {
  if (!reference.aged || reference.plural) return std::nullopt;
  std::optional<std::size_t> person;
  for (auto at = cast_.latest(); at != cast_.oldest(); ++at) {
    const Reference& before = cast_.reference(*at);
    if (before.sentence + 2 < reference.sentence) break;
    if (cast_.entity(at->entity).kind != EntityKind::person || cast_[at->entity].plural || before.possessive) continue;
    if (!cast_.agrees(at->entity, reference.gender)) continue;
    if (before.first) return at->entity;
    if (!person) person = at->entity;
  }
  return person;
}

}  // namespace hearsay

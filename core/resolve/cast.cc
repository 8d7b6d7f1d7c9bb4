#include "core/resolve/cast.h"

#include <utility>

namespace hearsay {

std::size_t Cast::add(std::string name, EntityKind kind, const Reference& reference) {
  members_.push_back({{std::move(name), kind, reference.role}, reference.gender, reference.plural, reference.attested});
  return members_.size() - 1;
}

void Cast::mention(std::size_t entity, std::size_t reference) {
  const Reference& mentioned = references_[reference];
  Member& member = members_[entity];
  if (mentioned.role.size() > member.entity.role.size() && mentioned.form != MentionForm::description)
    member.entity.role = mentioned.role;
  if (member.gender == Gender::unknown) member.gender = mentioned.gender;
  member.attested = member.attested || mentioned.attested;
  seen_.push_back({entity, reference});
}

void Cast::raise_kind(std::size_t entity, EntityKind kind) {
  EntityKind& known = members_[entity].entity.kind;
  const bool vague = known == EntityKind::place || (known == EntityKind::person && !members_[entity].attested);
  if (vague && kind != EntityKind::place) known = kind;
}

}  // namespace hearsay

#include "core/resolve/cast.h"

#include <utility>

namespace hearsay {
namespace {

// A name that is broken over two lines of the text has single spaces.
std::string in_one_line(std::string_view name) {
  std::string line;
  for (const char c : name) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : c;
  }
  return line;
}

}  // namespace

std::size_t Cast::add(std::string name, EntityKind kind, const Reference& reference) {
  name = in_one_line(name);
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

#pragma once
// The entities of one article while they are being found: what is known of each, and who was mentioned when.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/resolve/reference.h"

namespace hearsay {

inline constexpr std::string_view kAnonymous = "anonymous: ";
inline constexpr std::string_view kUnspecifiedName = "unspecified";

class Cast {
 public:
  struct Member {
    Entity entity;
    Gender gender = Gender::unknown;
    bool plural = false;
    bool attested = false;  // surely the person it is taken for
  };
  struct Seen {
    std::size_t entity = 0;
    std::size_t reference = 0;
  };

  // Both are viewed and must outlive the cast.
  Cast(std::string_view text, const std::vector<Reference>& references) : text_(text), references_(references) {}

  std::size_t add(std::string name, EntityKind kind, const Reference& reference);

  // A later mention of a known entity: its longer role, its gender and its place in the history.
  void mention(std::size_t entity, std::size_t reference);

  [[nodiscard]] std::size_t size() const { return members_.size(); }
  [[nodiscard]] Member& operator[](std::size_t entity) { return members_[entity]; }
  [[nodiscard]] const Member& operator[](std::size_t entity) const { return members_[entity]; }
  [[nodiscard]] const Entity& entity(std::size_t i) const { return members_[i].entity; }

  // A country that speaks is its government; what is called a company is no person.
  void raise_kind(std::size_t entity, EntityKind kind);

  [[nodiscard]] bool agrees(std::size_t entity, Gender gender) const {
    const Gender own = members_[entity].gender;
    return gender == Gender::unknown || own == Gender::unknown || own == gender;
  }

  // What was mentioned, latest first, as far back as a description or surname may reach.
  using Backward = std::vector<Seen>::const_reverse_iterator;
  [[nodiscard]] Backward latest() const { return seen_.rbegin(); }
  [[nodiscard]] Backward oldest() const {
    return seen_.rbegin() + std::min<std::ptrdiff_t>(kMemory, std::ssize(seen_));
  }

  [[nodiscard]] const Reference& reference(const Seen& seen) const { return references_[seen.reference]; }
  [[nodiscard]] std::string_view words_of(const Reference& reference) const { return reference.span.of(text_); }

 private:
  static constexpr std::ptrdiff_t kMemory = 1000;  // mentions

  std::string_view text_;
  const std::vector<Reference>& references_;
  std::vector<Member> members_;
  std::vector<Seen> seen_;
};

}  // namespace hearsay

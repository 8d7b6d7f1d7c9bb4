#pragma once
// Whom "she", "they", "it", "who" and "which" stand for.

#include <cstddef>
#include <map>
#include <optional>

#include "core/resolve/cast.h"

namespace hearsay {

class Pronouns {
 public:
  explicit Pronouns(Cast& cast) : cast_(cast) {}  // must outlive this

  struct Choice {
    std::size_t entity = 0;                // of the cast; "unspecified", one a kind, where nobody fits
    std::optional<std::size_t> runner_up;  // the next best, if another fits
  };
  Choice stands_for(const Reference& reference);

  // The mention that a relative ("who", "which") continues: the last one of the same sentence.
  [[nodiscard]] std::optional<Cast::Seen> antecedent(const Reference& relative) const;

 private:
  std::size_t unspecified(EntityKind kind, const Reference& reference);
  [[nodiscard]] bool can_be(std::size_t entity, const Reference& reference) const;
  [[nodiscard]] int score(const Cast::Seen& seen, const Reference& reference) const;

  Cast& cast_;
  std::map<EntityKind, std::size_t> unspecified_;
};

}  // namespace hearsay

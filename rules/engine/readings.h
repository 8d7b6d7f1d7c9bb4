#pragma once
// What was read of texts and found of two of them, kept for as long as a connection lives: a rule lays each text of a
// block beside each other one, asks several questions about the two, and asks them again when the next article stands
// in the block. A bounded number of texts is kept; what is answered does not depend on it. One thread at a time.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/compare/likeness.h"
#include "core/compare/names.h"
#include "core/compare/statements.h"
#include "rules/engine/functions.h"

namespace hearsay {

// Readings by their text. When `kMost` texts, or texts of `kMostBytes`, have come, those not asked for since the time
// before go: a reading stays valid until two such times have passed, which is to say for the next few calls of of().
template <typename Reading>
class Kept {
 public:
  // `read` makes the reading of a text that is kept with it.
  template <typename Read>
  const Reading& of(std::string_view text, const Read& read) {
    if (const auto known = young_.find(text); known != young_.end()) return known->second;
    if (young_.size() >= kMost || bytes_ >= kMostBytes) {
      old_ = std::exchange(young_, {});
      bytes_ = 0;
    }
    bytes_ += text.size();
    if (const auto known = old_.find(text); known != old_.end()) {
      return young_.insert(old_.extract(known)).position->second;
    }
    const auto added = young_.try_emplace(std::string(text)).first;
    added->second = read(added->first);
    return added->second;
  }

 private:
  static constexpr std::size_t kMost = 4096;
  static constexpr std::size_t kMostBytes = 4U << 20U;

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Texts = std::unordered_map<std::string, Reading, Hash, std::equal_to<>>;  // entries stay where they are

  Texts young_, old_;
  std::size_t bytes_ = 0;  // of the texts of young_
};

// The last of several questions about one pair of texts.
template <typename Answer>
class Last {
 public:
  template <typename Compare>
  const Answer& of(std::string_view a, std::string_view b, const Compare& compare) {
    if (!known_ || a != a_ || b != b_) {
      answer_ = compare();
      a_ = a;
      b_ = b;
      known_ = true;
    }
    return answer_;
  }

 private:
  std::string a_, b_;
  Answer answer_;
  bool known_ = false;
};

class Readings {
 public:
  explicit Readings(const Comparers& comparers) : comparers_(comparers) {}

  [[nodiscard]] const Comparers& comparers() const { return comparers_; }

  const ContentWords& words(std::string_view text);
  const NameComparison& names(std::string_view a, std::string_view b);
  // Of two offices as stated; core/compare/proposition.h.
  bool offices_exclude(std::string_view a, std::string_view b);
  // With the days of publication, empty where not known.
  const StatementVerdict& statements(std::string_view a, std::string_view published_a, std::string_view b,
                                     std::string_view published_b);

 private:
  struct ReadStatement {
    Statement statement;
    Proposition proposition;
  };
  const Proposition& proposition(std::string_view dated);

  const Comparers& comparers_;
  Kept<ContentWords> words_;
  Kept<Name> names_;
  Kept<std::unique_ptr<const ReadStatement>> statements_;
  Last<NameComparison> last_names_;
  Kept<StatementVerdict> compared_statements_;  // by both texts
};

}  // namespace hearsay

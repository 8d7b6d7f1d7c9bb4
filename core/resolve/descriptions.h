#pragma once
// Whom a description stands for: "the company", "the ministry", "the captain", "a source in the province", "the
// defectors".

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/lexicon/name_words.h"
#include "core/resolve/bodies.h"
#include "core/resolve/cast.h"

namespace hearsay {

class Descriptions {
 public:
  // All must outlive this.
  Descriptions(Cast& cast, Bodies& bodies, const NameWords& name_words)
      : cast_(cast), bodies_(bodies), name_words_(name_words) {}

  // In this order. A body: the latest one whose name holds the noun ("the ministry"); the latest of the noun's sort
  // (rules/lexicon/body-sorts.tsv: "the firm" after Acme Holdings); for "the government" the latest country. A person:
  // whoever was last described so, or has a role that holds the noun; for "the captain, 46," the person the sentence
  // before was about. Else somebody new.
  std::size_t stands_for(const Reference& reference);

  // The same for a headline's bare "Company", "Source", which waits for the body of the article: the first that fits.
  std::size_t stands_for_deferred(const Reference& reference);

  // "the defectors" are these, if that was their role.
  void note_joint(std::size_t entity) { joints_.push_back(entity); }

 private:
  std::size_t body(const Reference& reference);
  std::size_t person(const Reference& reference);
  [[nodiscard]] std::optional<std::size_t> named_with(const Reference& reference) const;
  [[nodiscard]] std::optional<std::size_t> of_sort(const Reference& reference) const;
  [[nodiscard]] bool is_of_sort(std::size_t entity, std::uint32_t sorts) const;
  [[nodiscard]] std::optional<std::size_t> latest_country() const;
  [[nodiscard]] std::optional<std::size_t> known_voice(const Reference& reference) const;
  [[nodiscard]] std::optional<std::size_t> introduced_together(const Reference& reference) const;
  [[nodiscard]] std::optional<std::size_t> aged_person(const Reference& reference) const;

  Cast& cast_;
  Bodies& bodies_;
  const NameWords& name_words_;
  std::map<std::pair<std::string, bool>, std::size_t> voices_;        // (noun, plural) -> the latest anonymous voice
  std::map<std::pair<std::string, bool>, std::size_t> first_voices_;  // the first
  std::vector<std::size_t> joints_;                                   // joint speakers
};

// Whether `folded` holds the word `word`, or its plural in -s.
bool has_word(std::string_view folded, std::string_view word);

}  // namespace hearsay

#pragma once
// Which readings of a text are told: no two of them say the same words, and together they are as likely as can be
// found.

#include <cstdint>
#include <vector>

#include "core/extract/tagger_features.h"

namespace hearsay {

// A reading of a head, and its log odds against "no attribution".
struct Choice {
  std::size_t head = 0;  // token
  const Analysis* analysis = nullptr;
  float score = 0;
};

class Selection {
 public:
  // `choices`: every reading of every head, best first; what they point to must outlive the selection. Those below
  // `least` are not told, unless they alone explain a quotation.
  Selection(const TaggerText& text, const std::vector<Choice>& choices, float least);

  [[nodiscard]] const std::vector<Choice>& told() const { return told_; }

  // Whether a head that is not told itself and its contents lie inside one content that is.
  [[nodiscard]] bool holds(std::size_t head, const Analysis& analysis) const;

 private:
  void take(const Choice& choice);
  void give_way(const Choice& choice);
  [[nodiscard]] bool mostly_told(const Analysis& analysis) const;
  [[nodiscard]] bool explains_quotation(const Analysis& analysis) const;
  void set_owner(const Analysis& analysis, std::uint32_t owner);

  const TaggerText& text_;
  const std::vector<Choice>& choices_;
  float least_;
  std::vector<Choice> told_;
  std::vector<std::uint32_t> owner_;     // of each token: index + 1 into told_ of the attribution whose content it is
  std::vector<std::uint32_t> settled_;   // of each head: the same
  std::vector<std::uint32_t> readings_;  // indexes into choices_, by head, the best of each first
};

}  // namespace hearsay

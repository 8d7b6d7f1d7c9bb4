#pragma once
// How well a stage does on articles it was not trained on, and the thresholds that follow from it.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "train/corpus.h"

namespace hearsay {

// Precision and recall of heads at two thresholds.
std::string measure_heads(const std::vector<std::unique_ptr<Document>>& documents, const std::vector<Heads>& heads);

// The index of the reading to choose, or their number where none is right: the right speaker, and a content that shares
// at least half of the words of both sides (Dice) with the gold one; of several the closest.
std::size_t gold_choice(const Document& document, const Head& head, const std::vector<Analysis>& analyses);

struct ScoredReading {
  const Analysis* analysis = nullptr;
  float score = -100;
};
using ScoredReadings = std::vector<ScoredReading>;  // one a head

// The score from which on readings should be told, for the best F1 of right readings among all of gold.
float best_threshold(const std::vector<std::unique_ptr<Document>>& documents,
                     const std::vector<ScoredReadings>& readings,
                     const std::function<void(const std::string&)>& report);

}  // namespace hearsay

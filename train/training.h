#pragma once
// Training of the tagger's three stages. Each later stage learns from what the earlier ones say of articles they were
// not trained on (jackknife over kFolds parts), since that is what it will see at work.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/extract/tagger_model.h"
#include "train/corpus.h"

namespace hearsay {

struct TrainingOptions {
  int head_rounds = 6;
  int label_rounds = 4;
  int analysis_rounds = 10;
  float head_rate = 0.02F;  // AdaGrad's; low ones, which stop early, do best
  float label_rate = 0.015F;
  float analysis_rate = 0.02F;
  std::uint32_t least_count = 2;  // features seen less often are left out
  std::uint32_t seed = 1;
  unsigned threads = 2;  // does not change the result
};

// `report` is told one line a step. The same documents and options give the same model.
TaggerModel train(const std::vector<std::unique_ptr<Document>>& documents, const TrainingOptions& options,
                  const std::function<void(const std::string&)>& report);

}  // namespace hearsay

// The parts one after the other, in the envelope of core/learn/model_file.h.

#include "core/extract/tagger_model.h"

#include <algorithm>
#include <cmath>

#include "core/learn/bytes.h"
#include "core/learn/model_file.h"

namespace hearsay {

void WordSet::write(std::string& out) const {
  for (const std::uint32_t bits : bits_) put_u32(out, bits);
}

bool WordSet::read(std::string_view& bytes) {
  return std::all_of(bits_.begin(), bits_.end(), [&bytes](std::uint32_t& bits) { return take_u32(bytes, bits); });
}

std::string TaggerModel::write() const {
  std::string inside;
  known.write(inside);
  cue_words.write(inside);
  heads.write(inside);
  labels.write(inside);
  transitions.write(inside);
  analyses.write(inside);
  put_float(inside, least_head);
  put_float(inside, least_analysis);
  return seal_model(kVersion, inside);
}

Result<TaggerModel> TaggerModel::read(std::string_view bytes) {
  const auto inside = open_model(bytes, kVersion);
  if (!inside.ok()) return inside.error();
  std::string_view rest = *inside;
  const Error malformed{ErrorCode::malformed, "model", "its parts are not those of a tagger",
                        "make it again with the trainer", ""};
  TaggerModel model;
  if (!model.known.read(rest) || !model.cue_words.read(rest)) return malformed;
  for (const auto& [weights, labels] : {std::pair{&model.heads, 1}, {&model.labels, 7}}) {
    auto read = Weights::read(rest);
    if (!read.ok()) return read.error();
    if (read->labels() != static_cast<std::size_t>(labels) || read->empty()) return malformed;
    *weights = std::move(read).value();
  }
  auto transitions = Transitions::read(rest);
  if (!transitions.ok()) return transitions.error();
  model.transitions = *transitions;
  auto analyses = Weights::read(rest);
  if (!analyses.ok()) return analyses.error();
  if (analyses->labels() != 1 || analyses->empty()) return malformed;
  model.analyses = std::move(analyses).value();
  if (!take_float(rest, model.least_head) || !take_float(rest, model.least_analysis) || !rest.empty() ||
      std::isnan(model.least_head) || std::isnan(model.least_analysis)) {
    return malformed;
  }
  return model;
}

}  // namespace hearsay

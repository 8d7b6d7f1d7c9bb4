#pragma once
// The stages of tagging, as training and tagging share them: heads of cues, readings of each cue, choice of a reading.

#include <array>
#include <vector>

#include "core/extract/tagger_features.h"
#include "core/extract/tagger_model.h"

namespace hearsay {

// What a token is to the cue looked at. Content: its first, inner and last tokens, or its only one.
enum Part : Label { kOther, kSourceFirst, kSource, kCue, kContentFirst, kContent, kContentLast, kContentOnly };

// Steps between parts that make no sense are forbidden, all others are worth 0. Sides: up to the head; after it in its
// sentence; in later sentences. The cue is one stretch around its head.
Transitions legal_transitions();

// The tokens a cue can have its source and content in: its paragraph, within reach; and the next one where the
// paragraph ends in a colon.
TokenRange window_of(const TaggerText& text, std::size_t head);
std::uint8_t side_of(const TaggerText& text, std::size_t head, std::size_t token);
// Bit y: part y may stand there.
std::uint8_t allowed_parts(std::size_t head, std::size_t token);

// Whether the token may be the main word of a cue: words never seen as one are out, words never seen at all are in
// where they could be a verb.
bool may_be_head(const TaggerText& text, std::size_t token, const TaggerModel& model);

Heads find_heads(const TaggerText& text, const TaggerModel& model);

// Reads cues of one text; keeps the scores of tokens it has already looked at.
class CueReader {
 public:
  CueReader(const TaggerText& text, const Heads& heads, const TaggerModel& model);

  // The `most` best readings with content, best first, no two with the same source and content. May be empty.
  [[nodiscard]] std::vector<Analysis> read(std::size_t head, std::size_t most);

 private:
  void add_hint(std::size_t head, std::vector<Analysis>& analyses) const;
  void score(std::size_t head, TokenRange window);
  void prepare(std::size_t head, std::size_t token);

  const TaggerText& text_;
  const Heads& heads_;
  const TaggerModel& model_;
  std::vector<Sums> token_sums_;
  std::vector<bool> scored_;
  Sequence sequence_;
  std::array<FeatureList, 2> token_features_;  // of the token at hand and the next one, by parity
  std::array<FeatureList, 2> pair_features_;
};

// What the best readings of all heads, which must outlive the result, (analyses[i].front() of heads[i]) say of each
// head.
std::vector<Surroundings> surroundings_of(const TaggerText& text, const Heads& heads,
                                          const std::vector<std::vector<Analysis>>& analyses);

inline constexpr std::size_t kReadings = 5;  // how many readings of a cue are weighed against each other

}  // namespace hearsay

#pragma once
// One cue verb where it stands: its auxiliaries, form and subject, and what it governs behind it. Used by the patterns.

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/extract/clauses.h"

namespace hearsay {

// How an attribution was found. `confidence` is the share of its finds that are right, content and speaker, as measured
// on the 840 training articles of PolNeAR.
struct Pattern {
  std::string_view name;  // for a person
  double confidence = 0;
};

inline constexpr Pattern kQuotationBefore = {"quotation before the cue", 0.96};
inline constexpr Pattern kQuotationBehind = {"quotation behind the cue", 0.78};
inline constexpr Pattern kAnnounced = {"quotation announced by the line before", 0.73};
inline constexpr Pattern kColon = {"behind a colon", 0.80};
inline constexpr Pattern kLayout = {"speaker told by layout", 0.55};
inline constexpr Pattern kTranscript = {"line of a transcript in quotation marks", 0.97};
inline constexpr Pattern kThatClause = {"clause with 'that'", 0.84};
inline constexpr Pattern kClauseBehind = {"clause behind the cue", 0.79};
inline constexpr Pattern kClauseBefore = {"clause before the cue", 0.77};
inline constexpr Pattern kClausePhrase = {"clause before 'according to' or its like", 0.83};
inline constexpr Pattern kPhraseClause = {"clause behind 'according to' or its like", 0.86};
inline constexpr Pattern kAsClause = {"clause around 'as ... said'", 0.75};
inline constexpr Pattern kQuestionClause = {"indirect question", 0.72};
inline constexpr Pattern kInfinitive = {"infinitive", 0.60};
inline constexpr Pattern kObjectOf = {"object of the cue", 0.62};
inline constexpr Pattern kRaising = {"passive or raising verb without a holder", 0.58};
inline constexpr Pattern kPassiveHolder = {"passive with its holder", 0.48};
inline constexpr Pattern kHearsayAdverb = {"clause around an adverb of hearsay", 0.36};
inline constexpr Pattern kFigureAt = {"figure that somebody puts it at", 0.8};
inline constexpr Pattern kNounTopic = {"what a noun of speech is about", 0.55};
inline constexpr Pattern kNounClause = {"clause behind a noun", 0.47};

// A verb with what stands around it.
struct VerbPhrase {
  const CueWord* cue = nullptr;
  std::size_t first = 0;      // first auxiliary, adverb or time before the verb
  std::size_t cue_first = 0;  // the same without the time: what the cue begins with
  bool passive = false;
  bool gerund = false;    // "saying", without an auxiliary
  bool inverted = false;  // "said X"
  bool shared = false;    // its subject is that of an earlier verb: "came and said", ", saying"
  std::optional<TokenRange> subject;
};

// What stands behind a cue.
struct Governed {
  std::size_t begin = 0;     // first token of the content
  std::size_t cue_last = 0;  // the cue runs to here: it takes in "in a statement" and a colon
  Pattern pattern;
};

// None where the word is no attributing verb here: a noun, an adjective, an infinitive.
std::optional<VerbPhrase> read_verb(const MarkedText& text, const Clauses& clauses, TokenRange stretch,
                                    const CueWord& cue);

// None where nothing that the verb governs stands behind it.
std::optional<Governed> read_governed(const MarkedText& text, TokenRange stretch, const VerbPhrase& verb);

}  // namespace hearsay

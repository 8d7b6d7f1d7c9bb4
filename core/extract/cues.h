#pragma once
// The words that attribute, from rules/lexicon/cues.tsv, and where they stand in a text. Whether one attributes there
// is for the patterns to tell.
//
//   const Cues cues(Lexicon::shipped());
//   for (const CueWord& cue : cues.find(words)) ...

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/claim.h"
#include "core/value/sentence.h"

namespace hearsay {

enum class CueKind { verb, light, noun, adverb, phrase };

// One row of the table. What its columns mean is said there.
struct CueSense {
  std::string name;  // "say", "call for", "according to"
  CueKind kind = CueKind::verb;
  Act act = Act::speech;
  bool clause = false;
  bool that_only = false;
  bool quote = false;
  bool infinitive = false;
  bool object = false;
  bool addressee = false;
  bool raise = false;
  bool topic = false;
  bool figure = false;
};

// The forms a written verb can be; several at once ("said": past and participle).
enum VerbForm : std::uint32_t {
  kBase = 1U << 0,
  kThird = 1U << 1,  // "says"
  kPast = 1U << 2,
  kParticiple = 1U << 3,
  kGerund = 1U << 4,
};

struct CueWord {
  const CueSense* sense = nullptr;  // lives as long as the Cues
  std::size_t first = 0;
  std::size_t last = 0;  // tokens [first, last): the word and what belongs to it ("pointed out")
  std::uint32_t forms = 0;
};

class Cues {
 public:
  explicit Cues(const Lexicon& lexicon);
  Cues(const Cues&) = delete;
  Cues& operator=(const Cues&) = delete;

  // In order of their first token; of the senses of one kind that begin at a token the longest. A word that is both
  // verb and noun stands twice, the verb first. Linear in the tokens.
  [[nodiscard]] std::vector<CueWord> find(const Words& words) const;

  // What kind of act the cue at `cue` reports: that of its last verb, else of its noun; none if it holds no known word.
  [[nodiscard]] std::optional<Act> act_of(const Words& words, Span cue) const;

 private:
  struct Entry {
    const CueSense* sense = nullptr;
    std::uint32_t forms = 0;
    std::vector<std::string> rest;  // the words that must follow
  };

  void add_verb(const CueSense& sense, const std::string& forms);
  void add_form(const std::string& form, std::uint32_t forms, const CueSense& sense);
  void append_longest(const Words& words, std::size_t at, const std::vector<Entry>& entries, CueKind kind,
                      std::vector<CueWord>& found) const;

  std::deque<CueSense> senses_;                                  // a deque, since entries point into it
  std::unordered_map<std::string, std::vector<Entry>> entries_;  // by first word
};

}  // namespace hearsay

#pragma once
// Names of a text: persons, organisations, governments, places and outlets as written, each with the role stated beside
// it. Who a surname alone stands for is asked later (core/resolve/entities).

#include <cstddef>
#include <string>
#include <vector>

#include "core/lexicon/name_words.h"
#include "core/value/entity.h"
#include "core/value/sentence.h"
#include "core/value/span.h"

namespace hearsay {

struct WrittenName {
  Span span;  // without title and possessive ending: "Kim Song"
  std::size_t first_token = 0;
  std::size_t last_token = 0;  // tokens [first_token, last_token) of `span`
  std::size_t sentence = 0;    // index into Words::sentences
  EntityKind kind = EntityKind::person;
  bool sure = true;         // false: a capitalised word of unknown kind, worth a name only where it speaks
  std::string known;        // what a well-known form stands for: "United Nations"; empty otherwise
  bool capital = false;     // a capital city, which may stand for its government
  bool demonym = false;     // "Russian", "Russians": names a country, is none
  bool possessive = false;  // "Kim's"
  bool titled = false;      // "Mr.", "President" stands before it
  Gender gender = Gender::unknown;
  std::string role;  // "UN special investigator"; empty if none stands beside it
  Span role_span;    // empty span if none
};

class NameFinder {
 public:
  explicit NameFinder(const NameWords& name_words) : name_words_(name_words) {}  // must outlive the finder

  // In order of the text, not overlapping. In a sentence whose words are all capitalised (a headline) only names that
  // are well known or stand elsewhere in the text are found. Linear.
  [[nodiscard]] std::vector<WrittenName> find(const Words& words) const;

 private:
  const NameWords& name_words_;
};

}  // namespace hearsay

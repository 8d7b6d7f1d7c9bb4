#pragma once
// What single words and well-known names tell about the names of a text: the tables name-words, person-nouns,
// body-nouns, given-names, family-first, pronouns, countries and known-names behind one door. Words are asked for in
// folded form (core/text/normalise.h) without a possessive ending.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/value/entity.h"
#include "core/value/sentence.h"

namespace hearsay {

enum class Gender { unknown, male, female, neuter };

enum class Trait : std::uint32_t {
  organization_head = 1U << 0,   // "Committee"
  outlet_head = 1U << 1,         // "Herald"
  place_head = 1U << 2,          // "County"
  thing = 1U << 3,               // "Summit", "July": no actor
  joiner = 1U << 4,              // "of"
  given_particle = 1U << 5,      // "van"
  suffix = 1U << 6,              // "Jr"
  modifier = 1U << 7,            // "former"
  opener = 1U << 8,              // "Meanwhile"
  title = 1U << 9,               // "General" before a name
  office = 1U << 10,             // "director"
  person_noun = 1U << 11,        // "resident"
  government_noun = 1U << 12,    // "military"
  organization_noun = 1U << 13,  // "group"
  outlet_noun = 1U << 14,        // "newspaper"
  document_noun = 1U << 15,      // "report"
  given_name = 1U << 16,
  family_first = 1U << 17,
  pronoun = 1U << 18,
  plural = 1U << 19,
};

// What a well-known form stands for.
enum class KnownForm { name, capital, demonym, half };
struct KnownName {
  std::string name;  // "North Korea", "United Nations"
  EntityKind kind = EntityKind::organization;
  KnownForm form = KnownForm::name;
  bool capitals = false;  // written in capitals only: "WHO" is none of "who"
};

class Traits {
 public:
  [[nodiscard]] bool has(Trait trait) const { return (bits_ & static_cast<std::uint32_t>(trait)) != 0; }
  void add(Trait trait) { bits_ |= static_cast<std::uint32_t>(trait); }

 private:
  std::uint32_t bits_ = 0;
};

class NameWords {
 public:
  explicit NameWords(const Lexicon& lexicon);  // reads its tables once; keeps no reference to `lexicon`

  [[nodiscard]] bool is(std::string_view folded, Trait trait) const { return traits_of(folded).has(trait); }
  [[nodiscard]] Traits traits_of(std::string_view folded) const;
  // By Words::numbers: the traits of each word of a text without its possessive ending.
  [[nodiscard]] std::vector<Traits> traits_of(const Words& words) const;
  [[nodiscard]] Gender gender_of(std::string_view folded) const;  // of a given name, title, person noun or pronoun
  // The sorts of body a word of a name or a description tells of (rules/lexicon/body-sorts.tsv), a bit each; 0: none.
  [[nodiscard]] std::uint32_t body_sorts_of(std::string_view folded) const;
  // The demonym of a country ("Russia" -> "Russian"), empty where it has none.
  [[nodiscard]] std::string demonym_of(const std::string& country) const;

  struct Match {
    const KnownName* known = nullptr;
    std::size_t last_token = 0;
  };
  // The longest well-known name that begins at `token` and ends before `end`; a possessive ending is allowed on its
  // last word. Halves ("the North") are found only when `halves` is true.
  [[nodiscard]] std::optional<Match> known_at(const Words& words, std::size_t token, std::size_t end,
                                              bool halves = false) const;

 private:
  struct Word {
    Traits traits;
    Gender gender = Gender::unknown;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename Value>
  using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

  void add(const std::string& folded, Trait trait, Gender gender = Gender::unknown);
  void add_known(std::string_view form, const KnownName& known);
  void read_words(const Lexicon& lexicon);
  void read_countries(const Lexicon& lexicon);
  void read_body_sorts(const Lexicon& lexicon);

  ByText<Word> words_;
  ByText<KnownName> known_;
  ByText<std::string> demonyms_;
  ByText<std::uint32_t> body_sorts_;
};

// "wexfordi's" -> "wexfordi": a folded word without its possessive ending.
std::string_view without_possessive(std::string_view folded);
bool is_possessive(std::string_view folded);

// The bytes of a token without its possessive ending.
Span bare_span(const Words& words, std::size_t token);

// Whether the token begins with an upper-case letter; whether it is two or more letters, all upper-case.
// "Hadidi", and "al-Hadidi" with its article.
bool is_capitalised(const Words& words, std::size_t token);
bool is_all_capitals(std::string_view word);

}  // namespace hearsay

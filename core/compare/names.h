#pragma once
// Are two names one? Answers with what was laid beside what and what each difference cost, so that a person can see
// why.
//
//   NameComparer names(Lexicon::shipped());
//   NameComparison c = names.compare("Greg Wexfordin", "Greg Wexfordi");
//   c.answer   // variant: one name in two spellings
//   c.kind     // typo
//   c.reason   // "'wexfordin' / 'wexfordi': one letter more; the rest is equal"
//
// The answer is about names, never about persons: two people may bear one name.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/compare/name.h"
#include "core/compare/sounds.h"

namespace hearsay {

enum class NameAnswer {
  same,     // equal up to case, titles, punctuation and order
  variant,  // one name, spelled differently
  different,
};

// How two names that are same or variant differ; the weightiest difference where there are several.
enum class NameDifference {
  none,
  accent,        // Durán, Duran
  typo,          // Wexfordi, Wexfordin
  romanisation,  // Hyok, Hyeok; Tariq, Tarek; Aleksandr, Oleksandr
  order,         // Eunju Kim, Kim Eunju
  hyphen,        // Eun-ju, Eunju
  truncation,    // Seo Min, Seo Min Jae; Juan Santos, Juan Manuel Santos
  initial,       // A. Khamenei, Ali Khamenei
  nickname,      // Bill, William
  title,         // Gen. Jeong, Jeong
  surname,       // Wexfordi, Greg Wexfordi
  common,        // in ledgers only: no word agrees but such as many bear
  apart,         // in ledgers only: what makes two names of them
};

struct LedgerEntry {
  std::string
      token_a;  // as written, lower case; empty if nothing stands against token_b; both empty for what is charged
  std::string token_b;  // to the names as wholes: order, common words, small words on one side only, what parts them
  NameDifference rule = NameDifference::none;
  double cost = 0;  // [0,1]

  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

struct NameComparison {
  NameAnswer answer = NameAnswer::different;
  NameDifference kind = NameDifference::none;  // none for different names and for equal ones
  double score = 0;                 // [0,1]: 1 - the sum of the ledger's costs; at least kVariantScore unless different
  std::vector<LedgerEntry> ledger;  // empty where the names are equal but for what costs nothing
  std::string reason;               // for people; one line

  friend bool operator==(const NameComparison&, const NameComparison&) = default;
};

class NameComparer {
 public:
  static constexpr double kVariantScore = 0.5;

  // Reads its tables of `lexicon` once and keeps no reference to it.
  explicit NameComparer(const Lexicon& lexicon);
  NameComparer(const NameComparer&) = delete;
  NameComparer& operator=(const NameComparer&) = delete;

  // Symmetric in answer, kind and score. Names without a letter are different from all. May be called from several
  // threads at once.
  [[nodiscard]] NameComparison compare(std::string_view a, std::string_view b) const;
  // The same for names read before; they must come from reader() of this object.
  [[nodiscard]] NameComparison compare(const Name& a, const Name& b) const;

  [[nodiscard]] const NameReader& reader() const { return reader_; }
  [[nodiscard]] const Sounds& sounds() const { return sounds_; }

 private:
  NameReader reader_;
  Sounds sounds_;
};

std::string_view name_of(NameAnswer answer);
std::string_view name_of(NameDifference difference);

}  // namespace hearsay

// One look-up a token, then its shape. Adverbs in -ly are told by their ending; the few nouns and adjectives that end
// so are listed as "noun".

#include "core/extract/word_classes.h"

#include <sstream>

#include "core/lexicon/name_words.h"

namespace hearsay {
namespace {

const std::unordered_map<std::string_view, std::uint32_t>& class_names() {
  static const std::unordered_map<std::string_view, std::uint32_t> kNames = {{"determiner", kDeterminer},
                                                                             {"possessive", kPossessive},
                                                                             {"subject", kSubject},
                                                                             {"object", kObject},
                                                                             {"pronoun", kPronoun},
                                                                             {"preposition", kPreposition},
                                                                             {"subordinator", kSubordinator},
                                                                             {"conjunction", kConjunction},
                                                                             {"relative", kRelative},
                                                                             {"wh", kQuestion},
                                                                             {"modal", kModal},
                                                                             {"be", kBe},
                                                                             {"have", kHave},
                                                                             {"do", kDo},
                                                                             {"negation", kNegation},
                                                                             {"adverb", kAdverb},
                                                                             {"time", kTime},
                                                                             {"channel", kChannel},
                                                                             {"break", kBreak},
                                                                             {"noun", kNoun},
                                                                             {"number", kNumber},
                                                                             {"label", kLabel},
                                                                             {"month", kMonth},
                                                                             {"homograph", kHomograph}};
  return kNames;
}

// "May" and "Jan" say when, unless another capitalised word follows and no preposition stands before: "Jan Brandt".
void settle_months(std::vector<std::uint32_t>& classes) {
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if ((classes[i] & kMonth) == 0 || (classes[i] & kCapital) == 0) continue;
    const bool before_name = i + 1 < classes.size() && (classes[i + 1] & (kCapital | kMonth | kTime)) == kCapital;
    const bool behind_preposition = i > 0 && (classes[i - 1] & (kPreposition | kNumber | kTime | kAdverb)) != 0;
    if (before_name && !behind_preposition)
      classes[i] &= ~static_cast<std::uint32_t>(kModal);
    else if ((classes[i] & kModal) == 0 || behind_preposition)
      classes[i] |= kTime;
  }
}

}  // namespace

WordClasses::WordClasses(const Lexicon& lexicon) {
  const Table& table = lexicon.table("word-classes");
  for (const Table::Row& row : table.rows()) {
    std::istringstream names(table.cell(row, "classes"));
    for (std::string name; names >> name;) {
      const auto known = class_names().find(name);
      if (known != class_names().end()) classes_[row.key] |= known->second;
    }
  }
}

std::vector<std::uint32_t> WordClasses::of(const Words& words) const {
  std::vector<std::uint32_t> classes(words.tokens.size());
  std::vector<std::uint32_t> listed;  // by word
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const Token& token = words.tokens[i];
    if (words.numbers[i] == listed.size()) {
      const auto known = classes_.find(words.folded[i]);
      listed.push_back(known == classes_.end() ? 0 : known->second);
    }
    if (token.kind == TokenKind::mark) {
      classes[i] = kMark;
      continue;
    }
    const std::string& word = words.folded[i];
    if (token.kind == TokenKind::number) classes[i] |= kNumber;
    if (is_capitalised(words, i)) classes[i] |= kCapital;
    if (const std::uint32_t known = listed[words.numbers[i]]; known != 0)
      classes[i] |= known;
    else if (word.size() > 4 && word.ends_with("ly") && (classes[i] & kCapital) == 0)
      classes[i] |= kAdverb;
  }
  settle_months(classes);
  return classes;
}

}  // namespace hearsay

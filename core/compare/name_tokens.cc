// The rules are tried from the surest to the loosest: equal, accents, initial, forms of one given name, the Arabic
// article, sounds, slips of the hand. Two words that both stand in the tables of names are never one name misspelled;
// and the shorter a word, the less a slip may change.

#include "core/compare/name_tokens.h"

#include <algorithm>
#include <bit>

#include "core/compare/edits.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostFarLetters = 6;  // letters in one word only, beyond which no rule below can hold
constexpr double kAccentCost = 0.04;
constexpr double kArticleCost = 0.06;
constexpr double kInitialCost = 0.2;
constexpr double kSpellingCost = 0.15;
constexpr double kNicknameCost = 0.2;
constexpr double kSoundCost = 0.2;
constexpr double kGenderCost = 0.55;
constexpr std::size_t kShortestExchange = 7;  // letters of a word in which two that are no neighbours changed places
constexpr std::size_t kShortestDoubling = 6;  // letters of a word with a letter doubled and one more slip
constexpr double kShortFormCost = 0.4;
constexpr double kShortOther = 1.2;  // any other letter in a short word is mostly another name
constexpr double kOfManyCost = 0.1;  // beside a surname that many bear there are many others like it

bool has(std::uint32_t languages, NameLanguage language) {
  return (languages & static_cast<std::uint32_t>(language)) != 0;
}

bool meet(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

bool is_article(std::string_view text) { return text == "al" || text == "el" || text == "ul"; }

// "alnajjar" against "najjar".
bool has_article(std::string_view longer, std::string_view shorter) {
  return longer.size() == shorter.size() + 2 && shorter.size() >= 4 && is_article(longer.substr(0, 2)) &&
         longer.ends_with(shorter);
}

// Volkov, Volkova; Zelensky, Zelenska: one family, two persons as a rule.
bool man_and_woman(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() == a.size() + 1 && b.back() == 'a' && b.starts_with(a)) {
    return a.ends_with("ov") || a.ends_with("ev") || a.ends_with("in") || a.ends_with("yn");
  }
  const auto adjective = [](std::string_view man, std::string_view woman) {
    if (woman.ends_with("aya")) woman.remove_suffix(2);
    while (man.ends_with('y') || man.ends_with('i')) man.remove_suffix(1);
    return woman.size() > 3 && (woman.ends_with("ska") || woman.ends_with("cka")) &&
           woman.substr(0, woman.size() - 1) == man;
  };
  return adjective(a, b) || adjective(b, a);
}

// Theodore, Theodora; Viktor, Viktora: given names of a man and of a woman.
bool given_of_both(std::string_view a, std::string_view b) {
  if (a.size() > b.size() || (a.size() == b.size() && a.back() == 'a')) std::swap(a, b);
  if (b.back() != 'a') return false;
  b.remove_suffix(1);
  if (a == b) return true;
  return a.size() == b.size() + 1 && a.starts_with(b) && std::string_view("eiou").find(a.back()) != std::string::npos;
}

// How far the kind of an edit makes it likelier (below 1) or less likely that a hand slipped.
double weight_of(EditKind kind) {
  switch (kind) {
    case EditKind::swapped:
      return 0.7;
    case EditKind::doubled:
      return 0.8;
    case EditKind::dropped:
    case EditKind::vowel:
    case EditKind::near:
      return 1;
    case EditKind::other:
      break;
  }
  return 1.1;
}

// What a slip costs in a word of this length; kNone if it is no slip.
double slip_cost(const NameToken& a, const NameToken& b, std::size_t edits) {
  const std::size_t length = std::max(a.text.size(), b.text.size());
  const bool known = (a.word != nullptr && a.word->attested()) || (b.word != nullptr && b.word->attested());
  const bool many = (a.word != nullptr && a.word->common_surname) || (b.word != nullptr && b.word->common_surname);
  double cost = TokenMatch::kNone;
  const bool exchanged = edits == 2 && length >= kShortestExchange && letters_exchanged(a.text, b.text);
  if (edits == 1 || exchanged) {
    const EditKind kind = exchanged ? EditKind::near : edit_kind(a.text, b.text);
    if (length >= 8)
      cost = 0.28;
    else if (length >= 6)
      cost = 0.34;
    else if (length == 5)
      cost = 0.4;
    else if (length == 4 && (known || a.letters == b.letters))
      cost = 0.45;
    cost *= weight_of(kind);
    if (kind == EditKind::other && length <= 6) cost *= kShortOther;
    if (many && kind != EditKind::swapped) cost += kOfManyCost;
  } else if (edits == 2) {
    if (length >= 12)
      cost = 0.36;
    else  // fewer letters only where one of the two is a doubling
      cost = 0.42;
  }
  if (a.text.front() != b.text.front()) cost += edits == 1 || exchanged ? 0.12 : 0.3;
  return cost > 1 ? TokenMatch::kNone : cost;
}

std::size_t edits_allowed(const NameToken& a, const NameToken& b) {
  const std::size_t length = std::max(a.text.size(), b.text.size());
  return length >= 10 ? 2 : length >= 4 ? 1 : 0;
}

// A letter twice for once, and no more: "nadella" -> "nadela".
std::string undoubled(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (plain.empty() || plain.back() != c) plain += c;
  }
  return plain;
}

// Koudrine, Kudrin: French keeps the n sounding.
std::string_view without_french_e(std::string_view text) {
  if (text.ends_with("ine")) text.remove_suffix(1);
  return text;
}

bool spoken(SoundLanguage language, std::uint32_t languages) {
  switch (language) {
    case SoundLanguage::japanese:
      return has(languages, NameLanguage::japanese);
    case SoundLanguage::arabic:
      return has(languages, NameLanguage::arabic);
    case SoundLanguage::slavic:
      return has(languages, NameLanguage::slavic);
    case SoundLanguage::latin:
      break;
  }
  return true;
}

// "Gabi", "Vally": the beginning of a given name with a familiar ending.
bool short_form(std::string_view familiar, std::string_view full) {
  static constexpr std::size_t kShortestStem = 3;
  if (familiar.ends_with("ie")) {
    familiar.remove_suffix(2);
  } else if (familiar.ends_with('i') || familiar.ends_with('y')) {
    familiar.remove_suffix(1);
  } else {
    return false;
  }
  return familiar.size() >= kShortestStem && full.size() >= familiar.size() + 3 && full.starts_with(familiar);
}

}  // namespace

Sounds::Reading TokenMatcher::reading(const NameToken& token, SoundLanguage language) const {
  const std::size_t shortest = language == SoundLanguage::latin ? 4 : 3;
  if (token.text.size() < shortest) return {};
  return sounds_.read(language == SoundLanguage::slavic ? without_french_e(token.text) : token.text, language);
}

bool TokenMatcher::sound_alike(const NameToken& a, const NameToken& b, std::uint32_t languages) const {
  if (!a.consonants.may_agree(b.consonants)) return false;
  return std::any_of(kEverySoundLanguage.begin(), kEverySoundLanguage.end(), [&](SoundLanguage language) {
    return spoken(language, languages) && sounds_.agree(reading(a, language), reading(b, language), language);
  });
}

TokenMatch TokenMatcher::match(const NameToken& a, const NameToken& b, std::uint32_t languages) const {
  if (a.text == b.text) {
    if (a.spelled != b.spelled) return {kAccentCost, NameDifference::romanisation, 0};
    if ((a.accented || b.accented) && a.shown != b.shown) return {kAccentCost, NameDifference::accent, 0};
    return {0, NameDifference::none, 0};
  }
  if ((!a.expanded.empty() && a.expanded == b.text) || (!b.expanded.empty() && b.expanded == a.text)) {
    return {kAccentCost, NameDifference::accent, 0};
  }
  if (a.bare != b.bare && !a.initial && !b.initial) {
    const std::string left = consonants(a.text);
    return left.size() >= 2 && left == consonants(b.text) ? TokenMatch{kSpellingCost, NameDifference::romanisation, 0}
                                                          : TokenMatch{};
  }
  if (a.initial || b.initial) {
    if (a.initial && b.initial) return {};
    return a.text.front() == b.text.front() ? TokenMatch{kInitialCost, NameDifference::initial, 0} : TokenMatch{};
  }
  const auto far = static_cast<std::size_t>(std::popcount(a.letters ^ b.letters));
  const bool known = a.word != nullptr && b.word != nullptr;
  if (known) {
    if (meet(a.word->spellings, b.word->spellings)) return {kSpellingCost, NameDifference::romanisation, 0};
    if (meet(a.word->full, b.word->familiar) || meet(a.word->familiar, b.word->full) ||
        meet(a.word->familiar, b.word->familiar)) {
      return {kNicknameCost, NameDifference::nickname, 0};
    }
  }
  if (far > kMostFarLetters) return {};
  if (has_article(a.text, b.text) || has_article(b.text, a.text)) return {kArticleCost, NameDifference::hyphen, 0};
  if (man_and_woman(a.text, b.text)) return {kGenderCost, NameDifference::typo, 1};
  if (sound_alike(a, b, languages)) return {kSoundCost, NameDifference::romanisation, 0};
  if (known && a.word->attested() && b.word->attested()) return {};
  const bool given = (a.word != nullptr && a.word->given && !a.word->surname) ||
                     (b.word != nullptr && b.word->given && !b.word->surname);
  if (given && given_of_both(a.text, b.text)) return {};
  const bool known_given = (a.word != nullptr && a.word->given) || (b.word != nullptr && b.word->given);
  if (!known_given && (short_form(a.text, b.text) || short_form(b.text, a.text))) {
    return {kShortFormCost, NameDifference::nickname, 0};
  }
  const std::size_t limit = edits_allowed(a, b);
  if (limit == 0 || far > 2 * limit) return {};
  std::size_t edits = edit_distance(a.text, b.text, limit);
  if (edits > limit) {
    const bool doubling = std::min(a.text.size(), b.text.size()) >= kShortestDoubling &&
                          (undoubled(a.text) != a.text || undoubled(b.text) != b.text) &&
                          edit_distance(undoubled(a.text), undoubled(b.text), 1) <= 1;
    if (!doubling && !(a.text.size() >= kShortestExchange && letters_exchanged(a.text, b.text))) return {};
    edits = 2;
  }
  const double cost = slip_cost(a, b, edits);
  return cost < TokenMatch::kNone ? TokenMatch{cost, NameDifference::typo, edits} : TokenMatch{};
}

std::string consonants(std::string_view text) {
  if (text.size() >= 5 && is_article(text.substr(0, 2))) text.remove_prefix(2);
  static constexpr std::string_view kClasses = "_BKD_FKH_KKLMN_BKRST___K_D";  // a-z; _ for vowels and their like
  std::string found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (letter < 'a' || letter > 'z' || (letter == 'h' && next == '\0')) continue;
    char sound = kClasses[static_cast<std::size_t>(letter - 'a')];
    if (next == 'h' && (letter == 'k' || letter == 'c' || letter == 's')) sound = letter == 'k' ? 'H' : 'S';
    if (letter == 'h' && i > 0 && std::string_view("kcsdtg").find(text[i - 1]) != std::string_view::npos) continue;
    if (sound != '_' && (found.empty() || found.back() != sound)) found += sound;
  }
  return found;
}

NameToken run_together(const Name& name, std::size_t first, std::size_t last) {
  NameToken whole = name.tokens[first];
  whole.initial = false;
  whole.word = nullptr;
  for (std::size_t i = first + 1; i <= last; ++i) {
    whole.text += name.tokens[i].text;
    whole.shown += ' ' + name.tokens[i].shown;
    whole.letters |= name.tokens[i].letters;
  }
  whole.expanded.clear();
  whole.consonants = Consonants::of(whole.text);
  return whole;
}

}  // namespace hearsay

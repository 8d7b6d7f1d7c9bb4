#include "core/extract/body_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kOwnedReach = 3;  // tokens: "Tolmer Gears' biggest factory"
constexpr std::size_t kNounReach = 5;   // tokens: "is a not-for-profit hospital system"

template <std::size_t size>
bool among(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Of whom only bodies have any.
constexpr std::array<std::string_view, 26> kOfBodies = {
    "executive", "director",     "directors", "chairman", "chairwoman", "chair",      "president",
    "manager",   "founder",      "owner",     "owners",   "employee",   "employees",  "shareholder",
    "shares",    "shareholders", "workers",   "staff",    "board",      "subsidiary", "factory",
    "plant",     "headquarters", "customers", "revenue",  "branch"};
constexpr std::array<std::string_view, 4> kLinks = {"of", "at", "for", "from"};
constexpr std::array<std::string_view, 3> kPlurals = {"are", "have", "were"};

class Signs {
 public:
  Signs(const Words& words, const NameWords& name_words) : words_(words), name_words_(name_words) {}

  [[nodiscard]] bool of_body(const WrittenName& name) const {
    const std::size_t first = name.first_token, last = name.last_token;
    const bool joint = before(first, 1, "and") || before(first, 1, ",");
    if (!joint && last < words_.tokens.size() && among(kPlurals, word(last))) return true;
    if (behind(last, 0, ",") && behind(last, 1, "which")) return true;
    if (first > 1 && among(kLinks, word(first - 1)) && among(kOfBodies, word(first - 2))) return true;
    if (first > 0 && name_words_.is(word(first - 1), Trait::organization_noun)) return true;
    if (!name.possessive && last < words_.tokens.size() && is_person(last)) return true;  // "Tolmer Gears workers"
    if (is_said_to_be_one(last)) return true;
    const bool owns = name.possessive || behind(last, 0, "'");
    for (std::size_t i = last; owns && i < std::min(words_.tokens.size(), last + kOwnedReach); ++i) {
      if (among(kOfBodies, word(i))) return true;
    }
    return false;
  }

  [[nodiscard]] bool of_person(const WrittenName& name) const {
    const std::size_t first = name.first_token, last = name.last_token;
    if (name.titled || name_words_.is(word(first), Trait::given_name)) return true;
    if (first > 0 && (is_person(first - 1) || words_.tokens[first].span.size() == 1)) return true;
    const bool aside = behind(last, 0, ",") || behind(last, 0, "(");
    if (!aside || last + 1 >= words_.tokens.size()) return false;
    return words_.tokens[last + 1].kind == TokenKind::number || word(last + 1) == "who" || word(last + 1) == "whose" ||
           word(last + 1) == "aged" || described(last + 1);
  }

 private:
  [[nodiscard]] const std::string& word(std::size_t token) const { return words_.folded[token]; }
  [[nodiscard]] bool before(std::size_t at, std::size_t back, std::string_view expected) const {
    return at >= back && word(at - back) == expected;
  }
  [[nodiscard]] bool behind(std::size_t at, std::size_t ahead, std::string_view expected) const {
    return at + ahead < words_.tokens.size() && word(at + ahead) == expected;
  }
  [[nodiscard]] bool is_person(std::size_t token) const {
    return name_words_.is(word(token), Trait::person_noun) || name_words_.is(word(token), Trait::office);
  }
  // "is a maker of chips and the largest firm in ..."
  [[nodiscard]] bool is_said_to_be_one(std::size_t at) const {
    if (!behind(at, 0, "is") || !(behind(at, 1, "a") || behind(at, 1, "an") || behind(at, 1, "the"))) return false;
    for (std::size_t i = at + 2; i < std::min(words_.tokens.size(), at + 2 + kNounReach); ++i) {
      if (words_.tokens[i].kind == TokenKind::mark || is_person(i)) return false;
      if (name_words_.is(word(i), Trait::organization_noun)) return true;
    }
    return false;
  }
  // ", the harbour master": a noun of persons before the next mark.
  [[nodiscard]] bool described(std::size_t token) const {
    for (; token < words_.tokens.size() && words_.tokens[token].kind != TokenKind::mark; ++token) {
      if (is_person(token)) return true;
      if (word(token) == "which" || word(token) == "said") return false;
    }
    return false;
  }

  const Words& words_;
  const NameWords& name_words_;
};

}  // namespace

void settle_bodies(const Words& words, const NameWords& name_words, std::vector<WrittenName>& names) {
  const Signs signs(words, name_words);
  struct Told {
    bool body = false;
    bool person = false;
  };
  std::unordered_map<std::string, Told> told;
  const auto is_open = [&](const WrittenName& name) {
    return name.kind == EntityKind::person && name.known.empty() && name.last_token > name.first_token + 1;
  };
  for (const WrittenName& name : names) {
    if (!is_open(name)) continue;
    Told& here = told[fold_spaces(name.span.of(words.text))];
    here.body = here.body || signs.of_body(name);
    here.person = here.person || signs.of_person(name);
  }
  for (WrittenName& name : names) {
    if (!is_open(name)) continue;
    const Told& here = told[fold_spaces(name.span.of(words.text))];
    if (here.body && !here.person) name.kind = EntityKind::organization;
  }
}

}  // namespace hearsay

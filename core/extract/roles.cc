// Before the name: the office nouns, titles, adjectives and names that stand against it, as far left as such words go.
// Before a comma and the name: a clause-opening noun phrase with an office ("The director of the Trust, Ann Lee,").
// Behind: an apposition up to its comma, or "of the ...". Known limit: a role with a comma of its own is cut there.

#include "core/extract/roles.h"

#include <unordered_set>

namespace hearsay {
namespace {

constexpr std::size_t kMaxRoleWords = 18;
constexpr std::size_t kPlainWords = 4;

class RoleFinder {
 public:
  RoleFinder(const Words& words, const NameWords& lexicon, const WrittenName& name)
      : words_(words), lexicon_(lexicon), name_(name), sentence_(words.sentences[name.sentence]) {}

  [[nodiscard]] Span find() const {
    for (const Span role : {before(), before_comma(), behind()}) {
      if (!role.empty()) return role;
    }
    return {};
  }

 private:
  [[nodiscard]] std::string_view folded(std::size_t i) const { return without_possessive(words_.folded[i]); }
  [[nodiscard]] bool is(std::size_t i, Trait trait) const { return lexicon_.is(folded(i), trait); }
  [[nodiscard]] bool is_role_noun(std::size_t i) const {
    return is(i, Trait::office) || (is(i, Trait::person_noun) && !is(i, Trait::opener)) || is_title(i);
  }
  [[nodiscard]] bool is_title(std::size_t i) const { return is(i, Trait::title) && is_capitalised(words_, i); }
  [[nodiscard]] bool is_word(std::size_t i) const { return words_.tokens[i].kind != TokenKind::mark; }
  [[nodiscard]] Span span(std::size_t first, std::size_t last) const {
    return {words_.tokens[first].span.begin, bare_span(words_, last - 1).end};
  }

  [[nodiscard]] Span before() const {
    std::size_t first = name_.first_token;
    while (first > sentence_.first_token && name_.first_token - first < kMaxRoleWords && belongs(first - 1)) --first;
    while (first < name_.first_token && !is_word(first)) ++first;
    for (std::size_t i = first; i < name_.first_token; ++i) {
      if (is_role_noun(i) && !is_courtesy(i))
        return up_to_name(is_capitalised(words_, first) ? first : with_plain_words(first));
    }
    return {};
  }

  // "Mr." and "Dr" are no roles.
  [[nodiscard]] bool is_courtesy(std::size_t i) const {
    return is(i, Trait::title) && !is(i, Trait::office) && words_.tokens[i].span.size() < 5;
  }

  // "the harbour director": plain words count where an article, a preposition or a verb of saying bounds them.
  [[nodiscard]] std::size_t with_plain_words(std::size_t first) const {
    static const std::unordered_set<std::string_view> kBounds = {"the",  "a",    "an",  "of",  "by",   "to",
                                                                 "from", "with", "for", "and", "said", "says",
                                                                 "told", "his",  "her", "its", "their"};
    for (std::size_t i = first; i > sentence_.first_token && first - i < kPlainWords; --i) {
      if (folded(i - 1) == "that") return first;  // "told the court that former chairman Ann Lee ..."
      if (kBounds.contains(folded(i - 1)) || !is_word(i - 1)) return i;
    }
    return first;
  }

  [[nodiscard]] Span up_to_name(std::size_t first) const {
    std::size_t last = name_.first_token;
    if (last > first && !is_word(last - 1)) --last;
    return span(first, last);
  }

  [[nodiscard]] bool belongs(std::size_t i) const {
    if (words_.folded[i] == "." && i > 0 && is(i - 1, Trait::title)) return true;
    if (!is_word(i)) return false;
    const bool opens = i == sentence_.first_token;
    if (is_capitalised(words_, i)) return !is(i, Trait::opener) && !(opens && !is_role_noun(i) && !known(i));
    if (words_.folded[i] == "of")
      return i + 1 < name_.first_token && is_capitalised(words_, i + 1) && i > 0 && is_role_noun(i - 1);
    return is_role_noun(i) || is(i, Trait::modifier) || is(i, Trait::outlet_noun) ||
           folded(i).find('-') != std::string_view::npos;
  }

  [[nodiscard]] bool known(std::size_t i) const {
    return lexicon_.known_at(words_, i, sentence_.last_token).has_value();
  }

  // "The director of the Trust, Ann Lee, believes ..."
  [[nodiscard]] Span before_comma() const {
    if (name_.first_token < sentence_.first_token + 3 || words_.folded[name_.first_token - 1] != ",") return {};
    const std::size_t comma = name_.first_token - 1;
    std::size_t first = comma;
    while (first > sentence_.first_token && comma - first < kMaxRoleWords && is_word(first - 1)) --first;
    if (first == comma || !opens_phrase(first)) return {};
    for (std::size_t i = first; i < std::min(comma, first + 5); ++i) {
      if (is_role_noun(i)) return i + 1 == comma || goes_on(i + 1) ? span(first, comma) : Span{};
    }
    return {};
  }

  // "The director of", "the analyst who"; but "The nominee linked".
  [[nodiscard]] bool goes_on(std::size_t i) const {
    static const std::unordered_set<std::string_view> kLinks = {"of", "for", "at", "in",  "with", "from",
                                                                "to", "on",  "by", "and", "who",  "behind"};
    return kLinks.contains(folded(i)) || is_role_noun(i);
  }

  [[nodiscard]] bool opens_phrase(std::size_t i) const {
    const std::string_view word = folded(i);
    return word == "the" || word == "a" || word == "an" || word == "its" || word == "their" || word == "his" ||
           word == "her" || is_possessive(words_.folded[i]) || is(i, Trait::modifier) || is_role_noun(i);
  }

  [[nodiscard]] Span behind() const {
    std::size_t at = name_.last_token;
    if (at >= sentence_.last_token || name_.possessive) return {};
    if (words_.folded[at] == "of" && at + 1 < sentence_.last_token)
      return is_capitalised(words_, at + 1) || words_.folded[at + 1] == "the" ? span(at, phrase_end(at + 1)) : Span{};
    if (words_.folded[at] != ",") return {};
    ++at;
    if (at + 1 < sentence_.last_token && words_.tokens[at].kind == TokenKind::number && words_.folded[at + 1] == ",")
      at += 2;  // "Ann Lee, 45, director of the Trust"
    return apposition(at);
  }

  // The end of the words up to the next mark or verb-like opener.
  [[nodiscard]] std::size_t phrase_end(std::size_t at) const {
    std::size_t last = at;
    for (; at < sentence_.last_token && is_word(at); ++at) {
      if (!is_capitalised(words_, at) && !is(at, Trait::joiner)) break;
      if (is_capitalised(words_, at)) last = at + 1;
    }
    return std::max(last, std::min(at, sentence_.last_token));
  }

  [[nodiscard]] Span apposition(std::size_t first) const {
    std::size_t last = first;
    while (last < sentence_.last_token && is_word(last) && last - first < kMaxRoleWords) ++last;
    if (last == first || lexicon_.is(folded(first), Trait::pronoun) || !phrase_like(first)) return {};
    bool office = false;
    for (std::size_t i = first; i < std::min(last, first + 7); ++i) {
      const std::string_view word = folded(i);
      static const std::unordered_set<std::string_view> kOthers = {"who", "which", "said", "and", "but", "others"};
      if (kOthers.contains(word)) return {};
      if (is_role_noun(i)) {
        office = true;
        break;
      }
    }
    return office ? span(first, last) : Span{};
  }

  [[nodiscard]] bool phrase_like(std::size_t i) const {
    return opens_phrase(i) || is_capitalised(words_, i) || folded(i).find('-') != std::string_view::npos;
  }

  const Words& words_;
  const NameWords& lexicon_;
  const WrittenName& name_;
  const Sentence& sentence_;
};

}  // namespace

void find_role(const Words& words, const NameWords& name_words, WrittenName& name) {
  if (name.kind != EntityKind::person || name.demonym) return;
  name.role_span = RoleFinder(words, name_words, name).find();
  name.role = std::string(name.role_span.of(words.text));
}

}  // namespace hearsay

// One pass over the tokens hashes their words, one over the quotations marks what stands in them, one counts.

#include "core/extract/tagger_text.h"

#include <algorithm>

#include "core/learn/feature.h"

namespace hearsay {
namespace {

enum Shape : std::uint8_t { kLower, kCapital, kCapitals, kMixed, kNumber, kMark, kShapes };

// Groups not in the table, numbered behind those of the table.
enum OpenGroup : std::uint8_t {
  kBorder = 100,
  kName,
  kAcronym,
  kFigure,
  kComma,
  kStop,
  kColon,
  kSemicolon,
  kDash,
  kBracket,
  kQuoteMark,
  kOtherMark,
  kAdverbLike,
  kIngLike,
  kEdLike,
  kPluralLike,
  kNounLike,
  kAdjectiveLike,
  kPlain
};
static_assert(kPlain < kGroups);

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }

Shape shape_of(std::string_view word, TokenKind kind) {
  if (kind == TokenKind::number) return kNumber;
  if (kind == TokenKind::mark) return kMark;
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : word) {
    upper += is_upper(c);
    lower += is_lower(c);
  }
  if (upper == 0) return kLower;
  if (lower == 0) return word.size() == 1 ? kCapital : kCapitals;
  return upper == 1 && is_upper(word.front()) ? kCapital : kMixed;
}

std::string_view stem_of(std::string_view word) {
  for (const std::string_view ending : {"'s", "ing", "ed", "es", "s", "e"}) {
    if (word.size() >= ending.size() + 3 && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  if (word.size() >= 4 && word[word.size() - 1] == word[word.size() - 2]) word.remove_suffix(1);
  if (word.size() >= 4 && (word.back() == 'i' || word.back() == 'y')) word.remove_suffix(1);
  return word;
}

std::uint8_t mark_group(std::string_view folded) {
  switch (folded.front()) {
    case ',':
      return kComma;
    case '.':
    case '!':
    case '?':
      return kStop;
    case ':':
      return kColon;
    case ';':
      return kSemicolon;
    case '-':
      return kDash;
    case '"':
    case '\'':
      return kQuoteMark;
    case '(':
    case ')':
    case '[':
    case ']':
      return kBracket;
    default:
      return folded == "…" ? kStop : kOtherMark;
  }
}

std::uint8_t group_by_ending(std::string_view word) {
  const auto ends = [word](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [word](std::string_view e) { return word.size() > e.size() + 1 && word.ends_with(e); });
  };
  if (ends({"ly"})) return kAdverbLike;
  if (ends({"ing"})) return kIngLike;
  if (ends({"ed"})) return kEdLike;
  if (ends({"tion", "ment", "ness", "ity", "ship", "ism", "ance", "ence", "er", "or", "ist", "age"})) return kNounLike;
  if (ends({"al", "ous", "ive", "ic", "able", "ible", "ful", "less", "ish", "ary"})) return kAdjectiveLike;
  if (ends({"s"})) return kPluralLike;
  return kPlain;
}

// A word of no list that is written with capitals is a name.
std::uint8_t group_of(const WordMark& word, std::uint8_t shape) {
  if (word.listed != 0) return word.listed;
  if (shape == kCapitals) return kAcronym;
  if (shape == kCapital || shape == kMixed) return kName;
  return word.by_form;
}

constexpr WordMark kOutside{kOutsideWord, kOutsideWord, kOutsideWord};

constexpr TokenMark outside_mark() {
  TokenMark mark;
  mark.word = &kOutside;
  mark.shape = kShapes;
  mark.group = kBorder;
  return mark;
}

}  // namespace

constexpr TokenMark kOutsideMark = outside_mark();

bool is_capital(const TokenMark& mark) {
  return mark.shape == kCapital || mark.shape == kCapitals || mark.shape == kMixed;
}

bool looks_like_verb(const TokenMark& mark) {
  return mark.shape == kLower && (mark.group == kEdLike || mark.group == kIngLike || mark.group == kPluralLike);
}

WordGroups::WordGroups(const Lexicon& lexicon) {
  const Table& table = lexicon.table("word-groups");
  std::unordered_map<std::string, std::uint8_t> by_name;
  for (const Table::Row& row : table.rows()) {
    const std::string& name = table.cell(row, "group");
    const auto next = static_cast<std::uint8_t>(std::min<std::size_t>(by_name.size() + 1, kBorder - 1));
    const std::uint8_t group = by_name.emplace(name, next).first->second;
    by_word_.emplace(row.key, group);
    joins_[group] =
        name == "be" || name == "have" || name == "do" || name == "modal" || name == "not" || name == "adverb";
  }
  joins_[kAdverbLike] = true;
  std::uint8_t kind = 0;
  const Table& meanings = lexicon.table("word-senses");
  for (const Table::Row& row : meanings.rows()) {
    ++kind;
    const bool is_verb = row.key.starts_with("verb");
    for (const std::string_view word : words_of_cell(meanings.cell(row, "words"))) {
      Senses& senses = senses_[hash_bytes(stem_of(word))];
      std::uint8_t& known = is_verb ? senses.verb : senses.noun;
      if (known == 0) known = kind;
    }
  }
}

WordMark WordGroups::mark_of(std::string_view folded, TokenKind kind) const {
  const std::string_view seen = kind == TokenKind::number ? std::string_view("0") : folded;
  WordMark mark;
  mark.whole = hash_bytes(seen);
  mark.stem = hash_bytes(stem_of(seen));
  mark.ending = hash_bytes(seen.substr(seen.size() - std::min<std::size_t>(3, seen.size())));
  if (kind == TokenKind::number) {
    mark.by_form = kFigure;
  } else if (kind == TokenKind::mark) {
    mark.by_form = mark_group(folded);
  } else {
    mark.by_form = group_by_ending(folded);
    if (const auto known = by_word_.find(std::string(folded)); known != by_word_.end()) mark.listed = known->second;
    if (const auto senses = senses_.find(mark.stem); senses != senses_.end()) {
      mark.noun = senses->second.noun;
      mark.verb = senses->second.verb;
    }
  }
  return mark;
}

TaggerText::TaggerText(const Words& words_read, const std::vector<Quotation>& quotations_found,
                       const std::vector<Attribution>& patterns, const WordGroups& groups)
    : words(words_read),
      quotations(quotations_found),
      hints(words_read, patterns),
      marks(words_read.tokens.size()),
      bounds_(words_read.sentences.size()) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (words.numbers[i] == words_.size()) words_.push_back(groups.mark_of(words.folded[i], words.tokens[i].kind));
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const WordMark& word = words_[words.numbers[i]];
    TokenMark& mark = marks[i];
    mark.word = &word;
    mark.shape = shape_of(words.of(i), words.tokens[i].kind);
    mark.group = group_of(word, mark.shape);
    mark.joins = groups.joins(mark.group);
    mark.breaks = mark.group >= kComma && mark.group <= kQuoteMark;
    if (mark.shape != kLower && mark.shape != kCapital) continue;
    mark.noun = word.noun;
    mark.verb = word.verb;
  }
  mark_quotations();
  count();
}

void TaggerText::mark_quotations() {
  for (std::size_t q = 0; q < quotations.size(); ++q) {
    const Quotation& quotation = quotations[q];
    for (std::size_t i = quotation.first_token; i < quotation.last_token; ++i) {
      marks[i].quotation = static_cast<std::uint32_t>(q + 1);
      marks[i].quote = i == quotation.first_token                          ? QuoteState::opening
                       : i + 1 == quotation.last_token && quotation.closed ? QuoteState::closing
                                                                           : QuoteState::inside;
    }
  }
}

void TaggerText::count() {
  TokenMark sum;
  for (std::size_t s = 0; s < words.sentences.size(); ++s) {
    const Sentence& sentence = words.sentences[s];
    const Paragraph& paragraph = words.paragraphs[sentence.paragraph];
    const auto first = static_cast<std::uint32_t>(words.sentences[paragraph.first_sentence].first_token);
    const auto last = static_cast<std::uint32_t>(words.sentences[paragraph.last_sentence - 1].last_token);
    bounds_[s] = {first, last};
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
      TokenMark& mark = marks[i];
      mark.sentence = static_cast<std::uint32_t>(s);
      mark.commas = sum.commas;
      mark.stops = sum.stops;
      mark.quotation_marks = sum.quotation_marks;
      mark.verbs = sum.verbs;
      mark.capitals = sum.capitals;
      mark.quoted = sum.quoted;
      sum.commas += mark.group == kComma || mark.group == kDash;
      sum.stops += mark.group == kStop || mark.group == kSemicolon || mark.group == kColon;
      sum.quotation_marks += mark.quote == QuoteState::opening || mark.quote == QuoteState::closing;
      sum.verbs += mark.group == kEdLike || mark.group == kIngLike;
      sum.quoted += mark.quotation != 0;
      sum.capitals += mark.group == kName || mark.group == kAcronym;
    }
  }
}

}  // namespace hearsay

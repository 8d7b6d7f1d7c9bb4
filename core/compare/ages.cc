// Certain places only: behind the name and a comma, before the name with nothing but nouns between, or in the predicate
// of a sentence that names one person up to there. An age that is given otherwise ("a boy of nine") is nobody's.

#include "core/compare/ages.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hearsay {
namespace {

constexpr double kOldest = 120;
constexpr std::size_t kNounsBetween = 4;  // "the 34-year-old deputy harbour master Anna Lim"

constexpr std::array<std::string_view, 4> kRelatives = {"who", "whom", "whose", "which"};

bool is_relative(std::string_view word) {
  return std::find(kRelatives.begin(), kRelatives.end(), word) != kRelatives.end();
}

}  // namespace

bool AgeReader::is_mark(std::size_t token, char mark) const {
  const Span span = words_.words().tokens[token].span;
  return span.size() == 1 && article_.text[span.begin] == mark;
}

// The last mention that touches `place`.
const Mention* AgeReader::mention_at(Span place) const {
  const std::vector<Mention>& all = extraction_.mentions;
  const auto behind =
      std::partition_point(all.begin(), all.end(), [&](const Mention& m) { return m.span.begin < place.end; });
  if (behind == all.begin() || std::prev(behind)->span.end <= place.begin) return nullptr;
  return &*std::prev(behind);
}

// The person named in `place`; a possessive names somebody else: "Anna Lim's 9-year-old son".
const Mention* AgeReader::named_person(Span place) const {
  const Mention* found = mention_at(place);
  if (found == nullptr || found->form == MentionForm::description || found->form == MentionForm::title ||
      extraction_.entities[found->entity].kind != EntityKind::person) {
    return nullptr;
  }
  const std::string_view rest = std::string_view(article_.text).substr(found->span.end);
  const bool possessive = rest.starts_with("'s") || rest.starts_with("’s") || found->text.ends_with("'s");
  return possessive ? nullptr : found;
}

// "Anna Lim, 34", "Anna Lim, aged 34", "Anna Lim, a 34-year-old driver".
AgeReader::MaybePerson AgeReader::before_comma(std::size_t at, TokenRange sentence, bool old) const {
  const auto before = [&](std::string_view expected) { return at > sentence.first && word(at - 1) == expected; };
  if (before("aged") || (old && (before("a") || before("an") || before("the")))) --at;
  if (at < sentence.first + 2 || !is_mark(at - 1, ',')) return std::nullopt;
  const Span last = words_.words().tokens[at - 2].span;
  const Mention* person = named_person(last);
  if (person == nullptr || person->span.end != last.end) return std::nullopt;
  return person->entity;
}

// "34-year-old driver Anna Lim".
AgeReader::MaybePerson AgeReader::behind(TokenRange figure, TokenRange sentence) const {
  const std::size_t last = std::min(sentence.last, figure.last + kNounsBetween + 1);
  for (std::size_t token = figure.last; token < last; ++token) {
    if (const Mention* person = named_person(words_.words().tokens[token].span)) return person->entity;
    if (words_.words().tokens[token].kind != TokenKind::word || keys_.rarity(word(token)) == Rarity::function)
      return std::nullopt;
  }
  return std::nullopt;
}

// Is an age said of the subject here: "at the age of 34", "turned 34", "is 34 years old", "who was 34,".
bool AgeReader::is_told(TokenRange figure, TokenRange sentence, bool years) const {
  const auto before = [&](std::size_t back, std::string_view expected) {
    return figure.first >= sentence.first + back && word(figure.first - back) == expected;
  };
  if (before(1, "aged") || before(1, "turned") || (before(1, "of") && before(2, "age"))) return true;
  if (!before(1, "is") && !before(1, "was")) return false;
  const bool ends = figure.last >= sentence.last || words_.words().tokens[figure.last].kind == TokenKind::mark;
  return years || (ends && (before(2, "who") || before(2, "she") || before(2, "he")));
}

// ", who was 34,": the person named before the comma. Else the one person named in the sentence up to here, outside
// relative clauses.
AgeReader::MaybePerson AgeReader::subject(TokenRange figure, TokenRange sentence) const {
  if (figure.first >= sentence.first + 3 && word(figure.first - 2) == "who") {
    return before_comma(figure.first - 2, sentence, false);
  }
  MaybePerson found;
  bool relative = false;
  for (std::size_t token = sentence.first; token < figure.first; ++token) {
    if (is_mark(token, ',')) relative = !relative && is_relative(word(token + 1));
    if (relative) continue;
    const Mention* mention = mention_at(words_.words().tokens[token].span);
    if (mention == nullptr || extraction_.entities[mention->entity].kind != EntityKind::person) continue;
    const bool same = !found || *found == mention->entity;
    if (!same || named_person(mention->span) == nullptr) return std::nullopt;
    found = mention->entity;
  }
  return found;
}

// "The 34-year-old was found at home": the one person named in the sentences shortly before.
AgeReader::MaybePerson AgeReader::named_before(TokenRange figure, std::size_t sentence) const {
  const TokenRange here = words_.tokens_of(sentence);
  if (figure.first == here.first || word(figure.first - 1) != "the" || figure.last >= here.last) return std::nullopt;
  const bool alone = words_.words().tokens[figure.last].kind == TokenKind::mark ||
                     keys_.rarity(word(figure.last)) == Rarity::function || !keys_.predicate(word(figure.last)).empty();
  return alone ? words_.person_before(here.first, sentence) : std::nullopt;
}

bool AgeReader::is_age(const Quantity& value) const {
  return value.span.of(article_.text).find("old") != std::string_view::npos;
}

std::optional<std::size_t> AgeReader::person_of(const Quantity& value) const {
  const bool one = value.low && value.low == value.high && *value.low <= kOldest && value.modifier == Modifier::none;
  if (!one || value.ordinal || !value.rate.empty() || !value.noun.empty()) return std::nullopt;
  if (value.unit != "year" && !value.unit.empty()) return std::nullopt;
  const auto in = words_.sentence_at(value.span.begin);
  const TokenRange figure = words_.tokens_in(value.span);
  if (!in || figure.first >= figure.last) return std::nullopt;
  const TokenRange sentence = words_.tokens_of(*in);
  const bool old = is_age(value);
  const bool comma = old || value.unit == "year" || (figure.first > 0 && word(figure.first - 1) == "aged");
  if (comma) {
    if (const MaybePerson person = before_comma(figure.first, sentence, old)) return person;
  }
  if (old) {
    if (const MaybePerson person = behind(figure, sentence)) return person;
    if (const MaybePerson person = named_before(figure, *in)) return person;
  }
  return is_told(figure, sentence, old) ? subject(figure, sentence) : std::nullopt;
}

}  // namespace hearsay

// Walks from a verb outwards over words of known classes. A noun phrase to the left runs back to a comma, a function
// word that opens a clause, or another verb; what cannot open a noun phrase (conjunctions, adverbs, times, a leading
// preposition) is then taken off its front. A clause to the right runs to the end of the sentence unless a comma is
// followed by something that opens another one. Known limits: verbs that are no cues are not recognised, so a long
// subject may swallow a clause without a comma; then only its last name or noun group is kept.

#include "core/extract/clauses.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::size_t kLongestPhrase = 25;   // words; a longer subject is cut to its last noun group
constexpr std::size_t kLongestLook = 12;     // tokens looked ahead at for the verb of a following clause
constexpr std::size_t kLongestClause = 400;  // tokens outside quotations; bounds the work of one cue

constexpr std::uint32_t kFunction = kDeterminer | kPossessive | kSubject | kObject | kPreposition | kSubordinator |
                                    kConjunction | kRelative | kQuestion | kAuxiliary | kNegation | kAdverb;

}  // namespace

MarkedText::MarkedText(const Words& words, const std::vector<Quotation>& quotations, const WordClasses& classes,
                       const Cues& cues)
    : words_(words),
      quotations_(quotations),
      classes_(classes.of(words)),
      cues_(cues.find(words)),
      quotation_(words.tokens.size(), 0),
      cue_(words.tokens.size(), 0) {
  for (std::size_t q = 0; q < quotations_.size(); ++q) {
    for (std::size_t i = quotations_[q].first_token; i < quotations_[q].last_token; ++i)
      quotation_[i] = static_cast<std::uint32_t>(q + 1);
  }
  for (std::size_t c = cues_.size(); c-- > 0;) cue_[cues_[c].first] = static_cast<std::uint32_t>(c + 1);
}

bool MarkedText::is_name(std::size_t token) const {
  return is(token, kCapital) && !is(token, kFunction | kTime | kMark);
}

bool MarkedText::is_title(TokenRange tokens) const {
  constexpr std::size_t kLongestTitle = 30;
  if (tokens.last - tokens.first > kLongestTitle) return false;
  std::size_t capital = 0;
  std::size_t small = 0;
  for (std::size_t at = tokens.first; at < tokens.last; ++at) {
    if (is(at, kCapital)) ++capital;
    if (!is(at, kCapital | kMark | kNumber | kPreposition | kDeterminer | kConjunction)) ++small;
  }
  return capital > 2 * small;
}

bool MarkedText::is_nominal(std::size_t token) const {
  if (is(token, kPronoun | kRelative)) return true;
  if (is(token, kMark)) return word(token) == ")" || word(token) == "%";
  return is(token, kNoun) || !is(token, kFunction & ~kDeterminer) || is_name(token);
}

const Quotation* MarkedText::quotation_at(std::size_t token) const {
  return quotation_[token] == 0 ? nullptr : &quotations_[quotation_[token] - 1];
}

const CueWord* MarkedText::verb_at(std::size_t token) const { return cue_at(token, CueKind::verb); }

const CueWord* MarkedText::cue_at(std::size_t token, CueKind kind) const {
  if (cue_[token] == 0) return nullptr;
  for (std::size_t c = cue_[token] - 1; c < cues_.size() && cues_[c].first == token; ++c)
    if (cues_[c].sense->kind == kind) return &cues_[c];
  return nullptr;
}

bool MarkedText::is_finite_cue(std::size_t token, std::size_t from) const {
  const CueWord* cue = verb_at(token);
  if (cue == nullptr || token == from) return false;
  const std::size_t before = token - 1;
  if ((cue->forms & (kPast | kThird)) == 0) return (cue->forms & kBase) != 0 && is(before, kSubject | kModal);
  if (is(before, kDeterminer | kPossessive | kPreposition | kBe) && !is(before, kPronoun | kRelative)) return false;
  return (cue->forms & kPast) != 0 || cue_at(token, CueKind::noun) == nullptr || is(before, kSubject | kRelative);
}

namespace {

// Whether the quoted words bring their own comma or stop.
bool ends_in_stop(std::string_view inside) {
  while (!inside.empty() && (inside.back() == '\'' || inside.back() == ' ')) inside.remove_suffix(1);
  if (inside.ends_with("’")) inside.remove_suffix(std::string_view("’").size());
  return !inside.empty() && std::string_view(",.!?").find(inside.back()) != std::string_view::npos;
}

}  // namespace

// A verb that is no cue: "The ministry closed the road".
bool Clauses::looks_finite(std::size_t token) const {
  if (token == stretch_.first || token + 1 >= stretch_.last || !text_.word(token).ends_with("ed")) return false;
  return !text_.is(token - 1, kDeterminer | kPossessive | kPreposition | kMark | kAuxiliary | kAdverb) &&
         !text_.is(token, kCapital) && text_.is(token + 1, kDeterminer | kPossessive | kObject);
}

bool Clauses::bounds_phrase(std::size_t token) const {
  if (text_.is(token, kMark)) {
    const std::string& mark = text_.word(token);
    return mark != "." && mark != "'" && mark != "-" && mark != "&" && mark != "/" && mark != "%" && mark != "$" &&
           mark != "£" && mark != "€";
  }
  if (text_.is(token, kAuxiliary | kQuestion) && !text_.is(token, kTime)) return true;
  if (text_.is(token, kSubject) && !text_.is(token, kObject)) return true;
  if (text_.is(token, kSubordinator | kRelative) && !text_.is(token, kPreposition)) return true;
  if (text_.word(token) == "as") return token == stretch_.first || text_.word(token - 1) != "such";
  return text_.word(token) == "but" || looks_finite(token) || text_.is_finite_cue(token, stretch_.first);
}

std::size_t Clauses::trim_opening(std::size_t first, std::size_t end) const {
  while (first < end && text_.is(first, kConjunction | kAdverb | kMark) && !text_.is(first, kDeterminer | kPronoun))
    ++first;
  if (first < end && text_.is(first, kPreposition | kTime) && !text_.is_name(first)) {
    // "On Monday Ms. Lee": what is left is the last name, or the words from the last determiner on.
    std::size_t at = end;
    while (at > first && text_.is_name(at - 1)) --at;
    if (at == end)
      while (at > first && !text_.is(at - 1, kPreposition | kTime) && !text_.is(at, kDeterminer | kPossessive)) --at;
    return std::max(at, first);
  }
  return first;
}

std::optional<TokenRange> Clauses::phrase_before(std::size_t end) const {
  if (end <= stretch_.first) return std::nullopt;
  std::size_t last = end;
  if (text_.word(last - 1) == ")") {  // "Bob Lee (R-Tenn.) said"
    std::size_t open = last - 1;
    while (open > stretch_.first && last - open < kLongestLook && text_.word(open) != "(") --open;
    if (text_.word(open) == "(" && open > stretch_.first) last = open;
  }
  const std::string& word = text_.word(last - 1);
  if (last > stretch_.first + 1 && (word.ends_with("self") || word.ends_with("selves"))) --last;  // "Lee himself said"
  if (!text_.is_nominal(last - 1) || text_.quotation_at(last - 1) != nullptr) return std::nullopt;
  if (text_.is(last - 1, kSubject | kPronoun | kRelative) && !text_.is_name(last - 1)) {
    const bool plain = last < stretch_.first + 2 || text_.word(last - 2) != "of";
    if (plain) return TokenRange{last - 1, end};
  }
  std::size_t first = last - 1;
  while (first > stretch_.first && last - first <= kLongestPhrase && !bounds_phrase(first - 1) &&
         text_.quotation_at(first - 1) == nullptr)
    --first;
  first = trim_opening(behind_subordinator(first, last), last);
  if (first >= last) return std::nullopt;
  return TokenRange{first, end};
}

// "has blocked the sale after campaigners argued": what a verb bounds is no subject; behind "after" one begins.
std::size_t Clauses::behind_subordinator(std::size_t first, std::size_t last) const {
  const bool verb = first > stretch_.first && (text_.is(first - 1, kAuxiliary) || looks_finite(first - 1) ||
                                               text_.is_finite_cue(first - 1, stretch_.first));
  for (std::size_t at = last - 1; verb && at > first; --at)
    if (text_.is(at - 1, kSubordinator)) return at;
  return first;
}

std::optional<TokenRange> Clauses::subject_before(std::size_t end) const {
  if (end <= stretch_.first) return std::nullopt;
  const std::string& mark = text_.word(end - 1);
  if (mark != "," && mark != "-") return phrase_before(end);
  // An aside: "X, a lawyer in Y, said"; "X - a lawyer - said".
  for (std::size_t at = end - 1; at > stretch_.first + 1 && end - at <= 2 * kLongestPhrase; --at) {
    if (text_.quotation_at(at - 1) != nullptr) return std::nullopt;
    if (text_.word(at - 1) != mark || at == end - 1) continue;
    if (mark == "-" && text_.word(at - 2) == mark) continue;
    auto core = phrase_before(at - 1);
    // "Ann Lee, 35, a pilot, said": the name stands before the first of several asides.
    for (int asides = 0; core && asides < 3 && core->first > stretch_.first + 1; ++asides) {
      if (text_.word(core->first - 1) != mark || !text_.is(core->first, kNumber | kDeterminer)) break;
      const auto name = phrase_before(core->first - 1);
      if (!name || !text_.is_name(name->last - 1)) break;
      core = name;
    }
    if (core && text_.is(at, kAdverb) && at + 2 == end) return core;  // "Lee, however, said"
    if (core) return end - core->first <= kLongestPhrase ? TokenRange{core->first, end - 1} : *core;
    return std::nullopt;
  }
  return std::nullopt;
}

// Whether the noun phrase of an inverted subject that began at `begin` cannot take in `token`.
bool Clauses::ends_inverted(std::size_t token, std::size_t begin, bool surely) const {
  if (text_.quotation_at(token) != nullptr) return true;
  if (text_.is(token, kMark)) {
    const std::string& mark = text_.word(token);
    if (mark == ".") return token + 1 == stretch_.last;
    return mark != "'" && mark != "-" && mark != "&" && mark != "(" && mark != ")" && mark != "/";
  }
  if (token == begin) return false;
  if (text_.is(token, kTime | kAuxiliary | kRelative) || text_.is(token, kSubordinator)) return true;
  if (text_.is(token, kPreposition)) return text_.word(token) != "of" && text_.word(token) != "for";
  // "Lee lost the vote" is a clause of its own; "Texas governor Ann Lee" is not.
  const bool title = token + 1 < stretch_.last && text_.is_name(token + 1) && !text_.word(token).ends_with("ed");
  return !surely && text_.is_name(token - 1) && !text_.word(token - 1).ends_with("s") && !title &&
         !text_.is(token, kCapital | kConjunction | kNumber);
}

std::optional<TokenRange> Clauses::inverted_subject(std::size_t begin, bool surely) const {
  const std::size_t most = std::min(stretch_.last, begin + kLongestPhrase);
  if (begin >= most || text_.is(begin, kMark | kAuxiliary | kQuestion | kTime) || text_.word(begin) == "that")
    return std::nullopt;
  if (text_.is(begin, kPreposition | kSubordinator | kAdverb) && !text_.is_name(begin)) return std::nullopt;
  if (text_.is(begin, kSubject | kPronoun) && !text_.is(begin, kDeterminer)) return TokenRange{begin, begin + 1};
  if (!surely && !text_.is(begin, kDeterminer | kPossessive | kCapital | kNumber) && !text_.word(begin).ends_with("s"))
    return std::nullopt;
  std::size_t at = begin;
  while (at < most && !ends_inverted(at, begin, surely)) ++at;
  while (at > begin && text_.is(at - 1, kPreposition | kDeterminer | kConjunction | kAdverb) && !text_.is_name(at - 1))
    --at;
  if (at == begin) return std::nullopt;
  const std::size_t core = at;
  // An appositive up to the next comma or the end: "Ann Lee, a spokeswoman for the ministry,".
  if (at + 1 < stretch_.last && text_.word(at) == "," && text_.quotation_at(at + 1) == nullptr &&
      !opens_clause(at + 1)) {
    for (++at; at < most && text_.quotation_at(at) == nullptr && text_.word(at) != ","; ++at)
      if (text_.is(at, kSubject) || (text_.word(at) == "." && at + 1 == stretch_.last)) break;
    if (at < stretch_.last && (text_.word(at) == "," || text_.word(at) == ".")) return TokenRange{begin, at};
  }
  return TokenRange{begin, core};
}

bool Clauses::opens_clause(std::size_t token) const {
  if (text_.is(token, kNumber)) return false;
  return text_.is(token, kMark | kSubject | kRelative | kConjunction | kSubordinator | kPreposition | kAdverb) ||
         text_.verb_at(token) != nullptr || text_.word(token).ends_with("ing");
}

std::optional<TokenRange> Clauses::phrase_behind(std::size_t begin) const {
  const std::size_t most = std::min(stretch_.last, begin + kLongestPhrase);
  if (begin >= most || text_.is(begin, kMark)) return std::nullopt;
  std::size_t at = begin;
  for (; at < most; ++at) {
    if (const Quotation* quotation = text_.quotation_at(at)) {
      at = std::min(quotation->last_token, most) - 1;
      continue;
    }
    const std::string& word = text_.word(at);
    if (word == "," || word == ";" || word == ":" || (word == "." && at + 1 == stretch_.last)) break;
    if (text_.is(at, kSubject) && !text_.is(at, kObject) && at > begin) break;
  }
  if (at == begin) return std::nullopt;
  return TokenRange{begin, at};
}

bool Clauses::is_circumstance(TokenRange tokens) const {
  if (tokens.last - tokens.first > kLongestLook) return false;
  const std::size_t at = tokens.first;
  if (text_.is_name(at) || !text_.is(at, kPreposition | kAdverb | kTime | kSubordinator | kConjunction)) return false;
  return !text_.is(at, kDeterminer) || tokens.last - at == 1;
}

std::optional<TokenRange> Clauses::possessor_before(std::size_t noun) const {
  constexpr std::size_t kMostAdjectives = 3;
  for (std::size_t at = noun; at > stretch_.first && noun - at <= kMostAdjectives; --at) {
    const std::size_t word = at - 1;
    if (text_.quotation_at(word) != nullptr) return std::nullopt;
    if (text_.is(word, kPossessive) && !text_.is(word, kRelative)) return TokenRange{word, at};
    const std::string& spelled = text_.word(word);
    const bool plural = spelled == "'" && word > stretch_.first;
    if (spelled.ends_with("'s") || plural) {
      std::size_t first = plural ? word - 1 : word;
      while (first > stretch_.first && text_.is_name(first) && text_.is_name(first - 1)) --first;
      if (first > stretch_.first && !text_.is_name(first) && text_.is(first - 1, kDeterminer)) --first;
      return TokenRange{first, at};
    }
    if (text_.is(word, kMark | kAuxiliary | kPreposition | kConjunction | kDeterminer)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<TokenRange> Clauses::main_subject() const {
  std::size_t at = stretch_.first;
  while (at < stretch_.last && text_.is(at, kConjunction | kAdverb | kMark) && !text_.is(at, kDeterminer)) ++at;
  const CueWord* opener = at < stretch_.last ? text_.verb_at(at) : nullptr;
  const bool participle =
      opener != nullptr && (opener->forms & (kGerund | kParticiple)) != 0;  // "Citing a report, Lee"
  if (at < stretch_.last && (participle || text_.is(at, kPreposition | kSubordinator | kTime)) &&
      (participle || !text_.is_name(at)) && !text_.is(at, kDeterminer)) {
    while (at < stretch_.last && text_.word(at) != ",") ++at;
    ++at;
  }
  if (at >= stretch_.last || text_.quotation_at(at) != nullptr) return std::nullopt;
  if (text_.is(at, kSubject | kPronoun) && !text_.is(at, kDeterminer)) return TokenRange{at, at + 1};
  std::size_t end = at;
  while (end < stretch_.last && end - at < kLongestPhrase && !bounds_phrase(end) &&
         !(end > at && text_.is(end, kPreposition) && text_.word(end) != "of") && !text_.is(end, kAdverb) &&
         !(end > at && text_.is_name(end - 1) && !text_.is(end, kCapital | kPossessive | kConjunction | kMark)))
    ++end;
  if (end == at) return std::nullopt;
  return TokenRange{at, end};
}

bool Clauses::starts_reporting_clause(std::size_t token) const {
  if (token >= stretch_.last) return false;
  const CueWord* verb = text_.verb_at(token);
  if (verb != nullptr && (verb->forms & (kPast | kThird)) != 0 && verb->sense->quote) return true;  // ", said Lee"
  if (!text_.is(token, kSubject | kPronoun | kDeterminer | kPossessive | kCapital)) return false;
  for (std::size_t at = token + 1; at < stretch_.last && at < token + kLongestLook; ++at) {
    if (text_.is(at, kMark) && text_.word(at) != "." && text_.word(at) != "'") return false;
    if (!text_.is_finite_cue(at, stretch_.first)) {
      if (text_.is(at, kSubordinator | kRelative) || (text_.is(at, kBe | kModal) && !text_.is(at, kSubject)))
        return false;
      continue;
    }
    const CueWord* cue = text_.verb_at(at);
    return cue->sense->quote || cue->sense->clause;
  }
  return false;
}

// "the plan failed, a blow to ...": what the writer adds, in three of five cases.
bool Clauses::opens_appositive(std::size_t token) const {
  const std::string& word = text_.word(token);
  return (word == "a" || word == "the") && token + 1 < stretch_.last && !text_.is(token + 1, kCapital | kMark);
}

bool Clauses::breaks_at_comma(std::size_t behind, std::uint32_t forms) const {
  if (behind >= stretch_.last) return true;
  const CueWord* verb = text_.verb_at(behind);
  if (verb != nullptr && verb->forms == kGerund) return true;
  if (text_.cue_at(behind, CueKind::phrase) != nullptr) return true;
  if (text_.is(behind, kBreak)) return true;
  if (behind + 1 < stretch_.last && text_.word(behind) == "as" && text_.is(behind + 1, kSubject)) return true;
  if (opens_appositive(behind)) return true;
  std::size_t at = behind;
  const bool conjunction = text_.is(at, kConjunction);
  if (conjunction) ++at;
  while (at < stretch_.last && text_.is(at, kAdverb)) ++at;
  if (at >= stretch_.last) return false;
  const CueWord* cue = text_.verb_at(at);
  const std::uint32_t parallel = (forms & (kPast | kThird)) != 0 ? forms & (kPast | kThird) : std::uint32_t{kPast};
  if (at > behind && cue != nullptr && (cue->forms & parallel) != 0) return true;  // ", and (later) warned"
  return starts_reporting_clause(at);
}

// "that Lee, who denies it, stole the money": behind the aside that begins at `begin`; `begin` itself if none ends
// there.
std::size_t Clauses::aside_end(std::size_t begin) const {
  if (begin >= stretch_.last || !(text_.is(begin, kRelative) || opens_appositive(begin))) return begin;
  const std::size_t most = std::min(stretch_.last, begin + kLongestPhrase);
  for (std::size_t at = begin + 1; at + 1 < most && text_.quotation_at(at) == nullptr; ++at) {
    if (text_.word(at) != ",") continue;
    const bool goes_on = text_.is(at + 1, kAuxiliary) && !text_.is(at + 1, kSubject);
    return goes_on || (text_.word(at + 1).ends_with("ed") && !text_.is(at + 1, kCapital)) ? at + 1 : begin;
  }
  return begin;
}

std::size_t Clauses::comma_behind(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin + 1; at < end; ++at)
    if (text_.word(at) == "," && text_.quotation_at(at) == nullptr) return at;
  return end;
}

std::size_t Clauses::clause_end(std::size_t begin, std::uint32_t forms) const {
  std::size_t end = std::min(stretch_.last, begin + kLongestClause);
  for (std::size_t at = begin; at < end; ++at) {
    if (const Quotation* quotation = text_.quotation_at(at); quotation != nullptr) {
      const std::size_t last = std::min(quotation->last_token, stretch_.last);
      if (quotation->closed && ends_in_stop(quotation->inside.of(text_.words().text))) return last;
      at = last - 1;
      continue;
    }
    const std::string& word = text_.word(at);
    if (word == ";" || word == "_") return at;
    if (word == "-" && at > begin && at + 1 < end && (opens_appositive(at + 1) || text_.is(at + 1, kConjunction)) &&
        text_.word(begin) != "that")
      return at;
    if (word == "," && at > begin && breaks_at_comma(at + 1, forms)) {
      const std::size_t aside = aside_end(at + 1);
      if (aside == at + 1) return at;
      at = aside - 1;
      continue;
    }
    if ((word == "and" || word == "but") && at > begin && at + 1 < stretch_.last) {
      const CueWord* cue = text_.verb_at(at + 1);
      if (cue != nullptr && (cue->forms & forms & (kPast | kThird)) != 0) return at;
      if (starts_reporting_clause(at + 1)) return at;
    }
  }
  while (end > begin && text_.quotation_at(end - 1) == nullptr &&
         (text_.word(end - 1) == "." || text_.word(end - 1) == "," || text_.word(end - 1) == "?" ||
          text_.word(end - 1) == "!"))
    --end;
  return end;
}

std::size_t Clauses::clause_begin(std::size_t end) const {
  std::size_t first = std::max(stretch_.first + kLongestClause, end) - kLongestClause;
  for (std::size_t at = end; at > first; --at) {
    if (text_.quotation_at(at - 1) != nullptr) continue;
    if (text_.word(at - 1) == ";") {
      first = at;
      break;
    }
  }
  while (first < end && text_.is(first, kConjunction) && !text_.is(first, kDeterminer)) ++first;
  return first;
}

}  // namespace hearsay

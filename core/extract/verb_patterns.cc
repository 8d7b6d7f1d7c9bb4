// Auxiliaries and adverbs are collected leftwards from the verb; what stands before them tells a verb from a noun or an
// adjective of the same spelling ("the report", "the proposed law"). Behind the verb, times, addressees and channels
// ("told reporters in a statement on Monday") are stepped over until a clause, a quotation or an object begins.

#include "core/extract/verb_patterns.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::size_t kLongestStep = 14;  // tokens stepped over between a cue and its content

class VerbReader {
 public:
  VerbReader(const MarkedText& text, const Clauses& clauses, TokenRange stretch, const CueWord& cue)
      : text_(text), clauses_(clauses), stretch_(stretch), cue_(cue) {
    verb_.cue = &cue;
    verb_.first = verb_.cue_first = cue.first;
  }

  std::optional<VerbPhrase> run() {
    collect_auxiliaries();
    if (!settle_form()) return std::nullopt;
    find_subject();
    return verb_;
  }

 private:
  [[nodiscard]] bool has_before() const {
    return verb_.first > stretch_.first && text_.quotation_at(verb_.first - 1) == nullptr;
  }
  [[nodiscard]] std::size_t before() const { return verb_.first - 1; }
  [[nodiscard]] bool form(std::uint32_t forms) const { return (cue_.forms & forms) != 0; }

  void collect_auxiliaries() {
    while (has_before()) {
      const std::size_t at = before();
      if (text_.is(at, kAuxiliary)) {
        auxiliary_ = true;
        be_ = be_ || text_.is(at, kBe);
        have_ = have_ || text_.is(at, kHave);
        if (text_.is(at, kSubject)) return;  // "he's": the subject itself
      } else if (!text_.is(at, kAdverb | kNegation | kTime) || text_.is(at, kDeterminer | kSubject)) {
        return;
      } else if (text_.is(at, kTime)) {
        if (!steps_over_time()) return;
        timed_ = true;
      }
      --verb_.first;
      if (!timed_) verb_.cue_first = verb_.first;
    }
  }

  // "Ann Lee on Monday said": takes the preposition along.
  bool steps_over_time() {
    if (auxiliary_ || verb_.first != cue_.first || before() == stretch_.first) return false;
    const std::size_t opener = before() - 1;
    if (!text_.is(opener, kPreposition | kDeterminer | kTime)) return text_.is_nominal(opener);
    if (text_.is(opener, kTime) || text_.quotation_at(opener) != nullptr) return false;
    --verb_.first;
    return true;
  }

  bool settle_form() {
    if (has_before() && text_.word(before()) == "to" && form(kBase) && !auxiliary_) return false;
    const bool in_name = text_.is(cue_.first, kCapital) && has_before() && text_.is(before(), kCapital);
    if (in_name && !text_.is_title(stretch_)) return false;
    if (form(kGerund)) {
      verb_.gerund = !be_;
      return !(verb_.gerund && has_before() && text_.is(before(), kDeterminer | kPossessive) &&
               !text_.is(before(), kPronoun | kSubject));
    }
    if (be_ && !have_ && form(kParticiple)) return verb_.passive = true;
    if (be_ && have_ && form(kParticiple)) return verb_.passive = text_.word(cue_.first - 1) == "been" || !form(kPast);
    if (auxiliary_) return form(kBase | kPast | kParticiple);
    if (form(kParticiple) && cue_.sense->quote && asked_without_subject()) return verb_.passive = true;
    if (form(kPast)) return !has_before() || !is_modified(before());
    if (form(kThird)) return settle_third_person();
    return form(kBase) && settle_base();
  }

  // "Asked about it, he ..."; "when told that ..."
  [[nodiscard]] bool asked_without_subject() const {
    if (verb_.first == stretch_.first) return true;
    if (!has_before()) return false;
    const std::string& word = text_.word(before());
    return word == "when" || word == "if" || word == "while" || word == "as";
  }

  // What stands before makes a noun or adjective of the word: "the", "their", "of".
  [[nodiscard]] bool is_modified(std::size_t at) const {
    if (text_.is(at, kPronoun | kRelative | kSubject)) return text_.is(at, kPossessive) && !text_.is(at, kPronoun);
    if (text_.is(at, kNumber)) return false;
    return text_.is(at, kDeterminer | kPossessive | kPreposition) || text_.word(at).ends_with("'s");
  }

  [[nodiscard]] static bool closes_aside(const std::string& mark) { return mark == "," || mark == ")" || mark == "-"; }

  // "claims" behind a noun is a verb only if it cannot be another noun.
  bool settle_third_person() {
    if (!has_before()) return verb_.first > stretch_.first;
    const std::size_t at = before();
    if (text_.is(at, kSubject | kRelative) || closes_aside(text_.word(at))) return true;
    if (text_.is(at, kPronoun) && !text_.is(at, kDeterminer)) return true;
    if (is_modified(at) || text_.is(at, kObject)) return false;
    if (text_.is(cue_.first, kHomograph) && text_.is_finite_cue(at, stretch_.first)) return false;  // "announced plans"
    return text_.is_nominal(at) || text_.is(at, kConjunction | kAdverb);
  }

  bool settle_base() {
    if (!has_before()) return false;
    const std::size_t at = before();
    const std::string& word = text_.word(at);
    if (text_.is(at, kSubject | kRelative)) return word != "he" && word != "she" && word != "it";
    if (text_.is(at, kPronoun)) return !text_.is(at, kDeterminer) || word == "some" || word == "many" || word == "most";
    if (closes_aside(word)) return !text_.is(cue_.first, kHomograph);
    if (is_modified(at) || !text_.is_nominal(at)) return false;
    if (!text_.is(cue_.first, kHomograph) || text_.is(at, kNumber)) return true;
    return word.ends_with("s") || word == "people" || word == "men" || word == "women" || word == "police";
  }

  void find_subject() {
    if (!has_before()) {
      if (verb_.first > stretch_.first || verb_.gerund) share_or_invert();
      return;
    }
    const std::size_t at = before();
    if (text_.is(at, kSubject) && text_.is(at, kAuxiliary)) {
      verb_.subject = TokenRange{at, at + 1};
      return;
    }
    if (verb_.gerund && (text_.is(at, kMark | kConjunction | kPreposition | kSubordinator))) {
      verb_.shared = true;
      return;
    }
    if (text_.is(at, kConjunction)) {
      verb_.shared = true;
      return;
    }
    if (text_.word(at) == "," && invert() && ends_strongly(verb_.subject->last)) return;
    if (const auto aside = clauses_.subject_before(verb_.first)) {
      verb_.subject = aside;
      verb_.inverted = false;
    }
  }

  // ", said Ann Lee." or ", said Ann Lee, a ..." leaves no doubt who is the subject.
  [[nodiscard]] bool ends_strongly(std::size_t at) const {
    return at >= stretch_.last || text_.word(at) == "," || text_.word(at) == "." || text_.word(at) == ";";
  }

  // Behind a quotation: "...," said X; "...," saying.
  void share_or_invert() {
    if (verb_.gerund)
      verb_.shared = true;
    else
      invert();
  }

  bool invert() {
    if (!cue_.sense->quote || cue_.sense->addressee || !form(kPast | kThird) || auxiliary_ ||
        cue_.last >= stretch_.last)
      return false;
    const bool quoted = !has_before();
    const bool behind_comma = has_before() && text_.word(before()) == ",";  // "Rain will stop, says weather service"
    const auto subject = clauses_.inverted_subject(cue_.last, quoted || behind_comma);
    if (!subject) return false;
    const std::size_t behind = subject->last;
    if (!quoted && behind < stretch_.last &&
        !text_.is(behind, kMark | kPreposition | kTime | kRelative | kSubordinator) &&
        text_.quotation_at(behind) == nullptr)
      return false;
    verb_.subject = subject;
    return verb_.inverted = true;
  }

  const MarkedText& text_;
  const Clauses& clauses_;
  TokenRange stretch_;
  const CueWord& cue_;
  VerbPhrase verb_;
  bool auxiliary_ = false;
  bool be_ = false;
  bool have_ = false;
  bool timed_ = false;  // a time stands between subject and verb
};

class GovernedReader {
 public:
  GovernedReader(const MarkedText& text, TokenRange stretch, const VerbPhrase& verb)
      : text_(text),
        stretch_(stretch),
        sense_(*verb.cue->sense),
        at_(verb.cue->last),
        cue_last_(verb.cue->last),
        reduced_(verb.gerund && !verb.shared) {}

  std::optional<Governed> run() {
    if (sense_.addressee) step_over_addressee();
    for (std::size_t steps = 0; steps < 4; ++steps) {
      if (done()) return std::nullopt;
      if (const auto found = begin_here()) return found;
      if (!step_over_circumstance()) break;
    }
    return done() ? std::nullopt : plain_words();
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= stretch_.last; }
  [[nodiscard]] bool speaks() const { return sense_.clause || sense_.quote; }

  std::optional<Governed> begin_here() {
    if (const Quotation* quotation = text_.quotation_at(at_); quotation != nullptr)
      return quotation->first_token == at_ ? found(at_, kQuotationBehind) : std::nullopt;
    const std::string& word = text_.word(at_);
    if (word == "that" && (sense_.clause || sense_.object)) return found(at_, kThatClause);
    if (word == ":" && at_ + 1 < stretch_.last) {
      cue_last_ = at_ + 1;
      return found(at_ + 1, kColon);
    }
    if (word == "," && at_ + 1 < stretch_.last && speaks()) {
      const Quotation* quotation = text_.quotation_at(at_ + 1);
      if (quotation != nullptr && quotation->first_token == at_ + 1) return found(at_ + 1, kQuotationBehind);
    }
    if (word == "to" && sense_.infinitive) return found(at_, kInfinitive);
    if (text_.is(at_, kQuestion) && (sense_.clause || sense_.object) && !sense_.that_only)
      return found(at_, kQuestionClause);
    if (sense_.clause && !sense_.that_only && opens_figure()) return found(at_, kClauseBehind);
    return std::nullopt;
  }

  // "at least 12", "up to 30", "more than a hundred": a subject, not a circumstance.
  [[nodiscard]] bool opens_figure() const {
    if (at_ + 2 >= stretch_.last) return false;
    const std::string& word = text_.word(at_);
    const std::string& next = text_.word(at_ + 1);
    const bool bound = (word == "at" && (next == "least" || next == "most")) || (word == "up" && next == "to") ||
                       ((word == "more" || word == "fewer" || word == "less") && next == "than") ||
                       (word == "as" && next == "many");
    return bound && (text_.is(at_ + 2, kNumber) || (at_ + 3 < stretch_.last && text_.is(at_ + 3, kNumber)));
  }

  [[nodiscard]] std::optional<Governed> found(std::size_t begin, const Pattern& pattern) const {
    return Governed{begin, cue_last_, pattern};
  }

  // "reporters", "him", "the BBC", "a crowd of supporters": up to what can open the content.
  void step_over_addressee() {
    const std::size_t most = std::min(stretch_.last, at_ + kLongestStep);
    if (at_ >= most || opens_content(at_)) return;
    if (text_.is(at_, kObject) || text_.word(at_) == "you") {
      ++at_;
      return;
    }
    if (text_.is(at_, kMark | kPreposition)) return;
    std::size_t end = at_ + 1;
    const bool name =
        text_.is_name(at_) || (end < most && text_.is(at_, kDeterminer | kPossessive) && text_.is_name(end));
    while (end < most && !opens_content(end) && !text_.is(end, kMark | kDeterminer | kPossessive | kPronoun)) {
      if (name ? !text_.is(end, kCapital) : text_.is_name(end)) break;
      ++end;
    }
    // "told the crowd at the hall that": a determiner inside the phrase, if "that" or a quotation follows soon.
    for (std::size_t look = end; look < most; ++look) {
      if (text_.word(look) == "that" || text_.quotation_at(look) != nullptr || text_.word(look) == ":") {
        end = look;
        break;
      }
      if (text_.is(look, kSubject | kAuxiliary | kConjunction) || text_.word(look) == ".") break;
    }
    if (end > at_ && text_.word(end - 1) == ",") --end;
    at_ = end;
  }

  [[nodiscard]] bool opens_content(std::size_t at) const {
    return text_.quotation_at(at) != nullptr || text_.is(at, kSubject | kQuestion) || text_.word(at) == "that" ||
           text_.word(at) == ":" || text_.word(at) == "to" || text_.word(at) == "about" || text_.word(at) == ",";
  }

  // "on Monday", "Tuesday", "last week", "in a statement", "to reporters in Ohio", "of the plan".
  bool step_over_circumstance() {
    if (!speaks() && !sense_.infinitive) return false;
    if (text_.is(at_, kTime) && !text_.is(at_, kModal)) {
      ++at_;
      return true;
    }
    if (text_.is(at_, kAdverb) && !text_.is(at_, kSubject | kSubordinator | kDeterminer)) {
      ++at_;
      return true;
    }
    if (text_.is(at_, kDeterminer) && at_ + 1 < stretch_.last && text_.is(at_ + 1, kTime)) {
      at_ += 2;
      return true;
    }
    if (text_.word(at_) == ",") return step_over_inserted();
    if (!text_.is(at_, kPreposition) || text_.word(at_) == "than") return false;
    return step_over_prepositional();
  }

  // ", however,"
  bool step_over_inserted() {
    if (at_ + 2 >= stretch_.last || text_.word(at_ + 2) != "," || !text_.is(at_ + 1, kAdverb)) return false;
    at_ += 3;
    return true;
  }

  bool step_over_prepositional() {
    const std::size_t most = std::min(stretch_.last, at_ + kLongestStep);
    std::size_t end = at_ + 1;
    bool channel = false;
    bool noun = false;
    for (; end < most; ++end) {
      const std::string& word = text_.word(end);
      if (text_.quotation_at(end) != nullptr || word == "that" || word == ":" || word == "," || word == ".") break;
      if (noun && (text_.is(end, kSubject | kPreposition | kPossessive) || starts_new_phrase(end))) break;
      channel = channel || text_.is(end, kChannel);
      noun = noun || !text_.is(end, kDeterminer | kPossessive | kPreposition | kAdverb);
    }
    if (!noun) return false;
    if (channel && cue_last_ == at_) cue_last_ = end;
    at_ = end;
    return true;
  }

  // "in a statement the plan", "in Ohio Mr. Lee": a determiner, or a name behind a common noun.
  [[nodiscard]] bool starts_new_phrase(std::size_t at) const {
    if (text_.is(at, kDeterminer)) return true;
    return text_.is_name(at) && !text_.is_name(at - 1) && !text_.is(at - 1, kDeterminer | kMark);
  }

  // No conjunction shows where the content begins: it is whatever stands here.
  [[nodiscard]] std::optional<Governed> plain_words() const {
    if (text_.is(at_, kMark) && text_.word(at_) != "$" && text_.word(at_) != "£" && text_.word(at_) != "€")
      return std::nullopt;
    const bool pronoun = text_.is(at_, kSubject) && !text_.is(at_, kObject | kDeterminer);
    if (sense_.that_only && pronoun) return found(at_, kClauseBehind);
    if ((sense_.that_only && !sense_.object) || text_.is(at_, kTime)) return std::nullopt;
    if (at_ == cue_last_) {
      if (reduced_ && !sense_.clause) return std::nullopt;  // "people supporting the plan"
      const bool open = !text_.is(at_, kPreposition | kConjunction | kSubordinator | kAuxiliary) ||
                        text_.is(at_, kDeterminer | kSubject) || text_.word(at_) == "because" ||
                        text_.word(at_) == "although" || text_.word(at_) == "unless";
      // "whom she said was ill"
      if (sense_.clause && sense_.quote && !sense_.that_only && text_.is(at_, kBe | kModal | kHave))
        return found(at_, kClauseBehind);
      if (sense_.object && open) return found(at_, kObjectOf);
      if (sense_.clause && !sense_.that_only && open) return found(at_, kClauseBehind);
      return std::nullopt;
    }
    const bool clause = text_.is(at_, kSubject | kDeterminer | kPossessive | kCapital) ||
                        (text_.is_nominal(at_) && !text_.is(at_, kMark));
    if (sense_.clause && !sense_.that_only && clause) return found(at_, kClauseBehind);
    return std::nullopt;
  }

  const MarkedText& text_;
  TokenRange stretch_;
  const CueSense& sense_;
  std::size_t at_ = 0;
  std::size_t cue_last_ = 0;
  bool reduced_ = false;  // a gerund that only tells which people are meant
};

}  // namespace

std::optional<VerbPhrase> read_verb(const MarkedText& text, const Clauses& clauses, TokenRange stretch,
                                    const CueWord& cue) {
  return VerbReader(text, clauses, stretch, cue).run();
}

std::optional<Governed> read_governed(const MarkedText& text, TokenRange stretch, const VerbPhrase& verb) {
  return GovernedReader(text, stretch, verb).run();
}

}  // namespace hearsay

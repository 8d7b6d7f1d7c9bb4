// The text is read stretch by stretch: a sentence, or several that a quotation holds together. In each, cues are taken
// from left to right. A verb with a quotation or clause right before its subject governs that; otherwise what stands
// behind it. Quotations no cue has claimed carry on the last speaker. At the end, an attribution whose cue lies inside
// another's content is marked as inner. Known limits: see clauses.cc; pronouns are not resolved here.

#include "core/extract/patterns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/extract/carry_on.h"
#include "core/extract/clauses.h"
#include "core/extract/interview.h"
#include "core/extract/nesting.h"
#include "core/extract/speaker_lines.h"
#include "core/extract/stretches.h"
#include "core/extract/verb_patterns.h"

namespace hearsay {
namespace {

class PatternReader {
 public:
  PatternReader(const MarkedText& text) : text_(text), claimed_(text.quotations().size(), false) {}

  std::vector<Attribution> run() {
    std::size_t cue = 0;
    for (const TokenRange& stretch : stretches_of(text_)) {
      stretch_ = stretch;
      floor_ = stretch.first;
      const Clauses clauses(text_, stretch);
      read_layout();
      take_pending();
      for (; cue < text_.cues().size() && text_.cues()[cue].first < stretch.last; ++cue) {
        const CueWord& word = text_.cues()[cue];
        if (word.first < stretch.first || text_.quotation_at(word.first) != nullptr) continue;
        read_cue(clauses, word);
      }
    }
    return std::move(found_);
  }

 private:
  void read_cue(const Clauses& clauses, const CueWord& cue) {
    if (cue.sense->kind == CueKind::verb) read_verb_cue(clauses, cue);
    if (cue.sense->kind == CueKind::light) read_light_cue(clauses, cue);
    if (cue.sense->kind == CueKind::phrase) read_phrase_cue(clauses, cue);
    if (cue.sense->kind == CueKind::noun) read_noun_cue(clauses, cue);
    if (cue.sense->kind == CueKind::adverb) read_adverb_cue(clauses, cue);
  }

  void read_verb_cue(const Clauses& clauses, const CueWord& cue) {
    auto verb = read_verb(text_, clauses, stretch_, cue);
    if (!verb) return;
    if (verb->shared) verb->subject = shared_subject(clauses, *verb);
    if (verb->passive || cue.sense->raise) {
      if (read_raising(clauses, *verb) || read_passive(clauses, *verb) || verb->passive) return;
    }
    if (!verb->subject || read_as_clause(clauses, verb->subject->first, *verb, *verb->subject, cue.last)) return;
    std::optional<Governed> governed;
    if (!verb->inverted) governed = read_governed(text_, stretch_, *verb);
    const bool directly = governed && stands_directly(cue.last, governed->begin);
    if (cue.sense->quote && !directly && read_fronted_quotation(clauses, *verb)) return;
    if (governed) {
      add_governed(clauses, *verb, *governed);
      return;
    }
    const bool surely_verb = !text_.is(cue.first, kHomograph) || (cue.forms & kPast) != 0;
    if (cue.sense->quote && announces(cue)) {
      pending_ = *verb;
      return;
    }
    const bool reports = cue.sense->quote && cue.sense->clause;
    if (reports && !verb->gerund && surely_verb) read_fronted_clause(clauses, *verb);
  }

  // Whether the words at `begin` are the cue's own, so that a quotation before it is not: "..." she said she was ill.
  [[nodiscard]] bool stands_directly(std::size_t behind, std::size_t begin) const {
    return begin == behind && text_.quotation_at(behind) == nullptr && text_.word(behind) != "when" &&
           text_.word(behind) != "if";
  }

  std::optional<TokenRange> shared_subject(const Clauses& clauses, const VerbPhrase& verb) const {
    if (last_subject_ && verb.first == stretch_.first && last_paragraph_ == paragraph_of(verb.first))
      return last_subject_;
    if (last_subject_ && last_subject_->first >= stretch_.first) return last_subject_;
    return clauses.main_subject();
  }

  // A stretch that begins its paragraph may be a line of a transcript or a signed quotation.
  void read_layout() {
    const Paragraph& paragraph = text_.words().paragraphs[paragraph_of(stretch_.first)];
    const auto& sentences = text_.words().sentences;
    if (sentences[paragraph.first_sentence].first_token != stretch_.first) return;
    const auto line = read_speaker_line(text_, {stretch_.first, sentences[paragraph.last_sentence - 1].last_token});
    if (line) add({line->content}, line->speaker, line->mark, line->transcript ? kTranscript : kLayout, true);
  }

  // "He continued:" with the quotation in the next paragraph.
  [[nodiscard]] bool announces(const CueWord& cue) const {
    constexpr std::size_t kMostBetween = 6;  // tokens between the verb and its colon: "told them on Monday:"
    return text_.word(stretch_.last - 1) == ":" && text_.quotation_at(stretch_.last - 1) == nullptr &&
           stretch_.last - cue.last <= kMostBetween;
  }

  void take_pending() {
    const auto verb = std::exchange(pending_, std::nullopt);
    const Quotation* quotation = text_.quotation_at(stretch_.first);
    if (!verb || quotation == nullptr || quotation->first_token != stretch_.first) return;
    add({{quotation->first_token, quotation->last_token}}, verb->subject, {verb->cue_first, verb->cue->last},
        kAnnounced, true);
  }

  // The first token of cue and subject together.
  static std::size_t front_of(const VerbPhrase& verb) {
    return verb.inverted || verb.shared || !verb.subject ? verb.first : std::min(verb.subject->first, verb.first);
  }

  static std::size_t back_of(const VerbPhrase& verb) { return verb.inverted ? verb.subject->last : verb.cue->last; }

  // "...," he said; "..." said X: the quotation, with the words of its clause before it.
  bool read_fronted_quotation(const Clauses& clauses, const VerbPhrase& verb) {
    std::size_t end = front_of(verb);
    if (end <= stretch_.first) return false;
    if (text_.word(end - 1) == "," && text_.quotation_at(end - 1) == nullptr) --end;
    if (end <= stretch_.first) return false;
    const Quotation* quotation = text_.quotation_at(end - 1);
    if (quotation == nullptr || quotation->last_token != end || is_claimed(*quotation)) return false;
    // The plan is “dead,” he said: words of the same clause before the quotation belong to what was said.
    const std::size_t clause = std::max(clauses.clause_begin(quotation->first_token), floor_);
    const bool opens_before = clause < quotation->first_token && text_.word(clause) != ",";
    std::vector<TokenRange> content = {{opens_before ? clause : quotation->first_token, end}};
    const std::size_t behind = back_of(verb);
    append_continued(clauses, behind, content);
    add(content, verb.subject, {verb.cue_first, verb.cue->last}, kQuotationBefore, true);
    return true;
  }

  // he said, "..."; he said — "...": a second piece of the same statement.
  void append_continued(const Clauses& clauses, std::size_t behind, std::vector<TokenRange>& content) {
    std::size_t at = behind;
    while (at < stretch_.last && at < behind + 8 && text_.quotation_at(at) == nullptr && !text_.is(at, kMark)) ++at;
    if (at >= stretch_.last) return;
    const std::string& mark = text_.word(at);
    if ((mark == "," || mark == ":" || mark == "-" || mark == ";") && at + 1 < stretch_.last &&
        text_.quotation_at(at) == nullptr)
      ++at;
    const Quotation* quotation = text_.quotation_at(at);
    if (quotation == nullptr || quotation->first_token != at || !text_.is(at - 1, kMark)) return;
    content.push_back({at, clauses.clause_end(at)});
  }

  void add_governed(const Clauses& clauses, const VerbPhrase& verb, const Governed& governed) {
    std::size_t end = clauses.clause_end(governed.begin, verb.cue->forms);
    // ", who denies the charge, ...": the relative clause ends with its comma.
    const std::size_t subject = verb.subject->first;
    if (text_.is(subject, kRelative) && subject > stretch_.first && text_.word(subject - 1) == ",")
      end = clauses.comma_behind(governed.begin, end);
    if (end <= governed.begin) return;
    add({{governed.begin, end}}, verb.subject, {verb.cue_first, governed.cue_last}, governed.pattern,
        verb.cue->sense->quote);
  }

  // The plan will fail, he said. The plan, he said, will fail.
  void read_fronted_clause(const Clauses& clauses, const VerbPhrase& verb) {
    const std::size_t front = front_of(verb);
    if (front <= stretch_.first || text_.word(front - 1) != ",") return;
    const std::size_t begin = std::max(clauses.clause_begin(front - 1), floor_);
    if (begin + 1 > front) return;
    std::vector<TokenRange> content;
    if (begin + 1 < front) content.push_back({begin, front - 1});
    const std::size_t behind = circumstance_end(back_of(verb));
    if (behind + 1 < stretch_.last && text_.word(behind) == ",") {
      const std::size_t end = clauses.clause_end(behind + 1);
      if (end > behind + 1 && !text_.is(behind + 1, kBreak) && !is_gerund(behind + 1))
        content.push_back({behind + 1, end});
    }
    add(content, verb.subject, {verb.cue_first, verb.cue->last}, kClauseBefore, true);
  }

  // Behind "Lee said in a speech on Monday": where the words that only say when, where and how end.
  [[nodiscard]] std::size_t circumstance_end(std::size_t at) const {
    constexpr std::size_t kLongest = 12;
    if (at >= stretch_.last || !text_.is(at, kPreposition | kTime | kAdverb)) return at;
    std::size_t end = at;
    while (end < stretch_.last && end < at + kLongest && !text_.is(end, kMark)) ++end;
    return end;
  }

  [[nodiscard]] bool is_gerund(std::size_t at) const {
    const CueWord* verb = text_.verb_at(at);
    return verb != nullptr && verb->forms == kGerund;
  }

  // Whether "of", "about" ... stands there, and no time behind it.
  [[nodiscard]] bool opens_topic(std::size_t at) const {
    static constexpr std::array<std::string_view, 6> kAbout = {"of",        "about",      "on",
                                                               "regarding", "concerning", "against"};
    if (at + 1 >= stretch_.last || text_.is(at + 1, kTime | kMark)) return false;
    return std::find(kAbout.begin(), kAbout.end(), text_.word(at)) != kAbout.end();
  }

  // Behind the addressee that begins at `at`, if one does: "to the council (about)".
  [[nodiscard]] std::size_t behind_addressee(std::size_t at) const {
    constexpr std::size_t kLongest = 6;
    if (at >= stretch_.last || text_.word(at) != "to") return at;
    std::size_t end = at + 1;
    while (end < stretch_.last && end < at + kLongest && !text_.is(end, kMark | kPreposition)) ++end;
    return end;
  }

  // "put the number of dead at about 40"
  void read_figure_at(const Clauses& clauses, const CueWord& cue) {
    constexpr std::size_t kMostBetween = 8;  // words before "at"
    constexpr std::size_t kFigureReach = 4;  // words from "at" to the figure: "at more than $40 million"
    std::size_t at = cue.last;
    while (at < stretch_.last && at < cue.last + kMostBetween && text_.word(at) != "at" && !text_.is(at, kMark)) ++at;
    if (at == cue.last || at >= stretch_.last || text_.word(at) != "at") return;
    std::size_t figure = at + 1;
    while (figure < stretch_.last && figure <= at + kFigureReach && !text_.is(figure, kNumber)) ++figure;
    if (figure >= stretch_.last || !text_.is(figure, kNumber)) return;
    auto verb = read_verb(text_, clauses, stretch_, cue);
    if (!verb || verb->passive) return;
    if (verb->shared) verb->subject = shared_subject(clauses, *verb);
    if (!verb->subject) return;
    add({{cue.last, clauses.clause_end(cue.last, cue.forms)}}, verb->subject, {verb->cue_first, cue.last}, kFigureAt);
  }

  // "gave a detailed account of ...", "issued warnings about ...": a verb that says little, and a noun of speech.
  void read_light_cue(const Clauses& clauses, const CueWord& cue) {
    if (cue.sense->figure) return read_figure_at(clauses, cue);
    constexpr std::size_t kMostBetween = 4;  // words before the noun
    std::size_t at = cue.last;
    const CueWord* noun = nullptr;
    for (; at + 1 < stretch_.last && at <= cue.last + kMostBetween && noun == nullptr; ++at) {
      if (text_.is(at, kMark | kPreposition | kSubject) || text_.word(at) == "no") return;
      noun = text_.cue_at(at, CueKind::noun);
      if (noun != nullptr && (noun->last >= stretch_.last || !text_.is(noun->last, kPreposition))) noun = nullptr;
    }
    if (noun == nullptr || !noun->sense->topic) return;
    const std::size_t about = behind_addressee(noun->last);
    if (!opens_topic(about)) return;
    auto verb = read_verb(text_, clauses, stretch_, cue);
    if (!verb || verb->passive || text_.word(verb->first) == "could" || text_.word(verb->first) == "might") return;
    if (verb->shared) verb->subject = shared_subject(clauses, *verb);
    if (!verb->subject) return;
    add({{about + 1, clauses.clause_end(about + 1, cue.forms)}}, verb->subject, {verb->cue_first, about + 1},
        kNounTopic);
  }

  // "X seems to ...", "X is believed to ...", "it is said that ...": nobody holds it.
  bool read_raising(const Clauses& clauses, const VerbPhrase& verb) {
    const std::size_t at = verb.cue->last;
    if (at >= stretch_.last || !verb.subject) return false;
    const CueSense& sense = *verb.cue->sense;
    const bool only_raises = !sense.clause && !sense.object && !sense.infinitive;
    const bool to = text_.word(at) == "to" && sense.raise && (verb.passive || only_raises);
    const bool that = text_.word(at) == "that" && verb.passive && verb.cue->sense->clause;
    if (!to && !that) return false;
    if (!verb.passive && !to) return false;
    const std::size_t end = clauses.clause_end(at);
    std::vector<TokenRange> content;
    if (to && text_.word(verb.subject->first) != "it") content.push_back(*verb.subject);
    content.push_back({at, end});
    add(content, std::nullopt, {verb.cue_first, at}, kRaising);
    return true;
  }

  // "his claim that ...", "the ministry's plan to ...", "criticism of ... by X"
  void read_noun_cue(const Clauses& clauses, const CueWord& cue) {
    const std::size_t at = cue.last;
    if (at >= stretch_.last) return;
    const CueSense& sense = *cue.sense;
    const bool governs = (sense.clause && text_.word(at) == "that") || (sense.infinitive && text_.word(at) == "to");
    if (!governs) return;
    const auto holder = clauses.possessor_before(cue.first);
    if (!holder) return;
    add({{at, clauses.clause_end(at)}}, holder, {cue.first, cue.last}, kNounClause);
  }

  // "The bridge fell, as Lee noted, in the night." "As reported by the Gazette, the bridge fell."
  bool read_as_clause(const Clauses& clauses, std::size_t first, const VerbPhrase& verb, TokenRange source,
                      std::size_t behind) {
    if (first <= stretch_.first || text_.word(first - 1) != "as" || !verb.cue->sense->clause) return false;
    const std::size_t as = first - 1;
    behind = circumstance_end(behind);
    const bool at_end = behind >= stretch_.last || text_.word(behind) == ".";
    if (!at_end && text_.word(behind) != ",") return false;
    std::vector<TokenRange> content;
    if (as > floor_ + 1 && text_.word(as - 1) == ",")
      content.push_back({std::max(clauses.clause_begin(as - 1), floor_), as - 1});
    if (!at_end && (as <= stretch_.first + 1 || !content.empty()) && !text_.is(behind + 1, kBreak))
      content.push_back({behind + 1, clauses.clause_end(behind + 1)});
    if (content.empty()) return false;
    add(content, source, {verb.cue_first, verb.cue->last}, kAsClause, true);
    return true;
  }

  // "The bridge reportedly fell": the clause around the adverb; nobody is named.
  void read_adverb_cue(const Clauses& clauses, const CueWord& cue) {
    const std::size_t begin = std::max(clauses.clause_begin(cue.first), floor_);
    const std::size_t end = clauses.clause_end(cue.last);
    for (std::size_t at = begin; at < std::min(end, cue.last + 3); ++at)
      if (text_.quotation_at(at) != nullptr || text_.verb_at(at) != nullptr) return;  // a verb attributes here
    if (begin >= cue.first || end <= cue.last || text_.is(cue.last, kMark)) return;
    add({{begin, cue.first}, {cue.last, end}}, std::nullopt, {cue.first, cue.last}, kHearsayAdverb);
  }

  // "was asked whether ...", "Asked about ...": who asked is not told, or told behind "by".
  bool read_passive(const Clauses& clauses, const VerbPhrase& verb) {
    if (!verb.passive) return false;
    std::size_t at = verb.cue->last;
    std::optional<TokenRange> holder;
    if (at < stretch_.last && text_.word(at) == "by") {
      holder = clauses.inverted_subject(at + 1, true);
      if (!holder) return false;
      at = holder->last;
      if (read_as_clause(clauses, verb.cue_first, verb, *holder, at)) return true;
    }
    if (holder && verb.cue->sense->object && verb.subject) {
      add({*verb.subject}, holder, {verb.cue_first, verb.cue->last + 1}, kPassiveHolder);
      return true;
    }
    const auto governed = read_governed(text_, stretch_, verb);
    if (!governed || verb.cue->sense->act != Act::speech) return false;
    add({{governed->begin, clauses.clause_end(governed->begin)}}, holder, {verb.cue_first, governed->cue_last},
        governed->pattern);
    return true;
  }

  // According to X, ...; ..., according to X.
  void read_phrase_cue(const Clauses& clauses, const CueWord& cue) {
    const auto source = clauses.phrase_behind(cue.last);
    if (!source) return;
    const std::size_t behind = source->last;
    if (cue.first > floor_ + 1) {
      std::size_t end = cue.first;
      if (text_.quotation_at(end - 1) == nullptr && text_.word(end - 1) == ",") --end;
      const std::size_t begin = std::max(clauses.clause_begin(end), floor_);
      const bool goes_on = behind + 1 < stretch_.last && text_.word(behind) == "," && !text_.is(behind + 1, kBreak);
      if (begin + 1 < end && !(goes_on && clauses.is_circumstance({begin, end}))) {
        std::vector<TokenRange> content = {{begin, end}};
        const bool medial = goes_on && text_.word(cue.first - 1) == "," && !is_gerund(behind + 1) &&
                            !text_.is(behind + 1, kConjunction);
        if (medial) content.push_back({behind + 1, clauses.clause_end(behind + 1)});
        add(content, source, {cue.first, cue.last}, kClausePhrase);
        return;
      }
    }
    if (behind + 1 >= stretch_.last || text_.word(behind) != ",") return;
    add({{behind + 1, clauses.clause_end(behind + 1)}}, source, {cue.first, cue.last}, kPhraseClause);
  }

  [[nodiscard]] std::size_t index_of(const Quotation& quotation) const {
    return static_cast<std::size_t>(&quotation - text_.quotations().data());
  }
  [[nodiscard]] bool is_claimed(const Quotation& quotation) const { return claimed_[index_of(quotation)]; }

  void claim(TokenRange tokens) {
    for (std::size_t at = tokens.first; at < tokens.last; ++at) {
      if (const Quotation* quotation = text_.quotation_at(at)) {
        claimed_[index_of(*quotation)] = true;
        at = quotation->last_token - 1;
      }
    }
  }

  void add(const std::vector<TokenRange>& content, const std::optional<TokenRange>& source, TokenRange cue,
           const Pattern& pattern, bool utters = false) {
    Attribution made;
    for (const TokenRange& tokens : content) {
      if (tokens.last <= tokens.first) continue;
      made.content.push_back(text_.span_of(tokens));
      claim(tokens);
      floor_ = std::max(floor_, tokens.last);
    }
    if (made.content.empty()) return;
    if (source) {
      made.source = text_.span_of(*source);
      last_subject_ = source;
      floor_ = std::max(floor_, source->last);
    }
    floor_ = std::max(floor_, cue.last);
    made.cue = text_.span_of(cue);
    made.confidence = pattern.confidence;
    made.why = std::string(pattern.name) + ": '" + text_.words().folded[cue.last - 1] + "'";
    if (utters) {
      last_paragraph_ = paragraph_of(stretch_.first);
    }
    found_.push_back(std::move(made));
  }

  [[nodiscard]] std::size_t paragraph_of(std::size_t token) const {
    const auto& sentences = text_.words().sentences;
    const auto it = std::upper_bound(sentences.begin(), sentences.end(), token,
                                     [](std::size_t at, const Sentence& s) { return at < s.first_token; });
    return it == sentences.begin() ? 0 : std::prev(it)->paragraph;
  }

  const MarkedText& text_;
  std::vector<Attribution> found_;
  std::vector<bool> claimed_;  // per quotation: content of an attribution
  TokenRange stretch_;
  std::size_t floor_ = 0;           // content before a cue does not reach back over this token
  std::size_t last_paragraph_ = 0;  // where that was
  std::optional<TokenRange> last_subject_;
  std::optional<VerbPhrase> pending_;  // announces a quotation that has not come yet
};

}  // namespace

Patterns::Patterns(const Lexicon& lexicon) : classes_(lexicon), cues_(lexicon) {}

std::vector<Attribution> Patterns::find(const Words& words, const std::vector<Quotation>& quotations) const {
  const MarkedText text(words, quotations, classes_, cues_);
  std::vector<Attribution> found = PatternReader(text).run();
  settle_interview(words, found);
  mark_inner(found);
  carry_on(words, quotations, found);
  return found;
}

}  // namespace hearsay

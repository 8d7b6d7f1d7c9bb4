// Two passes. The first collects evidence: which words the text writes with a capital inside a sentence and which
// without one. The second takes runs of capitalised words apart from left to right: well-known names, bodies (by their
// head noun: "Committee for ...", "... Group"), titles, and what is left: a person, a place or an unknown word.
// Single words are persons where they belong to a longer name of the text. Known limits: a person whose only mention is
// one word without a title stays unknown; a body without a known head noun is taken for a person.

#include "core/extract/names.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/extract/body_names.h"
#include "core/extract/roles.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxRun = 16;  // words; a longer run of capitals is shouting

using Texts = std::unordered_set<std::string_view>;

struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Pass {
 public:
  Pass(const Words& words, const NameWords& lexicon)
      : words_(words),
        lexicon_(lexicon),
        traits_(lexicon.traits_of(words)),
        capitalised_(words.tokens.size()),
        noted_(traits_.size()) {
    for (std::size_t i = 0; i < capitalised_.size(); ++i) capitalised_[i] = is_capitalised(words, i);
  }

  std::vector<WrittenName> run() {
    for (std::size_t s = 0; s < words_.sentences.size(); ++s) note_capitals(words_.sentences[s]);
    std::vector<std::size_t> headlines;
    for (std::size_t s = 0; s < words_.sentences.size(); ++s) {
      sentence_ = s;
      if (is_title_case(words_.sentences[s]))
        headlines.push_back(s);
      else
        read_sentence(words_.sentences[s]);
    }
    note_persons();
    for (const std::size_t s : headlines) {
      sentence_ = s;
      read_headline(words_.sentences[s]);
    }
    settle_single_words();
    std::sort(names_.begin(), names_.end(), [](const WrittenName& a, const WrittenName& b) { return a.span < b.span; });
    settle_bodies(words_, lexicon_, names_);
    for (WrittenName& name : names_) find_role(words_, lexicon_, name);
    return std::move(names_);
  }

 private:
  // Whether a word stands in lower_ and upper_ already.
  struct Noted {
    bool lower = false;
    bool upper = false;
  };

  [[nodiscard]] std::string_view folded(std::size_t i) const { return without_possessive(words_.folded[i]); }
  [[nodiscard]] bool is(std::size_t i, Trait trait) const { return traits_[words_.numbers[i]].has(trait); }
  [[nodiscard]] bool capital(std::size_t i) const { return capitalised_[i] && words_.folded[i] != "i"; }
  [[nodiscard]] bool is_mark(std::size_t i, std::string_view mark) const { return words_.folded[i] == mark; }
  [[nodiscard]] bool touches(std::size_t i) const {
    return i > 0 && words_.tokens[i - 1].span.end == words_.tokens[i].span.begin;
  }
  // Whether a capital here says nothing: the first word of a sentence or of a quotation, or after a colon or a bullet.
  [[nodiscard]] bool opens(std::size_t i, const Sentence& sentence) const {
    return i == sentence.first_token || words_.tokens[i - 1].kind == TokenKind::mark;
  }
  [[nodiscard]] bool first_of_clause(std::size_t i, const Sentence& sentence) const {
    return i == sentence.first_token || (opens(i, sentence) && !is_mark(i - 1, ",") && !is_mark(i - 1, "("));
  }

  void note_capitals(const Sentence& sentence) {
    if (is_title_case(sentence)) return;
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
      if (words_.tokens[i].kind != TokenKind::word) continue;
      Noted& noted = noted_[words_.numbers[i]];
      if (!capital(i)) {
        if (!std::exchange(noted.lower, true)) lower_.emplace(folded(i));
      } else if (!noted.upper && !first_of_clause(i, sentence)) {
        noted.upper = true;
        upper_.emplace(folded(i));
      }
    }
  }

  // A headline: every word but small ones has a capital (one in eight may lack it). A sentence with its stop must have
  // a capital on each word.
  [[nodiscard]] bool is_title_case(const Sentence& sentence) const {
    std::size_t words = 0;
    std::size_t long_words = 0;
    std::size_t lower = 0;
    std::size_t long_lower = 0;
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
      if (words_.tokens[i].kind != TokenKind::word) continue;
      const bool is_long = words_.tokens[i].span.size() >= 4;
      const bool is_lower = !capitalised_[i];
      ++words;
      long_words += is_long ? 1 : 0;
      lower += is_lower ? 1 : 0;
      long_lower += is_lower && is_long ? 1 : 0;
    }
    const bool stopped = is_mark(sentence.last_token - 1, ".");
    if (stopped || long_words < 3) return words >= 4 && lower == 0;
    return long_lower * 8 <= long_words;
  }

  // The run of capitalised words that begins at `first`, with the small words that names hold.
  [[nodiscard]] Run run_at(std::size_t first, std::size_t end) const {
    bool body = false;
    bool long_body = false;
    std::size_t last = first;
    for (std::size_t i = first; i < end && i < first + kMaxRun;) {
      if (capital(i)) {
        body = body || is(i, Trait::organization_head) || is(i, Trait::outlet_head) || is(i, Trait::office);
        last = ++i;
        if (is_possessive(words_.folded[i - 1]) && !(i < end && capital(i) && joins_possessive(first, i))) break;
        continue;
      }
      const std::size_t next = after_joiner(i, end, body, long_body);
      if (next == i) break;
      if (is_mark(i, "of") || is_mark(i, "for") || is_mark(i, "on")) long_body = true;
      i = next;
    }
    return {first, last};
  }

  // "Children's Hospital", but "Russia's Defence Ministry" is a country and a body.
  [[nodiscard]] bool joins_possessive(std::size_t first, std::size_t next) const {
    return next == first + 1 && is(next, Trait::organization_head) && is(first, Trait::person_noun);
  }

  // The token behind small words at `i` that belong to the name, or `i` itself.
  [[nodiscard]] std::size_t after_joiner(std::size_t i, std::size_t end, bool body, bool long_body) const {
    const auto capital_at = [&](std::size_t at) { return at < end && capital(at) && !is(at, Trait::thing); };
    const std::string& word = words_.folded[i];
    if (word == "." && touches(i) && words_.tokens[i - 1].span.size() == 1 && capital_at(i + 1)) return i + 1;
    if (word == "." && touches(i) && is(i - 1, Trait::title) && capital_at(i + 1)) return i + 1;
    if (word == "'" && touches(i) && words_.folded[i - 1].ends_with('s') && capital_at(i + 1) &&
        is(i + 1, Trait::organization_head))
      return i + 1;
    if (word == "&" && capital_at(i + 1)) return i + 1;
    std::size_t behind = i;
    while (behind < end && behind < i + 3 && !capital(behind) && is(behind, Trait::given_particle)) ++behind;
    if (behind > i && capital_at(behind)) return behind;
    if (!body) return i;
    if (word == "of" || word == "for" || word == "on") {
      if (capital_at(i + 1)) return i + 1;
      if (i + 2 < end && is_mark(i + 1, "the") && capital_at(i + 2)) return i + 2;
    }
    if (long_body && (word == "and" || word == "in") && capital_at(i + 1) && !is(i + 1, Trait::title) &&
        !is(i + 1, Trait::given_name) && (word == "in" || !lexicon_.known_at(words_, i + 1, end)))
      return i + 1;
    return i;
  }

  void read_sentence(const Sentence& sentence) {
    for (std::size_t i = sentence.first_token; i < sentence.last_token;) {
      if (!may_begin(i, sentence)) {
        ++i;
        continue;
      }
      const Run run = run_at(i, sentence.last_token);
      take_apart(run, sentence);
      i = std::max(run.last, i + 1);
    }
  }

  [[nodiscard]] bool may_begin(std::size_t i, const Sentence& sentence) const {
    if (!capital(i)) return false;
    const bool next_capital = i + 1 < sentence.last_token && capital(i + 1);
    if (is(i, Trait::opener) && !is(i, Trait::family_first))
      return upper_.contains(folded(i)) && !first_of_clause(i, sentence);
    if (!first_of_clause(i, sentence)) return true;
    const std::string_view word = folded(i);
    if (upper_.contains(word) || lexicon_.known_at(words_, i, sentence.last_token, true)) return true;
    if (is(i, Trait::given_name) || is(i, Trait::title) || is(i, Trait::office) || is_all_capitals(word)) return true;
    if (lower_.contains(word)) return false;
    return next_capital || i + 1 == sentence.last_token || !is(i, Trait::person_noun);
  }

  void take_apart(Run run, const Sentence& sentence) {
    std::size_t at = opens_with_description(run, sentence) ? run.first + 1 : run.first;
    bool titled = false;
    Gender gender = Gender::unknown;
    while (at < run.last) {
      if (words_.tokens[at].kind == TokenKind::mark || is(at, Trait::joiner)) {
        ++at;
        continue;
      }
      const std::size_t body = body_end(at, run.last);
      if (body > at) {
        add_body(at, body);
        at = body;
        continue;
      }
      if (const auto match = lexicon_.known_at(words_, at, run.last, at == run.first)) {
        if (match->known->form != KnownForm::half || match->last_token == run.last) add_known(at, *match);
        at = match->last_token;
        continue;
      }
      if ((is(at, Trait::title) || is(at, Trait::office) || is(at, Trait::modifier)) &&
          !(is(at, Trait::given_name) && !lower_.contains(folded(at)))) {
        titled = titled || is(at, Trait::title) || is(at, Trait::office);
        if (const Gender told = lexicon_.gender_of(folded(at)); told != Gender::unknown) gender = told;
        ++at;
        continue;
      }
      const std::size_t end = piece_end(at, run.last);
      add_piece(at, end, sentence, titled, gender);
      titled = false;
      gender = Gender::unknown;
      at = end;
    }
  }

  // "Operator Acme Aggregates", "Geologist Dr Ann Lee": the capital of the first word is the sentence's.
  [[nodiscard]] bool opens_with_description(Run run, const Sentence& sentence) const {
    const std::size_t at = run.first;
    if (at + 2 >= run.last || !capital(at + 1) || !first_of_clause(at, sentence)) return false;
    if (is_possessive(words_.folded[at]) || is(at, Trait::given_name) || upper_.contains(folded(at))) return false;
    const bool body = is(at + 1, Trait::organization_head) || is(at + 1, Trait::outlet_head);  // "Police Federation"
    return !body && (is(at, Trait::person_noun) || is(at, Trait::organization_noun) || is(at, Trait::office));
  }

  // The end of a body's name that begins at `at`, or `at`: "Committee for ... Korea" to the run's end, "... Group" to
  // its last head noun.
  [[nodiscard]] std::size_t body_end(std::size_t at, std::size_t end) const {
    std::size_t last = at;
    for (std::size_t i = at; i < end; ++i) {
      if (last == at && is_mark(i, "of")) return last;  // "Dr Ann Lee of the Academy"
      if (i > at && is_possessive(words_.folded[i - 1]) && !joins_possessive(at, i)) return last;
      const bool head = is(i, Trait::organization_head) || is(i, Trait::outlet_head);
      if (!head) {
        if (last > at && (is(i, Trait::title) || is(i, Trait::office))) return last;
        continue;
      }
      if (i + 1 < end && (is_mark(i + 1, "of") || is_mark(i + 1, "for") || is_mark(i + 1, "on"))) return end;
      if (i > at || (is(i, Trait::outlet_head) && i + 1 < end)) last = i + 1;
    }
    if (last > at && last < end && is(at, Trait::outlet_head)) return end;  // "Daily Planet"
    return last;
  }

  [[nodiscard]] std::size_t piece_end(std::size_t at, std::size_t end) const {
    std::size_t i = at + 1;
    while (i < end && !is_mark(i, "of") && !is_mark(i, "for") && !is_mark(i, "on") &&
           !((is(i, Trait::title) || is(i, Trait::office)) && !is(i, Trait::given_name))) {
      if (is_possessive(words_.folded[i - 1])) break;
      ++i;
    }
    while (i > at + 1 && (words_.tokens[i - 1].kind == TokenKind::mark || is(i - 1, Trait::joiner))) --i;
    return i;
  }

  WrittenName named(std::size_t first, std::size_t last, EntityKind kind) const {
    WrittenName name;
    name.span = {words_.tokens[first].span.begin, bare_span(words_, last - 1).end};
    name.first_token = first;
    name.last_token = last;
    name.sentence = sentence_;
    name.kind = kind;
    name.possessive = is_possessive(words_.folded[last - 1]);
    return name;
  }

  void add_body(std::size_t first, std::size_t last) {
    const auto match = lexicon_.known_at(words_, first, last);
    bool outlet = is(last - 1, Trait::outlet_head) || is(first, Trait::outlet_head);
    for (std::size_t i = first; i < last; ++i) outlet = outlet && !is(i, Trait::organization_head);
    WrittenName name = named(first, last, outlet ? EntityKind::outlet : EntityKind::organization);
    if (match && match->last_token == last && match->known->form == KnownForm::name) {
      name.known = match->known->name;
      name.kind = match->known->kind;
    }
    // "The New York Times": an outlet's article is part of its name where it is capitalised inside a sentence
    if (outlet && first > 0 && words_.tokens[first - 1].span.of(words_.text) == "The" &&
        words_.sentences[sentence_].first_token < first - 1)
      name.span.begin = words_.tokens[name.first_token = first - 1].span.begin;
    names_.push_back(std::move(name));
  }

  void add_known(std::size_t first, const NameWords::Match& match) {
    WrittenName name = named(first, match.last_token, match.known->kind);
    name.known = match.known->name;
    name.capital = match.known->form == KnownForm::capital;
    name.demonym = match.known->form == KnownForm::demonym;
    if (match.known->form == KnownForm::half && !halves_.contains(name.known)) return;
    if (match.known->form == KnownForm::name && name.kind == EntityKind::place) halves_.insert(name.known);
    names_.push_back(std::move(name));
  }

  void add_piece(std::size_t first, std::size_t last, const Sentence& sentence, bool titled, Gender gender) {
    if (opens_with_noun(first, last, sentence)) ++first;
    std::size_t size = 0;
    for (std::size_t i = first; i < last; ++i) {
      const bool inner = i > first && i + 1 < last && words_.tokens[i].span.size() == 3;  // "Nguyen Thi Thu Ha"
      if (is(i, Trait::thing) && !inner && !(is(i, Trait::given_name) && last - first > 1)) return;
      if (words_.tokens[i].kind == TokenKind::word) ++size;
    }
    WrittenName name = named(first, last, EntityKind::person);
    name.titled = titled;
    const Gender given = is(first, Trait::given_name) ? lexicon_.gender_of(folded(first)) : Gender::unknown;
    name.gender = gender != Gender::unknown ? gender : given;
    const bool in_place = first > sentence.first_token && after_place_word(first - 1);
    if (is(last - 1, Trait::place_head) && size > 1)
      name.kind = EntityKind::place;
    else if (titled || (size > 1 && is(first, Trait::given_name)))
      name.kind = EntityKind::person;
    else if (in_place && size <= 2 && !is(last - 1, Trait::family_first))
      name.kind = EntityKind::place;
    else if (size == 1 && is_all_capitals(name.span.of(words_.text)))
      name.kind = EntityKind::organization;
    else if (size == 1 || size > 4 || all_seen_lower(first, last))
      name.sure = false;
    names_.push_back(std::move(name));
  }

  // "Divers Ann Lee": the capital of the first word is the sentence's, the name begins behind it.
  [[nodiscard]] bool opens_with_noun(std::size_t first, std::size_t last, const Sentence& sentence) const {
    return first + 2 < last && first_of_clause(first, sentence) && is(first + 1, Trait::given_name) &&
           !is(first, Trait::given_name) && !upper_.contains(folded(first));
  }

  [[nodiscard]] bool after_place_word(std::size_t i) const {
    static const Texts kPlaceWords = {"in",     "at",         "near", "outside", "across",
                                      "around", "throughout", "into", "leaving"};
    return kPlaceWords.contains(words_.folded[i]);
  }

  [[nodiscard]] bool all_seen_lower(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (!lower_.contains(folded(i))) return false;
    }
    return true;
  }

  // The words of every person named with two words or more.
  void note_persons() {
    for (const WrittenName& name : names_) {
      if (name.kind == EntityKind::place || name.demonym) continue;
      if (name.last_token - name.first_token < 2 && !name.titled) continue;
      if (!name.sure) continue;
      if (name.kind == EntityKind::person) {
        for (std::size_t i = name.first_token; i < name.last_token; ++i) {
          if (words_.tokens[i].kind == TokenKind::word && words_.tokens[i].span.size() > 1)
            person_words_.emplace(folded(i));
        }
      }
      full_names_.emplace(fold(name.span.of(words_.text)), name.kind);
    }
  }

  void read_headline(const Sentence& sentence) {
    for (std::size_t i = sentence.first_token; i < sentence.last_token;) {
      if (const std::size_t end = full_name_end(i, sentence.last_token); end > i) {
        names_.push_back(named(i, end, full_names_.at(phrase(i, end))));
        i = end;
      } else if (const auto match = lexicon_.known_at(words_, i, sentence.last_token); match) {
        add_known(i, *match);
        i = match->last_token;
      } else {
        if (capital(i) && person_words_.contains(folded(i))) names_.push_back(named(i, i + 1, EntityKind::person));
        ++i;
      }
    }
  }

  [[nodiscard]] std::string phrase(std::size_t first, std::size_t last) const {
    return fold(Span{words_.tokens[first].span.begin, bare_span(words_, last - 1).end}.of(words_.text));
  }

  [[nodiscard]] std::size_t full_name_end(std::size_t first, std::size_t end) const {
    for (std::size_t last = std::min(end, first + 6); last > first + 1; --last) {
      if (full_names_.contains(phrase(first, last))) return last;
    }
    return first;
  }

  // A single word that belongs to a longer person's name of the text is that person's.
  void settle_single_words() {
    for (WrittenName& name : names_) {
      if (name.sure || name.last_token - name.first_token != 1) continue;
      if (person_words_.contains(folded(name.first_token))) name.sure = true;
    }
    for (WrittenName& name : names_) {
      const bool single = name.last_token - name.first_token == 1;
      if (single && name.kind == EntityKind::place && name.known.empty() &&
          person_words_.contains(folded(name.first_token)))
        name.kind = EntityKind::person;
    }
  }

  const Words& words_;
  const NameWords& lexicon_;
  std::vector<Traits> traits_;  // by word
  std::vector<bool> capitalised_;
  std::vector<Noted> noted_;  // by word
  std::size_t sentence_ = 0;
  Texts upper_;  // words in it view `words_`
  Texts lower_;
  Texts person_words_;
  std::unordered_set<std::string> halves_;
  std::unordered_map<std::string, EntityKind> full_names_;
  std::vector<WrittenName> names_;
};

}  // namespace

std::vector<WrittenName> NameFinder::find(const Words& words) const { return Pass(words, name_words_).run(); }

}  // namespace hearsay

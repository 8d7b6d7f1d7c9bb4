// A source is read from its left: the words up to the first preposition, comma or relative are its core, and the core's
// last word is its head. A name there speaks itself; a document ("report", "testimony") passes the word to its owner;
// an office waits for the name behind its comma; any other noun is a description. Known limit: "and" inside one
// description ("a husband and father of two") is read as two people unless both parts lack an article.

#include "core/extract/mentions.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/extract/interview.h"
#include "core/extract/token_range.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kOuterReach = 32;  // attributions between "I said" and the statement it stands in

using Texts = std::unordered_set<std::string_view>;

class Pass {
 public:
  Pass(const Words& words, const std::vector<WrittenName>& names, const NameWords& lexicon)
      : words_(words),
        names_(names),
        lexicon_(lexicon),
        traits_(lexicon.traits_of(words)),
        name_reference_(names.size()) {}

  Mentions run(const std::vector<Attribution>& attributions) {
    for (std::size_t n = 0; n < names_.size(); ++n) {
      if (names_[n].sure && !names_[n].demonym) name_reference(n);
    }
    for (const Attribution& attribution : attributions) {
      mentions_.speakers.push_back(attribution.source ? speaker(*attribution.source) : std::nullopt);
    }
    for (std::size_t i = 0; i < attributions.size(); ++i) find_quoted_speaker(attributions, i);
    mark_first_of_sentence();
    return std::move(mentions_);
  }

 private:
  [[nodiscard]] std::string_view folded(std::size_t i) const { return without_possessive(words_.folded[i]); }
  [[nodiscard]] bool is(std::size_t i, Trait trait) const { return traits_[words_.numbers[i]].has(trait); }
  [[nodiscard]] bool is_word(std::size_t i) const { return words_.tokens[i].kind != TokenKind::mark; }

  // "I" and "we" inside a statement are whoever makes it.
  void find_quoted_speaker(const std::vector<Attribution>& attributions, std::size_t i) {
    if (!mentions_.speakers[i] || !speaks_for_itself(*mentions_.speakers[i])) return;
    Reference& reference = mentions_.references[*mentions_.speakers[i]];
    const std::size_t last = std::min(attributions.size(), i + kOuterReach);
    for (std::size_t k = i - std::min(i, kOuterReach); k < last; ++k) {
      const std::vector<Span>& content = attributions[k].content;
      const bool holds =
          std::any_of(content.begin(), content.end(), [&](Span s) { return s.contains(reference.span); });
      if (k == i || !holds || !mentions_.speakers[k] || speaks_for_itself(*mentions_.speakers[k])) continue;
      reference.spoken_by = mentions_.speakers[k];
      return;
    }
  }

  [[nodiscard]] bool speaks_for_itself(std::size_t i) const {
    static const Texts kFirstPerson = {"i", "we", "me", "us", "my", "our", "i'm", "we're", "i've", "we've"};
    const Reference& reference = mentions_.references[i];
    return reference.form == MentionForm::pronoun && kFirstPerson.contains(fold(reference.span.of(words_.text)));
  }

  // --- references

  std::size_t add(Reference reference) {
    const auto known = by_span_.find(reference.span);
    if (known != by_span_.end()) return known->second;
    by_span_.emplace(reference.span, mentions_.references.size());
    mentions_.references.push_back(std::move(reference));
    return mentions_.references.size() - 1;
  }

  std::size_t name_reference(std::size_t n) {
    if (name_reference_[n]) return *name_reference_[n];
    const WrittenName& name = names_[n];
    Reference reference;
    reference.span = name.span;
    reference.sentence = name.sentence;
    reference.kind = name.sure ? name.kind : EntityKind::organization;
    reference.known = name.capital ? std::string() : name.known;
    reference.gender = name.gender;
    reference.role = name.role;
    reference.possessive = name.possessive;
    reference.attested = attests_person(name);
    name_reference_[n] = add(std::move(reference));
    return *name_reference_[n];
  }

  // What "Acme Brightwater" has not: a title, a role, a known given name or family name.
  [[nodiscard]] bool attests_person(const WrittenName& name) const {
    return name.titled || !name.role.empty() || name.gender != Gender::unknown ||
           is(name.first_token, Trait::given_name) || is(name.first_token, Trait::family_first);
  }

  // A place that speaks is its government: "Beijing denies".
  std::size_t speaking_name(std::size_t n) {
    const std::size_t at = name_reference(n);
    Reference& reference = mentions_.references[at];
    reference.speaks = true;
    if (reference.kind == EntityKind::place) {
      reference.kind = EntityKind::government;
      if (!names_[n].known.empty()) reference.known = names_[n].known;
    }
    return at;
  }

  // --- sources

  std::optional<std::size_t> speaker(Span source) {
    TokenRange range = tokens_in(words_, source);
    while (!range.empty() && !is_word(range.first)) ++range.first;
    while (!range.empty() && !is_word(range.last - 1)) --range.last;
    if (range.empty()) return std::nullopt;
    if (marks_answer(source.of(words_.text))) return interviewee(range);
    if (marks_question(source.of(words_.text))) return description(range, range);
    std::vector<std::size_t> members;
    for (const TokenRange part : conjuncts(range)) {
      const std::optional<std::size_t> member = head_of(part);
      if (member && std::find(members.begin(), members.end(), *member) == members.end()) members.push_back(*member);
    }
    if (members.empty()) return std::nullopt;
    return members.size() == 1 ? members.front() : joint(members);
  }

  // The "A" of an interview.
  std::size_t interviewee(TokenRange letter) {
    if (!named_most_) named_most_ = named_most();
    Reference reference;
    reference.span = words_.tokens[letter.first].span;
    reference.sentence = sentence_of(words_, letter.first);
    reference.form = MentionForm::pronoun;
    reference.speaks = true;
    if (*named_most_ < names_.size()) reference.spoken_by = name_reference(*named_most_);
    return add(std::move(reference));
  }

  // The person the text names in full most often, the first of several; names_.size() where it names none.
  [[nodiscard]] std::size_t named_most() const {
    std::map<std::string_view, std::size_t> counts;
    const auto is_full = [](const WrittenName& name) {
      return name.sure && name.kind == EntityKind::person && name.last_token > name.first_token + 1;
    };
    for (const WrittenName& name : names_) counts[name.span.of(words_.text)] += is_full(name) ? 1 : 0;
    std::size_t most = names_.size();
    std::size_t best = 0;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const std::size_t count = counts.at(names_[n].span.of(words_.text));
      if (count <= best) continue;
      best = count;
      most = n;
    }
    return most;
  }

  std::size_t joint(const std::vector<std::size_t>& members) {
    Reference reference;
    reference.span = mentions_.references[members.front()].span;
    for (const std::size_t member : members) {
      const Span span = mentions_.references[member].span;
      reference.span = {std::min(reference.span.begin, span.begin), std::max(reference.span.end, span.end)};
    }
    const Reference& first = mentions_.references[members.front()];
    reference.sentence = first.sentence;
    reference.kind = first.kind;
    reference.role = first.role;
    reference.members = members;
    reference.plural = true;
    reference.speaks = true;
    return add(std::move(reference));
  }

  // The parts of a source that "and" or commas join; one part where it names a single voice.
  [[nodiscard]] std::vector<TokenRange> conjuncts(TokenRange range) const {
    std::vector<TokenRange> parts;
    std::size_t first = range.first;
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (words_.folded[i] != "and" && words_.folded[i] != "&") continue;
      if (inside_name(i) || i == first || i + 1 >= range.last || !joins(first, i, range)) continue;
      if (after_preposition(range.first, i)) continue;
      parts.push_back({first, i});
      first = i + 1;
    }
    parts.push_back({first, range.last});
    return parts;
  }

  [[nodiscard]] bool inside_name(std::size_t token) const {
    const WrittenName* name = name_at(token);
    return name != nullptr && name->last_token > token + 1;
  }

  // Both sides are names, or descriptions of people or bodies.
  [[nodiscard]] bool joins(std::size_t first, std::size_t conjunction, TokenRange range) const {
    const std::size_t left = core_end({first, conjunction});
    const std::size_t right = core_end({conjunction + 1, range.last});
    if (left == first || right == conjunction + 1) return false;
    const auto speaks = [&](std::size_t token) { return name_at(token) != nullptr || is_speaking_noun(token); };
    if (!speaks(left - 1) || !speaks(right - 1)) return false;
    // "the writer and activist Ann Lee" is one voice
    const bool left_named = name_at(left - 1) != nullptr;
    const bool right_named = name_at(right - 1) != nullptr;
    return left_named || !right_named || is(left - 1, Trait::plural);
  }

  [[nodiscard]] bool after_preposition(std::size_t first, std::size_t token) const {
    for (std::size_t i = first; i < token; ++i) {
      if (words_.folded[i] == "and") continue;
      if (ends_core(i, first) && is_word(i) && !inside_name(i)) return true;
    }
    return false;
  }

  // Whether token `i` of a phrase that began at `first` opens what hangs on its core.
  [[nodiscard]] bool ends_core(std::size_t i, std::size_t first) const {
    static const Texts kEnders = {
        "of",    "in",    "from",  "at",    "for",    "with",    "on",      "by",     "near",     "who",      "that",
        "which", "whose", "to",    "under", "inside", "outside", "about",   "over",   "into",     "as",       "than",
        "when",  "where", "while", "after", "before", "during",  "behind",  "close",  "familiar", "is",       "was",
        "are",   "were",  "has",   "have",  "had",    "via",     "through", "within", "based",    "speaking", "led"};
    if (!is_word(i)) return words_.folded[i] != "." && words_.folded[i] != "'" && words_.folded[i] != "\"";
    if (i == first) return false;
    if (kEnders.contains(words_.folded[i])) return true;
    const std::string& word = words_.folded[i];
    const bool participle =
        !is_capitalised(words_, i) && (word.ends_with("ed") || word.ends_with("ing")) && word.size() > 4;
    return participle &&
           (is(i - 1, Trait::person_noun) || is(i - 1, Trait::government_noun) || is(i - 1, Trait::organization_noun));
  }

  [[nodiscard]] std::size_t core_end(TokenRange range) const {
    for (std::size_t i = range.first; i < range.last; ++i) {
      const WrittenName* name = name_at(i);
      if (name != nullptr && name->first_token == i) {
        i = std::min(name->last_token, range.last) - 1;
        continue;
      }
      if (ends_core(i, range.first)) return i;
    }
    return range.last;
  }

  [[nodiscard]] const WrittenName* name_at(std::size_t token) const {
    const auto at =
        std::partition_point(names_.begin(), names_.end(), [&](const WrittenName& n) { return n.last_token <= token; });
    return at != names_.end() && at->first_token <= token ? &*at : nullptr;
  }

  [[nodiscard]] std::size_t index_of(const WrittenName* name) const {
    return static_cast<std::size_t>(name - names_.data());
  }

  // --- heads

  std::optional<std::size_t> head_of(TokenRange range) {
    while (!range.empty() && !is_word(range.first)) ++range.first;
    if (range.empty()) return std::nullopt;
    TokenRange core{range.first, core_end(range)};
    while (core.last > core.first + 1 && is_adverb(core.last - 1)) --core.last;  // "Ruritania meanwhile"
    if (core.empty()) return std::nullopt;
    if (core.last - core.first == 1 && is(core.first, Trait::pronoun)) return pronoun(core.first);
    const std::size_t head = core.last - 1;
    const WrittenName* name = name_at(head);
    const bool plain = name != nullptr && !name->possessive && !(name->demonym && is(head, Trait::plural));
    if (plain && !name->demonym && !is_opening_noun(*name)) return speaking_name(index_of(name));
    if (name == nullptr && is(head, Trait::document_noun)) {
      if (const WrittenName* owner = owner_of(range, core)) return speaking_name(index_of(owner));
      for (std::size_t i = head; i > core.first; --i)  // "the inquiry's report": the inquiry
        if (is_possessive(words_.folded[i - 1]) && is_speaking_noun(i - 1)) return description(range, {core.first, i});
    }
    if (const WrittenName* named = named_in_role(range, head)) return speaking_name(index_of(named));
    if (const WrittenName* named = named_behind_comma(range, core)) return speaking_name(index_of(named));
    return description(range, core);
  }

  // A headline's "Company says": the capital is the sentence's.
  [[nodiscard]] bool is_opening_noun(const WrittenName& name) const {
    return !name.sure && name.last_token - name.first_token == 1 && is_speaking_noun(name.first_token) &&
           words_.sentences[name.sentence].first_token == name.first_token;
  }

  [[nodiscard]] bool is_speaking_noun(std::size_t token) const {
    return is(token, Trait::person_noun) || is(token, Trait::organization_noun) || is(token, Trait::government_noun) ||
           is(token, Trait::outlet_noun);
  }

  [[nodiscard]] bool is_adverb(std::size_t token) const {
    return is(token, Trait::opener) && !is(token, Trait::person_noun) && !is(token, Trait::government_noun) &&
           !is(token, Trait::document_noun) && name_at(token) == nullptr;
  }

  std::size_t pronoun(std::size_t token) {
    Reference reference;
    reference.span = bare_span(words_, token);
    reference.sentence = sentence_of(words_, token);
    reference.form = MentionForm::pronoun;
    reference.gender = lexicon_.gender_of(folded(token));
    reference.plural = is(token, Trait::plural);
    reference.kind = reference.gender == Gender::neuter ? EntityKind::organization : EntityKind::person;
    static const Texts kRelatives = {"who", "which", "that"};
    reference.relative = kRelatives.contains(words_.folded[token]);
    reference.speaks = true;
    return add(std::move(reference));
  }

  // "Lee's testimony", "a UN report", "a report by the Trust".
  [[nodiscard]] const WrittenName* owner_of(TokenRange range, TokenRange core) const {
    const WrittenName* owner = nullptr;
    for (std::size_t i = core.first; i + 1 < core.last; ++i) {
      const WrittenName* name = name_at(i);
      if (name != nullptr && !name->demonym) owner = name;
    }
    if (owner != nullptr || core.last >= range.last) return owner;
    static const Texts kOf = {"by", "from", "of"};
    if (!kOf.contains(words_.folded[core.last])) return nullptr;
    for (std::size_t i = core.last + 1; i < std::min(range.last, core.last + 5); ++i) {
      const WrittenName* name = name_at(i);
      if (name != nullptr && !name->demonym) return name;
    }
    return nullptr;
  }

  // "Supreme Leader of Ruritania Ann Lee": the head belongs to the role of a name behind it.
  [[nodiscard]] const WrittenName* named_in_role(TokenRange range, std::size_t head) const {
    for (std::size_t i = head + 1; i < range.last; ++i) {
      const WrittenName* name = name_at(i);
      if (name != nullptr && name->role_span.contains(words_.tokens[head].span.begin)) return name;
    }
    return nullptr;
  }

  // "The director of the Trust, Ann Lee"; "The owner, Acme Lines"
  [[nodiscard]] const WrittenName* named_behind_comma(TokenRange range, TokenRange core) const {
    const std::size_t head = core.last - 1;
    const bool human = is(head, Trait::office) || is(head, Trait::person_noun);
    // "The administrator, Ann Lee, said": whatever an administrator is
    const bool comma = core.last + 1 < words_.tokens.size() && words_.folded[core.last] == ",";
    const WrittenName* beside = comma ? name_at(core.last + 1) : nullptr;
    if (beside != nullptr && beside->kind == EntityKind::person && beside->first_token == core.last + 1) return beside;
    if (!human && !is_speaking_noun(head)) return nullptr;
    for (std::size_t i = core.last; i + 1 < range.last; ++i) {
      if (words_.folded[i] != ",") continue;
      const WrittenName* name = name_at(i + 1);
      if (name == nullptr || name->demonym || name->first_token != i + 1) continue;
      const bool body = name->kind != EntityKind::place && (!human || i == core.last);  // "The owners, Acme Lines"
      if (name->kind == EntityKind::person || body) return name;
    }
    return nullptr;
  }

  std::size_t description(TokenRange range, TokenRange core) {
    Reference reference;
    reference.span = described_span(range, core);
    reference.sentence = sentence_of(words_, core.first);
    reference.form = MentionForm::description;
    const std::size_t head = core.last - 1;
    reference.head = singular(folded(head));
    reference.plural = is(head, Trait::plural) || counts_several(core.first) || plural_demonym(head);
    reference.gender = lexicon_.gender_of(folded(head));
    reference.kind = kind_of(head, core.first);
    reference.aged = has_age(core.last, range.last);
    read_article(range, core, reference);
    read_country(core, reference);
    reference.speaks = true;
    return add(std::move(reference));
  }

  // The description with what hangs on it by a preposition or participle, up to its first comma or relative.
  [[nodiscard]] Span described_span(TokenRange range, TokenRange core) const {
    std::size_t last = core.last;
    while (last < range.last && is_word(last) && words_.folded[last] != "who" && words_.folded[last] != "which" &&
           words_.folded[last] != "that")
      ++last;
    std::size_t first = core.first;
    return {words_.tokens[first].span.begin, bare_span(words_, last - 1).end};
  }

  [[nodiscard]] bool counts_several(std::size_t token) const {
    static const Texts kSeveral = {"two",  "three", "four", "five", "several", "many",
                                   "some", "both",  "most", "few",  "other",   "others"};
    return kSeveral.contains(words_.folded[token]);
  }

  [[nodiscard]] bool plural_demonym(std::size_t head) const {
    const WrittenName* name = name_at(head);
    return name != nullptr && name->demonym && folded(head).ends_with('s');
  }

  [[nodiscard]] EntityKind kind_of(std::size_t head, std::size_t first) const {
    const auto is_here = [&](Trait trait) { return is(head, trait) || is_compound(head, first, trait); };
    if (is_here(Trait::government_noun)) return EntityKind::government;
    if (is_here(Trait::organization_noun)) return EntityKind::organization;
    if (is(head, Trait::person_noun) || is(head, Trait::office)) return EntityKind::anonymous;
    if (is(head, Trait::outlet_noun)) return EntityKind::outlet;
    return EntityKind::anonymous;
  }

  // "coast guard", "think tank": two words of the table.
  [[nodiscard]] bool is_compound(std::size_t head, std::size_t first, Trait trait) const {
    return head > first && lexicon_.is(words_.folded[head - 1] + " " + std::string(folded(head)), trait);
  }

  // "the captain, 46," or "the captain of the ship, 46,"
  [[nodiscard]] bool has_age(std::size_t at, std::size_t end) const {
    const Sentence& sentence = words_.sentences[sentence_of(words_, end - 1)];
    while (at < end && is_word(at)) ++at;
    if (at + 2 >= sentence.last_token || words_.folded[at] != "," || words_.folded[at + 2] != ",") return false;
    return words_.tokens[at + 1].kind == TokenKind::number && words_.tokens[at + 1].span.size() == 2;
  }

  void read_article(TokenRange range, TokenRange core, Reference& reference) const {
    static const Texts kFresh = {"a",    "an",  "another", "one",  "other", "some", "several",
                                 "many", "two", "three",   "four", "five",  "an"};
    static const Texts kDefinite = {"the", "this", "that", "these", "those", "both", "his", "her", "its", "their"};
    const std::string& word = words_.folded[core.first];
    const WrittenName* owner = name_at(core.first);
    const bool owned = owner != nullptr && owner->possessive;
    reference.fresh = kFresh.contains(word);
    if (owned) reference.owner = std::string(owner->span.of(words_.text));
    const bool followed = core.last < range.last && is_word(core.last);  // "the firm in Oslo"
    reference.qualified = followed || core.last - core.first > (kDefinite.contains(word) ? 2U : 1U);
    reference.bare = !reference.fresh && !owned && !kDefinite.contains(word);
    // "officials", "critics": nobody met before
    if (reference.bare && reference.plural) reference.fresh = !is_all_of_headline(core);
  }

  // A bare plural that opens a line without a stop is a headline's way of writing "the defectors".
  [[nodiscard]] bool is_all_of_headline(TokenRange core) const {
    const Sentence& sentence = words_.sentences[sentence_of(words_, core.first)];
    const std::string& last = words_.folded[sentence.last_token - 1];
    return core.first <= sentence.first_token + 1 && core.last - core.first == 1 && last != "." && last != "\"";
  }

  // "the North Korean government" is North Korea; "the Russian army" is a body of Russia's.
  void read_country(TokenRange core, Reference& reference) const {
    if (reference.kind != EntityKind::government) return;
    static const Texts kWhole = {"government", "regime", "administration", "authority", "state", "leadership"};
    const bool whole = kWhole.contains(reference.head);
    for (std::size_t i = core.first; i + 1 < core.last; ++i) {
      const WrittenName* name = name_at(i);
      if (name == nullptr || name->kind != EntityKind::place || name->known.empty()) continue;
      const std::string noun(
          Span{words_.tokens[name->last_token].span.begin, words_.tokens[core.last - 1].span.end}.of(words_.text));
      const std::string demonym = lexicon_.demonym_of(name->known);
      if (whole)
        reference.known = name->known;
      else if (!demonym.empty() && name->last_token < core.last)
        reference.known = demonym + " " + noun;
      return;
    }
    if (whole) reference.head = "government";
  }

  // A joint speaker begins where its first member does; both lead their sentence.
  void mark_first_of_sentence() {
    std::map<std::size_t, std::size_t> begins;  // sentence -> first byte of a mention
    for (const Reference& reference : mentions_.references) {
      const auto [at, is_new] = begins.emplace(reference.sentence, reference.span.begin);
      if (!is_new) at->second = std::min(at->second, reference.span.begin);
    }
    for (Reference& reference : mentions_.references)
      reference.first = begins.at(reference.sentence) == reference.span.begin;
  }

  const Words& words_;
  const std::vector<WrittenName>& names_;
  const NameWords& lexicon_;
  std::vector<Traits> traits_;  // by word
  std::vector<std::optional<std::size_t>> name_reference_;
  std::map<Span, std::size_t> by_span_;
  std::optional<std::size_t> named_most_;  // once asked for
  Mentions mentions_;
};

}  // namespace

Mentions MentionFinder::find(const Words& words, const std::vector<WrittenName>& names,
                             const std::vector<Attribution>& attributions) const {
  return Pass(words, names, name_words_).run(attributions);
}

}  // namespace hearsay

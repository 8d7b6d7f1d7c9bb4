// Every form of every cue is spelled out once, when the table is loaded, so that finding them is one look-up a token.
// Consonants that double ("admitted") are listed in the table.

#include "core/extract/cues.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "core/lexicon/verb_forms.h"

namespace hearsay {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

CueSense sense_of(const Table& table, const Table::Row& row) {
  CueSense sense;
  sense.name = row.key;
  const std::string& kind = table.cell(row, "kind");
  sense.kind = kind == "noun"     ? CueKind::noun
               : kind == "light"  ? CueKind::light
               : kind == "adverb" ? CueKind::adverb
               : kind == "phrase" ? CueKind::phrase
                                  : CueKind::verb;
  sense.act = act_named(table.cell(row, "act")).value_or(Act::speech);
  for (const std::string& governed : split(table.cell(row, "governs"))) {
    if (governed == "clause") sense.clause = true;
    if (governed == "clause?") sense.clause = sense.that_only = true;
    if (governed == "quote") sense.quote = true;
    if (governed == "to") sense.infinitive = true;
    if (governed == "object") sense.object = true;
    if (governed == "addressee") sense.addressee = true;
    if (governed == "raise") sense.raise = true;
    if (governed == "topic") sense.topic = true;
    if (governed == "at") sense.figure = true;
  }
  return sense;
}

}  // namespace

Cues::Cues(const Lexicon& lexicon) {
  const Table& table = lexicon.table("cues");
  for (const Table::Row& row : table.rows()) {
    const CueSense& sense = senses_.emplace_back(sense_of(table, row));
    if (sense.kind == CueKind::verb || sense.kind == CueKind::light) {
      add_verb(sense, table.cell(row, "forms"));
    } else {
      add_form(sense.name, kBase, sense);
      if (sense.kind == CueKind::noun) {
        const std::size_t space = std::min(sense.name.find(' '), sense.name.size());
        add_form(form_in_s(sense.name.substr(0, space)) + sense.name.substr(space), kThird, sense);
      }
    }
  }
}

void Cues::add_verb(const CueSense& sense, const std::string& forms) {
  const std::size_t space = std::min(sense.name.find(' '), sense.name.size());
  const std::string verb = sense.name.substr(0, space);
  const std::string rest = sense.name.substr(space);
  const VerbForms spelled = verb_forms(verb, forms);
  const std::array<std::pair<std::string, std::uint32_t>, 5> written = {{{spelled.base, kBase},
                                                                         {spelled.third, kThird},
                                                                         {spelled.past, kPast},
                                                                         {spelled.participle, kParticiple},
                                                                         {spelled.gerund, kGerund}}};
  for (std::size_t i = 0; i < written.size(); ++i) {
    std::uint32_t same = 0;
    bool seen = false;
    for (std::size_t k = 0; k < written.size(); ++k) {
      if (written[k].first != written[i].first) continue;
      same |= written[k].second;
      seen = seen || k < i;
    }
    if (!seen) add_form(written[i].first + rest, same, sense);
  }
}

void Cues::add_form(const std::string& form, std::uint32_t forms, const CueSense& sense) {
  std::vector<std::string> words = split(form);
  const std::string first = words.front();
  words.erase(words.begin());
  entries_[first].push_back({&sense, forms, std::move(words)});
}

void Cues::append_longest(const Words& words, std::size_t at, const std::vector<Entry>& entries, CueKind kind,
                          std::vector<CueWord>& found) const {
  const Entry* best = nullptr;
  for (const Entry& entry : entries) {
    if (entry.sense->kind != kind || at + 1 + entry.rest.size() > words.tokens.size()) continue;
    if (best != nullptr && best->rest.size() >= entry.rest.size()) continue;
    const auto behind = words.folded.begin() + static_cast<std::ptrdiff_t>(at + 1);
    if (std::equal(entry.rest.begin(), entry.rest.end(), behind)) best = &entry;
  }
  if (best != nullptr) found.push_back({best->sense, at, at + 1 + best->rest.size(), best->forms});
}

std::vector<CueWord> Cues::find(const Words& words) const {
  std::vector<CueWord> found;
  std::vector<const std::vector<Entry>*> entries_of;  // by word
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (words.numbers[i] == entries_of.size()) {
      const auto entries = entries_.find(words.folded[i]);
      entries_of.push_back(entries == entries_.end() ? nullptr : &entries->second);
    }
    const std::vector<Entry>* entries = entries_of[words.numbers[i]];
    if (words.tokens[i].kind != TokenKind::word || entries == nullptr) continue;
    for (const CueKind kind : {CueKind::verb, CueKind::light, CueKind::noun, CueKind::adverb, CueKind::phrase})
      append_longest(words, i, *entries, kind, found);
  }
  return found;
}

std::optional<Act> Cues::act_of(const Words& words, Span cue) const {
  const auto starts_behind = [](const Token& token, std::size_t at) { return token.span.begin < at; };
  auto token = std::lower_bound(words.tokens.begin(), words.tokens.end(), cue.begin, starts_behind);
  std::optional<Act> act;
  bool verb = false;
  for (; token != words.tokens.end() && token->span.end <= cue.end; ++token) {
    const auto at = static_cast<std::size_t>(token - words.tokens.begin());
    const auto entries = entries_.find(words.folded[at]);
    if (entries == entries_.end()) continue;
    std::vector<CueWord> here;
    append_longest(words, at, entries->second, CueKind::verb, here);
    const bool is_verb = !here.empty();
    for (const CueKind kind : {CueKind::noun, CueKind::adverb, CueKind::phrase})
      if (here.empty()) append_longest(words, at, entries->second, kind, here);
    if (here.empty() || (verb && !is_verb)) continue;
    act = here.front().sense->act;
    verb = is_verb;
  }
  return act;
}

}  // namespace hearsay

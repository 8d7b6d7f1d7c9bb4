// One pass counts every word of the article outside furniture by its meeting form; words inside a name are
// marked. A word that is a name in one place and a noun in another counts as the name. Linear in the text.

#include "core/compare/anchors.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kLeadParagraphs = 2;
constexpr std::size_t kForemost = 2;
constexpr std::ptrdiff_t kNamesBack = 16;  // in a sentence without end
constexpr std::size_t kSentencesBack = 2;  // in which the person is named for whom "he" stands

std::vector<Span> paragraphs_of(const Article& article) {
  std::vector<Span> paragraphs;
  for (const Zone& zone : article.zones) {
    if (zone.kind != ZoneKind::furniture) paragraphs.push_back(zone.span);
  }
  if (article.zones.empty()) paragraphs.push_back({0, article.text.size()});
  return paragraphs;
}

}  // namespace

ArticleWords::ArticleWords(const Article& article, const Extraction& extraction, const WordKeys& keys,
                           const Lexicon& lexicon)
    : keys_(keys), words_(split_words(article.text, paragraphs_of(article), lexicon.abbreviations())) {
  const std::vector<Span> paragraphs = paragraphs_of(article);
  if (!paragraphs.empty()) lead_end_ = paragraphs[std::min(paragraphs.size(), kLeadParagraphs) - 1].end;
  count_words();
  mark_names(article, extraction);
  find_topics();
  mark_pronouns(extraction);
}

// A capital inside a sentence makes a name, but in headlines; mentions know better and come last.
void ArticleWords::mark_names(const Article& article, const Extraction& extraction) {
  for (const Sentence& sentence : words_.sentences) {
    const Zone* zone = zone_at(article, sentence.span.begin);
    if (zone != nullptr && zone->kind != ZoneKind::body) continue;
    for (std::size_t token = sentence.first_token + 1; token < sentence.last_token; ++token) {
      const bool capital = words_.of(token).front() != words_.folded[token].front();
      if (capital && !forms_[token].empty()) worth_[forms_[token]].kind = Worth::Kind::name;
    }
  }
  for (const Mention& mention : extraction.mentions) {
    const EntityKind kind = extraction.entities[mention.entity].kind;
    const bool named = mention.form != MentionForm::description && mention.form != MentionForm::pronoun;
    if (!named || kind == EntityKind::anonymous) continue;
    const TokenRange range = tokens_in(mention.span);
    if (kind == EntityKind::person && mention.form != MentionForm::title)
      persons_.emplace_back(range.first, mention.entity);
    for (std::size_t token = range.first; token < range.last; ++token) {
      if (forms_[token].empty()) continue;
      worth_[forms_[token]].kind = kind == EntityKind::person ? Worth::Kind::person : Worth::Kind::name;
    }
  }
}

std::optional<std::size_t> ArticleWords::person_before(std::size_t token, std::size_t sentence) const {
  std::size_t end = token;
  for (std::size_t back = 0; back <= std::min(sentence, kSentencesBack); ++back) {
    const std::size_t begin = tokens_of(sentence - back).first;
    const auto from = [this](std::size_t at) {
      return std::lower_bound(persons_.begin(), persons_.end(), std::pair{at, std::size_t{0}});
    };
    const auto behind = from(end);
    std::optional<std::size_t> person;
    for (auto named = std::max(from(begin), behind - std::min(behind - persons_.begin(), kNamesBack)); named < behind;
         ++named) {
      if (person && *person != named->second) return std::nullopt;
      person = named->second;
    }
    if (person) return person;
    end = begin;
  }
  return std::nullopt;
}

// Who "he" is in a quotation, only the speaker knows.
void ArticleWords::mark_pronouns(const Extraction& extraction) {
  std::vector<bool> quoted(words_.tokens.size());
  for (const Claim& claim : extraction.claims) {
    for (const Span& span : claim.quoted) {
      const TokenRange range = tokens_in(span);
      for (std::size_t token = range.first; token < range.last; ++token) quoted[token] = true;
    }
  }
  for (std::size_t s = 0; s < words_.sentences.size(); ++s) {
    for (std::size_t token = tokens_of(s).first; token < tokens_of(s).last; ++token) {
      if ((words_.folded[token] != "he" && words_.folded[token] != "she") || quoted[token]) continue;
      const std::optional<std::size_t> person = person_before(token, s);
      if (!person) continue;
      const std::string& name = extraction.entities[*person].name;
      const std::string surname = keys_.thing(fold(name.substr(name.rfind(' ') + 1)));
      if (worth_.contains(surname)) forms_[token] = surname;
    }
  }
}

void ArticleWords::find_topics() {
  for (const auto& [form, worth] : worth_) {
    if (worth.rarity == Rarity::rare && (worth.count >= 2 || worth.leads)) topics_.push_back(form);
  }
  std::sort(topics_.begin(), topics_.end(), [this](const std::string& a, const std::string& b) {
    const Worth& worth_a = worth_.at(a);
    const Worth& worth_b = worth_.at(b);
    if (worth_a.count != worth_b.count) return worth_a.count > worth_b.count;
    const bool noun_a = worth_a.kind == Worth::Kind::noun;
    const bool noun_b = worth_b.kind == Worth::Kind::noun;
    return noun_a != noun_b ? noun_b : better(a, b);
  });
  if (topics_.size() > kMaxAnchors) topics_.resize(kMaxAnchors);
}

// A strict total order.
bool ArticleWords::better(const std::string& anchor, const std::string& other) const {
  const auto place = [&](const std::string& form) {
    const Worth& worth = worth_.at(form);
    return std::tuple(-static_cast<int>(worth.rarity), worth.kind, -static_cast<std::ptrdiff_t>(worth.count),
                      std::string_view(form));
  };
  return place(anchor) < place(other);
}

void ArticleWords::count_words() {
  forms_.resize(words_.tokens.size());
  for (std::size_t token = 0; token < words_.tokens.size(); ++token) {
    if (!is_anchor(token)) continue;
    const std::string& word = words_.folded[token];
    forms_[token] = keys_.thing(word);
    Worth& worth = worth_[forms_[token]];
    worth.rarity = keys_.rarity(word);
    worth.leads = worth.leads || words_.tokens[token].span.begin < lead_end_;
    ++worth.count;
  }
}

bool ArticleWords::is_anchor(std::size_t token) const {
  if (words_.tokens[token].kind != TokenKind::word || words_.folded[token].size() < 3) return false;
  return keys_.rarity(words_.folded[token]) >= Rarity::common;
}

std::optional<std::size_t> ArticleWords::sentence_at(std::size_t at) const {
  const auto after =
      std::upper_bound(words_.sentences.begin(), words_.sentences.end(), at,
                       [](std::size_t byte, const Sentence& sentence) { return byte < sentence.span.begin; });
  if (after == words_.sentences.begin() || !std::prev(after)->span.contains(at)) return std::nullopt;
  return static_cast<std::size_t>(std::prev(after) - words_.sentences.begin());
}

TokenRange ArticleWords::tokens_of(std::size_t sentence) const {
  return {words_.sentences[sentence].first_token, words_.sentences[sentence].last_token};
}

TokenRange ArticleWords::tokens_in(Span span) const {
  const auto from = [&](std::size_t byte) {
    const auto at = std::lower_bound(words_.tokens.begin(), words_.tokens.end(), byte,
                                     [](const Token& token, std::size_t b) { return token.span.begin < b; });
    return static_cast<std::size_t>(at - words_.tokens.begin());
  };
  const std::size_t first = from(span.begin);
  return {first, std::max(first, from(span.end))};
}

bool ArticleWords::is_telling(const std::string& anchor) const {
  const auto found = worth_.find(anchor);
  return found != worth_.end() && found->second.rarity == Rarity::rare && found->second.kind != Worth::Kind::person;
}

bool ArticleWords::is_name(const std::string& anchor) const {
  const auto found = worth_.find(anchor);
  return found != worth_.end() && found->second.kind == Worth::Kind::name && found->second.rarity == Rarity::rare;
}

bool ArticleWords::is_person(const std::string& anchor) const {
  const auto found = worth_.find(anchor);
  return found != worth_.end() && found->second.kind == Worth::Kind::person;
}

bool ArticleWords::is_of_the_story(const std::vector<std::string>& anchors) const {
  bool named = false;
  for (const std::string& anchor : anchors) {
    if (std::find(topics_.begin(), topics_.end(), anchor) != topics_.end()) return true;
    named = named || is_name(anchor);
  }
  return !named;
}

std::vector<std::string> ArticleWords::story() const {
  const auto end = topics_.begin() + static_cast<std::ptrdiff_t>(std::min(topics_.size(), kStoryTopics));
  return {topics_.begin(), end};
}

std::vector<std::string> ArticleWords::foremost_names() const {
  std::vector<std::string> names;
  for (const std::string& topic : topics_) {
    if (names.size() < kForemost && (is_name(topic) || is_person(topic))) names.push_back(topic);
  }
  return names;
}

std::vector<std::string> ArticleWords::anchors_in(const std::vector<TokenRange>& ranges,
                                                  const std::vector<Span>& without) const {
  std::vector<std::string> anchors;
  for (const TokenRange& range : ranges) {
    for (std::size_t token = range.first; token < range.last; ++token) {
      const Span span = words_.tokens[token].span;
      const bool left_out =
          std::any_of(without.begin(), without.end(), [&](Span other) { return other.overlaps(span); });
      if (!left_out && !forms_[token].empty()) anchors.push_back(forms_[token]);
    }
  }
  std::sort(anchors.begin(), anchors.end());
  anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
  std::sort(anchors.begin(), anchors.end(), [&](const std::string& a, const std::string& b) { return better(a, b); });
  if (anchors.size() > kMaxAnchors) anchors.resize(kMaxAnchors);
  return anchors;
}

}  // namespace hearsay

// Words and phrases of one table, looked up by their first word: in the cue first, then in the first clause of the
// content. Known limit: "will" is read as a plan also where it is a prediction.

#include "core/extract/certainty.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/extract/token_range.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kClauseWords = 16;   // of the content in which a hedge counts
constexpr std::size_t kNegationReach = 3;  // words before the cue

enum class Where { cue, content, start, label, negation };

struct Entry {
  std::vector<std::string> rest;  // words behind the first
  Where where = Where::cue;
  Modality modality = Modality::asserted;
};

Where where_named(const std::string& name) {
  if (name == "content") return Where::content;
  if (name == "start") return Where::start;
  if (name == "label") return Where::label;
  if (name == "negation") return Where::negation;
  return Where::cue;
}

std::vector<std::string> words_of(const std::string& phrase) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    if (end > at) words.push_back(phrase.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

struct Certainty::Tables {
  std::unordered_map<std::string, std::vector<Entry>> entries;  // by first word
  std::unordered_set<std::string> falsity;

  // The strongest entry of that place in the tokens: denied before intended before the rest.
  [[nodiscard]] std::optional<Modality> find(const Words& words, TokenRange range, Where where) const {
    std::optional<Modality> found;
    for (std::size_t i = range.first; i < range.last; ++i) {
      const auto at = entries.find(words.folded[i]);
      if (at == entries.end() || is_month(words, i)) continue;
      for (const Entry& entry : at->second) {
        if (entry.where != where || !follows(words, i + 1, range.last, entry.rest)) continue;
        if (!found || rank(entry.modality) < rank(*found)) found = entry.modality;
      }
    }
    return found;
  }

  // "on 3 May": no guess. A capital inside a sentence is the month's.
  [[nodiscard]] static bool is_month(const Words& words, std::size_t i) {
    return words.folded[i] == "may" && words.text[words.tokens[i].span.begin] == 'M' &&
           i > words.sentences[sentence_of(words, i)].first_token;
  }

  [[nodiscard]] static bool follows(const Words& words, std::size_t at, std::size_t end,
                                    const std::vector<std::string>& rest) {
    if (at + rest.size() > end) return false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (words.folded[at + i] != rest[i]) return false;
    }
    return true;
  }

  [[nodiscard]] static int rank(Modality modality) {
    switch (modality) {
      case Modality::denied:
        return 0;
      case Modality::conditional:
        return 1;
      case Modality::possible:
        return 2;
      case Modality::intended:
        return 3;
      case Modality::reported_belief:
        return 4;
      case Modality::asserted:
        return 5;
    }
    return 5;
  }

  [[nodiscard]] std::optional<Modality> from_cue(const Words& words, const std::vector<Span>& content, Span cue) const {
    const TokenRange range = tokens_in(words, cue);
    if (range.empty()) return std::nullopt;
    const std::optional<Modality> told = find(words, range, Where::cue);
    if (told == Modality::denied) {
      const std::size_t before = words.sentences[sentence_of(words, range.first)].first_token;
      const std::size_t reach = range.first - std::min(range.first - before, kNegationReach);
      if (find(words, {reach, range.last}, Where::negation)) return Modality::asserted;
    }
    if (!told && find(words, range, Where::label) && calls_untrue(words, content)) return Modality::denied;
    return told;
  }

  [[nodiscard]] bool calls_untrue(const Words& words, const std::vector<Span>& content) const {
    for (const Span span : content) {
      const TokenRange range = tokens_in(words, span);
      for (std::size_t i = range.first; i < range.last; ++i) {
        if (falsity.contains(words.folded[i])) return true;
      }
    }
    return false;
  }

  // The words of the content up to its first inner clause.
  [[nodiscard]] static TokenRange first_clause(const Words& words, Span content) {
    static const std::unordered_set<std::string> kInner = {"who", "which", "because", "although", "while", ";"};
    TokenRange range = tokens_in(words, content);
    while (!range.empty() && words.tokens[range.first].kind == TokenKind::mark) ++range.first;
    if (!range.empty() && words.folded[range.first] == "that") ++range.first;
    const std::size_t end = std::min(range.last, range.first + kClauseWords);
    std::size_t last = range.first;
    while (last < end && (last == range.first || !kInner.contains(words.folded[last]))) ++last;
    return {range.first, last};
  }
};

Certainty::Certainty(const Lexicon& lexicon) {
  auto tables = std::make_unique<Tables>();
  const Table& table = lexicon.table("certainty");
  for (const Table::Row& row : table.rows()) {
    const auto modality = modality_named(table.cell(row, "modality"));
    std::vector<std::string> words = words_of(row.key);
    if (!modality || words.empty()) continue;
    Entry entry{{words.begin() + 1, words.end()}, where_named(table.cell(row, "where")), *modality};
    tables->entries[words.front()].push_back(std::move(entry));
  }
  for (const Table::Row& row : lexicon.table("falsity").rows()) tables->falsity.insert(row.key);
  tables_ = std::move(tables);
}

Certainty::~Certainty() = default;

Modality Certainty::of(const Words& words, const std::vector<Span>& content, std::optional<Span> cue) const {
  if (cue) {
    if (const auto told = tables_->from_cue(words, content, *cue)) return *told;
  }
  if (content.empty()) return Modality::asserted;
  const TokenRange clause = Tables::first_clause(words, content.front());
  if (clause.empty()) return Modality::asserted;
  if (const auto start = tables_->find(words, {clause.first, clause.first + 1}, Where::start)) return *start;
  return tables_->find(words, clause, Where::content).value_or(Modality::asserted);
}

}  // namespace hearsay

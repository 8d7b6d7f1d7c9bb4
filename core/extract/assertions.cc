// Every sentence outside furniture loses what attributions cover; what is left is a candidate piece. A piece is kept
// where it has a verb and enough words, and split at a semicolon or a conjunction behind a comma where both sides carry
// a figure or a date. Known limits: verbs are told by auxiliaries and endings, so a bare present ("ships carry grain")
// is seen only by its figure, date or name; opinion is not told from fact.

#include "core/extract/assertions.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/extract/token_range.h"

namespace hearsay {
namespace {

constexpr std::size_t kLeastWords = 5;      // of a whole sentence
constexpr std::size_t kLeastRemainder = 6;  // of what an attribution leaves over
constexpr std::size_t kLeastClause = 5;     // of each side of a split

using Texts = std::unordered_set<std::string_view>;

bool is_auxiliary(std::string_view word) {
  static const Texts kAuxiliaries = {"is",     "are",     "was",   "were",   "has",     "have",   "had",    "will",
                                     "would",  "can",     "could", "may",    "might",   "must",   "do",     "does",
                                     "did",    "be",      "been",  "cannot", "isn't",   "aren't", "wasn't", "weren't",
                                     "hasn't", "haven't", "won't", "don't",  "doesn't", "didn't", "can't"};
  return kAuxiliaries.contains(word);
}

bool is_irregular_past(std::string_view word) {
  static const Texts kPasts = {"fled",   "went",    "took",   "made",   "came",  "gave",   "saw",    "got",   "left",
                               "sent",   "brought", "fell",   "rose",   "won",   "lost",   "held",   "met",   "led",
                               "began",  "broke",   "grew",   "became", "kept",  "built",  "bought", "sold",  "paid",
                               "ran",    "sank",    "struck", "hit",    "shot",  "cut",    "put",    "set",   "stood",
                               "drew",   "drove",   "flew",   "wrote",  "spent", "told",   "said",   "found", "felt",
                               "fought", "caught",  "rang",   "shut",   "burst", "spread", "swept",  "tore",  "wore",
                               "threw",  "chose",   "rode",   "froze",  "stole", "sought", "taught"};
  return kPasts.contains(word);
}

}  // namespace

struct AssertionFinder::Tables {
  std::unordered_set<std::string> invitations;
};

namespace {

class Pass {
 public:
  Pass(const Reading& reading, const std::unordered_set<std::string>& invitations)
      : reading_(reading), words_(reading.words), invitations_(invitations) {}

  std::vector<Span> run() {
    cover();
    for (const Sentence& sentence : words_.sentences) read(sentence);
    return std::move(found_);
  }

 private:
  // All stretches that belong to attributions, in order.
  void cover() {
    for (const Attribution& attribution : reading_.attributions) {
      covered_.insert(covered_.end(), attribution.content.begin(), attribution.content.end());
      if (attribution.source) covered_.push_back(*attribution.source);
      if (attribution.cue) covered_.push_back(*attribution.cue);
    }
    std::sort(covered_.begin(), covered_.end());
    std::size_t end = 0;
    std::vector<Span> joined;
    for (const Span span : covered_) {
      if (!joined.empty() && span.begin <= end)
        joined.back().end = std::max(joined.back().end, span.end);
      else
        joined.push_back(span);
      end = joined.back().end;
    }
    covered_ = std::move(joined);
  }

  void read(const Sentence& sentence) {
    const Zone* zone = zone_at(reading_.article, sentence.span.begin);
    if (zone == nullptr || zone->kind == ZoneKind::furniture || zone->kind == ZoneKind::subhead) return;
    if (is_dateline_only(sentence) || asks_or_invites(sentence)) return;
    std::size_t first = after_dateline(sentence);
    bool whole = true;
    for (std::size_t i = first; i <= sentence.last_token; ++i) {
      const bool edge = i == sentence.last_token || is_covered(i);
      if (!edge) continue;
      whole = whole && i == sentence.last_token;
      consider({first, i}, whole, zone->kind);
      first = i + 1;
    }
  }

  [[nodiscard]] bool is_covered(std::size_t token) const {
    const Span span = words_.tokens[token].span;
    const auto at = std::partition_point(covered_.begin(), covered_.end(), [&](Span s) { return s.end <= span.begin; });
    return at != covered_.end() && at->begin < span.end;
  }

  // "SEOUL, Aug. 18 (UPI) —" says nothing of what follows it.
  [[nodiscard]] std::size_t after_dateline(const Sentence& sentence) const {
    std::size_t first = sentence.first_token;
    if (!reading_.article.dateline) return first;
    const Span dateline = reading_.article.dateline->span;
    while (first < sentence.last_token && words_.tokens[first].span.begin < dateline.end &&
           dateline.contains(words_.tokens[first].span.begin))
      ++first;
    return first;
  }

  [[nodiscard]] bool is_dateline_only(const Sentence& sentence) const {
    return reading_.article.dateline && reading_.article.dateline->span.contains(sentence.span);
  }

  [[nodiscard]] bool asks_or_invites(const Sentence& sentence) const {
    std::size_t last = sentence.last_token;
    while (last > sentence.first_token + 1 && (words_.folded[last - 1] == "\"" || words_.folded[last - 1] == ")"))
      --last;
    if (words_.folded[last - 1] == "?") return true;
    static const Texts kQuestions = {"why",   "what",   "how", "who", "where", "will", "can", "could",
                                     "would", "should", "is",  "are", "do",    "does", "did"};
    std::size_t first = sentence.first_token;
    while (first + 1 < last && words_.tokens[first].kind == TokenKind::mark) ++first;
    if (invitations_.contains(words_.folded[first])) return true;
    return kQuestions.contains(words_.folded[first]) && words_.folded[last - 1] != ".";
  }

  void consider(TokenRange piece, bool whole, ZoneKind zone) {
    const std::size_t least = whole ? kLeastWords : kLeastRemainder;
    piece = trimmed(piece);
    if (word_count(piece) < least || !speaks_of_event(piece, zone, whole) || is_quoted(piece)) return;
    if (!whole && only_reports(piece)) return;
    TokenRange rest = piece;
    for (std::size_t i = piece.first; i < piece.last; ++i) {
      const std::size_t next = clause_after(i, piece.last);
      if (next == i) continue;
      const TokenRange left{rest.first, i};
      const TokenRange right{next, piece.last};
      if (word_count(left) < kLeastClause || word_count(right) < kLeastClause) continue;
      if (!has_figure(left) || !has_figure(right) || !has_verb(left) || !has_verb(right)) continue;
      add(left);
      rest = right;
    }
    add(rest);
  }

  // The first token behind a clause border at `i`, or `i` where there is none.
  [[nodiscard]] std::size_t clause_after(std::size_t i, std::size_t last) const {
    if (words_.folded[i] == ";") return i + 1;
    static const Texts kConjunctions = {"and", "but", "while", "whereas"};
    if (words_.folded[i] == "," && i + 1 < last && kConjunctions.contains(words_.folded[i + 1])) return i + 2;
    return i;
  }

  void add(TokenRange range) {
    range = trimmed(range);
    if (!range.empty())
      found_.push_back({words_.tokens[range.first].span.begin, words_.tokens[range.last - 1].span.end});
  }

  // Without marks and conjunctions at its edges.
  [[nodiscard]] TokenRange trimmed(TokenRange range) const {
    static const Texts kLeading = {"and", "but", "while", "with", "because", "as", "that", "so", "whereas"};
    const auto drops_first = [&](std::size_t i) {
      const bool inner = words_.folded[i] == "\"" || words_.folded[i] == "'";
      return (words_.tokens[i].kind == TokenKind::mark && !inner && !currency(i)) ||
             (kLeading.contains(words_.folded[i]) && !opens_sentence(i));
    };
    while (!range.empty() && drops_first(range.first)) ++range.first;
    const auto drops_last = [&](std::size_t i) {
      const std::string& word = words_.folded[i];
      return words_.tokens[i].kind == TokenKind::mark && word != "\"" && word != "'" && word != "%" && word != ")";
    };
    while (!range.empty() && drops_last(range.last - 1)) --range.last;
    return range;
  }

  [[nodiscard]] bool currency(std::size_t i) const {
    const std::string& mark = words_.folded[i];
    return mark == "$" || mark == "£" || mark == "€" || mark == "¥" || mark == "₩" || mark == "₹" || mark == "(";
  }

  [[nodiscard]] bool opens_sentence(std::size_t i) const {
    return words_.sentences[sentence_of(words_, i)].first_token == i;
  }

  [[nodiscard]] std::size_t word_count(TokenRange range) const {
    std::size_t count = 0;
    for (std::size_t i = range.first; i < range.last; ++i) count += words_.tokens[i].kind == TokenKind::mark ? 0 : 1;
    return count;
  }

  [[nodiscard]] bool has_verb(TokenRange range) const {
    for (std::size_t i = range.first; i < range.last; ++i) {
      const std::string& word = words_.folded[i];
      if (is_auxiliary(word) || is_irregular_past(word)) return true;
      if (i > range.first && word.size() > 3 && word.ends_with("ed") && !is_capitalised(words_, i)) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_figure(TokenRange range) const {
    return meets(reading_.quantities, range) || meets(reading_.times, range);
  }

  template <typename Item>
  [[nodiscard]] bool meets(const std::vector<Item>& items, TokenRange range) const {
    const Span span{words_.tokens[range.first].span.begin, words_.tokens[range.last - 1].span.end};
    const auto at =
        std::partition_point(items.begin(), items.end(), [&](const Item& item) { return item.span.end <= span.begin; });
    return at != items.end() && at->span.begin < span.end;
  }

  // A headline and a caption need a name, figure or date; a sentence of the body may do with its verb.
  [[nodiscard]] bool speaks_of_event(TokenRange range, ZoneKind zone, bool whole) const {
    if (!whole && !has_verb(range)) return false;
    const bool anchored = has_figure(range) || meets(reading_.names, range);
    if (zone == ZoneKind::headline || zone == ZoneKind::bullet) return anchored;
    if (zone == ZoneKind::caption) return anchored && has_verb(range);
    const bool sentence = words_.folded[std::min(range.last, words_.tokens.size() - 1)] == ".";
    return has_verb(range) || (anchored && sentence) || (sentence && has_present_verb(range));
  }

  // "Some ships carry ...": told by nothing but an ending: a word in -s behind the subject.
  [[nodiscard]] bool has_present_verb(TokenRange range) const {
    for (std::size_t i = range.first + 1; i < range.last; ++i) {
      const std::string& word = words_.folded[i];
      if (word.size() > 3 && (word.ends_with('s') || word.ends_with("ing")) && !is_capitalised(words_, i)) return true;
    }
    return false;
  }

  // ", the Herald reported, citing two people": who passed on what the rest of the sentence says.
  [[nodiscard]] bool only_reports(TokenRange range) const {
    static const Texts kReports = {"reported", "reports", "revealed", "wrote", "writes", "said", "says"};
    constexpr std::size_t kReach = 3;  // tokens before the outlet's name: ", the"
    const std::size_t begin = words_.tokens[range.first].span.begin;
    auto name = std::partition_point(reading_.names.begin(), reading_.names.end(),
                                     [&](const WrittenName& n) { return n.span.begin < begin; });
    for (; name != reading_.names.end() && name->first_token < range.first + kReach; ++name) {
      const std::size_t verb = name->last_token;
      if (name->kind == EntityKind::outlet && verb < range.last && kReports.contains(words_.folded[verb])) return true;
    }
    return false;
  }

  // Whether most of it stands in quotation marks: somebody's words, though nobody is cited.
  [[nodiscard]] bool is_quoted(TokenRange range) const {
    const Span span{words_.tokens[range.first].span.begin, words_.tokens[range.last - 1].span.end};
    return quoted_bytes(span) * 2 > span.size();
  }

  [[nodiscard]] std::size_t quoted_bytes(Span span) const {
    auto at = std::partition_point(reading_.quotations.begin(), reading_.quotations.end(),
                                   [&](const Quotation& q) { return q.span.end <= span.begin; });
    std::size_t quoted = 0;
    for (; at != reading_.quotations.end() && at->span.begin < span.end; ++at)
      quoted += std::min(at->span.end, span.end) - std::max(at->span.begin, span.begin);
    return quoted;
  }

  const Reading& reading_;
  const Words& words_;
  const std::unordered_set<std::string>& invitations_;
  std::vector<Span> covered_;
  std::vector<Span> found_;
};

}  // namespace

AssertionFinder::AssertionFinder(const Lexicon& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (const Table::Row& row : lexicon.table("invitations").rows()) tables->invitations.insert(row.key);
  tables_ = std::move(tables);
}

AssertionFinder::~AssertionFinder() = default;

std::vector<Span> AssertionFinder::find(const Reading& reading) const {
  return Pass(reading, tables_->invitations).run();
}

}  // namespace hearsay

// Every quotation mark of a paragraph first gets a leaning from its glyph and from what touches it: a mark with space
// before and a word behind opens, the mirror image closes, and position outranks a mistyped glyph. One pass then pairs
// them. Single marks are taken as a quotation only where a closing one is in sight, so that a lost apostrophe cannot
// swallow a paragraph. Known limits: ‚low single‘ marks are not read; a quotation whose closing mark is lost ends with
// its paragraph, or before the next opening mark at the end of a sentence.

#include "core/extract/quotations.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace hearsay {
namespace {

constexpr std::size_t kMostMarks = 24;  // looked ahead at, so that a paragraph of marks stays linear

enum class Leaning { open, close, either };

struct Mark {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  bool single = false;
  Leaning leaning = Leaning::either;
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that begin with an apostrophe.
bool is_elision(const std::string& folded) {
  static const std::unordered_set<std::string> kElisions = {"em",    "tis", "twas", "til", "till", "cause",
                                                            "round", "n",   "bout", "s",   "ere",  "cos"};
  return kElisions.contains(folded);
}

class Pairing {
 public:
  explicit Pairing(const Words& words) : words_(words) {}

  std::vector<Quotation> run() {
    for (std::size_t p = 0; p < words_.paragraphs.size(); ++p) {
      const Paragraph& paragraph = words_.paragraphs[p];
      if (paragraph.first_sentence == paragraph.last_sentence) continue;
      paragraph_ = p;
      first_ = words_.sentences[paragraph.first_sentence].first_token;
      last_ = words_.sentences[paragraph.last_sentence - 1].last_token;
      collect_marks();
      pair_marks();
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool touch(std::size_t left) const {
    return left + 1 < last_ && left + 1 > first_ && words_.tokens[left].span.end == words_.tokens[left + 1].span.begin;
  }

  void collect_marks() {
    marks_.clear();
    for (std::size_t i = first_; i < last_; ++i) {
      if (words_.tokens[i].kind != TokenKind::mark) continue;
      const std::string_view glyph = words_.of(i);
      const bool doubled =
          is_one_of(glyph, {"`", "'", "‘", "’"}) && touch(i) && words_.of(i + 1) == glyph && !closes_inner_first(i);
      if (is_one_of(glyph, {"“", "”", "\"", "„", "«", "»", "‟", "＂"}) || doubled) {
        marks_.push_back(mark_at(i, doubled ? i + 2 : i + 1, false));
        if (doubled) ++i;
      } else if (is_one_of(glyph, {"`", "'", "‘", "’"})) {
        marks_.push_back(mark_at(i, i + 1, true));
      }
    }
  }

  // Of three single marks that close ("he told me 'go,'''") the first belongs to the inner quotation.
  [[nodiscard]] bool closes_inner_first(std::size_t i) const {
    const std::string_view glyph = words_.of(i);
    return i > first_ && touch(i - 1) && words_.of(i - 1) != glyph && touch(i + 1) && i + 2 < last_ &&
           words_.of(i + 2) == glyph;
  }

  [[nodiscard]] Mark mark_at(std::size_t first, std::size_t last, bool single) const {
    const std::string_view glyph = words_.of(first);
    const bool free_before = first == first_ || !touch(first - 1) ||
                             is_one_of(words_.of(first - 1), {"(", "[", "{", "—", "–", "-", "/", "“", "‘", "…"});
    const bool free_behind = last == last_ || !touch(last - 1) ||
                             (words_.tokens[last].kind == TokenKind::mark &&
                              !is_one_of(words_.of(last), {"“", "‘", "(", "[", "$", "£", "€", "#", "@", "…", "."}));
    Leaning leaning = Leaning::either;
    if (is_one_of(glyph, {"“", "„", "«", "‘", "`", "‟"})) leaning = Leaning::open;
    if (is_one_of(glyph, {"”", "»", "’"})) leaning = Leaning::close;
    if (free_before && !free_behind && !(single && glyph == "’")) leaning = Leaning::open;
    if (!free_before && free_behind) leaning = Leaning::close;
    return {first, last, single, leaning};
  }

  void pair_marks() {
    const bool carried = open_ended();
    for (std::size_t m = 0; m < marks_.size(); ++m) {
      const Mark& mark = marks_[m];
      if (mark.single) {
        if (const auto closing = single_closing(m)) {
          add(mark, marks_[*closing].first, marks_[*closing].last, true, carried && mark.first == first_);
          m = *closing;
        }
        continue;
      }
      if (mark.leaning == Leaning::close) {
        // The closing mark of a quotation that ran over from the paragraph before without a mark of its own.
        const bool first_here = found_.empty() || found_.back().paragraph != paragraph_;
        if (carried && first_here && mark.first > first_)
          add({first_, first_, false, Leaning::open}, mark.first, mark.last, true, true);
        continue;
      }
      m = pair_from(m, carried && mark.first == first_);
    }
  }

  [[nodiscard]] bool open_ended() const {
    return !found_.empty() && !found_.back().closed && found_.back().paragraph + 1 == paragraph_;
  }

  // Pairs the double mark `m`, which opens; answers the mark to go on behind.
  std::size_t pair_from(std::size_t m, bool continues) {
    std::size_t depth = 1;
    for (std::size_t k = m + 1; k < marks_.size(); ++k) {
      if (marks_[k].single) continue;
      if (marks_[k].leaning != Leaning::open) {
        if (--depth > 0) continue;
        add(marks_[m], marks_[k].first, marks_[k].last, true, continues);
        return k;
      }
      if (nests(k)) {
        ++depth;
        continue;
      }
      if (const auto end = sentence_end_between(marks_[m].last, marks_[k].first))
        add(marks_[m], *end, *end, true, continues);
      return k - 1;
    }
    add(marks_[m], last_, last_, false, continues);
    return marks_.size();
  }

  // Whether two closing marks follow the opening mark `k`: its own and the outer one's.
  [[nodiscard]] bool nests(std::size_t k) const {
    int closing = 0;
    for (std::size_t i = k + 1; i < marks_.size() && i < k + kMostMarks && closing < 2; ++i) {
      if (marks_[i].single) continue;
      if (marks_[i].leaning != Leaning::close) return false;
      ++closing;
    }
    return closing == 2;
  }

  [[nodiscard]] std::optional<std::size_t> sentence_end_between(std::size_t from, std::size_t to) const {
    const Paragraph& paragraph = words_.paragraphs[paragraph_];
    const auto begin = words_.sentences.begin() + static_cast<std::ptrdiff_t>(paragraph.first_sentence);
    const auto end = words_.sentences.begin() + static_cast<std::ptrdiff_t>(paragraph.last_sentence);
    auto it = std::upper_bound(begin, end, to, [](std::size_t at, const Sentence& s) { return at < s.last_token; });
    if (it == begin) return std::nullopt;
    const std::size_t token = std::prev(it)->last_token;
    return token > from ? std::optional(token) : std::nullopt;
  }

  // The mark that closes the single mark `m`, if that opens a quotation at all. A mark behind a plural s before a small
  // letter is an apostrophe where a surer closing mark follows.
  [[nodiscard]] std::optional<std::size_t> single_closing(std::size_t m) const {
    const Mark& mark = marks_[m];
    if (mark.leaning != Leaning::open || mark.last >= last_ || !touch(mark.last - 1)) return std::nullopt;
    if (words_.tokens[mark.last].kind == TokenKind::number || is_elision(words_.folded[mark.last])) return std::nullopt;
    std::optional<std::size_t> weak;
    bool even = true;
    for (std::size_t k = m + 1; k < marks_.size() && k < m + kMostMarks; ++k) {
      if (!marks_[k].single) {
        even = !even;
        continue;
      }
      if (marks_[k].leaning == Leaning::open) break;
      if (!even || marks_[k].leaning != Leaning::close) continue;
      if (!is_apostrophe(marks_[k])) return k;
      if (!weak) weak = k;
    }
    return weak;
  }

  [[nodiscard]] bool is_apostrophe(const Mark& mark) const {
    if (mark.first == first_ || !words_.folded[mark.first - 1].ends_with('s') || mark.last >= last_) return false;
    const char next = words_.of(mark.last).front();
    return words_.tokens[mark.last].kind == TokenKind::word && next >= 'a' && next <= 'z';
  }

  // The quotation from `mark` to the closing tokens [close, end); close == end where it has no closing mark.
  void add(const Mark& mark, std::size_t close, std::size_t end, bool closed, bool continues) {
    if (end == mark.first || (!closed && end == mark.last)) return;
    Quotation quotation;
    quotation.span = {words_.tokens[mark.first].span.begin, words_.tokens[end - 1].span.end};
    quotation.inside.begin = mark.last < close        ? words_.tokens[mark.last].span.begin
                             : mark.last > mark.first ? words_.tokens[mark.last - 1].span.end
                                                      : quotation.span.begin;
    quotation.inside.end = close > mark.last ? words_.tokens[close - 1].span.end : quotation.inside.begin;
    quotation.first_token = mark.first;
    quotation.last_token = end;
    quotation.paragraph = paragraph_;
    quotation.closed = closed;
    quotation.continues = continues;
    found_.push_back(quotation);
  }

  const Words& words_;
  std::vector<Quotation> found_;
  std::vector<Mark> marks_;  // of the paragraph at hand
  std::size_t paragraph_ = 0;
  std::size_t first_ = 0;  // its tokens [first_, last_)
  std::size_t last_ = 0;
};

}  // namespace

std::vector<Quotation> find_quotations(const Words& words) { return Pairing(words).run(); }

}  // namespace hearsay

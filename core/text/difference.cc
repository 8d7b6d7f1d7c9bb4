#include "core/text/difference.h"

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

constexpr std::size_t kLong = 7;             // words: a shorter wording is marked whatever it shares
constexpr double kLeastCommon = 0.3;         // share of the longer wording's words
constexpr std::size_t kLeastCommonEnds = 3;  // letters that two spellings of one word share at both ends together

struct Word {
  Span span;
  std::string folded;
};

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool letter(char c) { return ('a' <= lower(c) && lower(c) <= 'z') || (static_cast<unsigned char>(c) >= 0x80U); }
bool in_word(char c) { return letter(c) || ('0' <= c && c <= '9'); }
bool joint(char c) { return c == '\'' || c == '-' || c == '.' || c == ','; }  // inside a word: "3,500", "Jin-ho"

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto goes_on = [&] {
      return in_word(text[at]) || (joint(text[at]) && at + 1 < text.size() && in_word(text[at + 1]));
    };
    if (in_word(text[at])) {
      while (at < text.size() && goes_on()) ++at;
    } else {
      ++at;
    }
    if (text[begin] == ' ' || text[begin] == '\n' || text[begin] == '\r' || text[begin] == '\t') continue;
    Word word{{begin, at}, std::string(text.substr(begin, at - begin))};
    std::transform(word.folded.begin(), word.folded.end(), word.folded.begin(), lower);
    words.push_back(std::move(word));
  }
  return words;
}

// A run of words that stand on one side only, and what stands there on the other. One of the two may be empty.
struct Gap {
  std::size_t a_begin, a_end, b_begin, b_end;
};

class Comparison {
 public:
  Comparison(std::string_view a, std::string_view b) : a_(a), b_(b), in_a_(words_of(a)), in_b_(words_of(b)) {}

  WordingDifference run() {
    std::size_t front = 0;
    const std::size_t least = std::min(in_a_.size(), in_b_.size());
    while (front < least && in_a_[front].folded == in_b_[front].folded) ++front;
    std::size_t back = 0;
    while (back < least - front && at_back(in_a_, back).folded == at_back(in_b_, back).folded) ++back;
    common_ = front + back;
    find_gaps(front, in_a_.size() - back, in_b_.size() - back);
    const std::size_t longer = std::max(in_a_.size(), in_b_.size());
    if (longer >= kLong && static_cast<double>(common_) < kLeastCommon * static_cast<double>(longer)) return {};
    for (const Gap& gap : gaps_) mark(gap);
    return std::move(out_);
  }

 private:
  static const Word& at_back(const std::vector<Word>& words, std::size_t back) {
    return words[words.size() - 1 - back];
  }

  // Between the equal ends: the longest common subsequence of [from, a_end) and [from, b_end).
  void find_gaps(std::size_t from, std::size_t a_end, std::size_t b_end) {
    const std::size_t rows = a_end - from;
    const std::size_t columns = b_end - from;
    if (rows > kMostComparedWords || columns > kMostComparedWords) {
      gaps_.push_back({from, a_end, from, b_end});
      return;
    }
    std::vector<std::vector<std::size_t>> common(rows + 1, std::vector<std::size_t>(columns + 1, 0));
    const auto equal = [&](std::size_t i, std::size_t j) { return in_a_[from + i].folded == in_b_[from + j].folded; };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;)
        common[i][j] = equal(i, j) ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
    common_ += common[0][0];
    Gap gap{from, from, from, from};
    std::size_t i = 0;
    std::size_t j = 0;
    const auto close = [&] {
      if (gap.a_begin < from + i || gap.b_begin < from + j)
        gaps_.push_back({gap.a_begin, from + i, gap.b_begin, from + j});
    };
    while (i < rows && j < columns) {
      if (equal(i, j)) {
        close();
        ++i, ++j;
        gap = {from + i, 0, from + j, 0};
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
    i = rows;
    j = columns;
    close();
  }

  void mark(const Gap& gap) {
    if (gap.a_end - gap.a_begin == gap.b_end - gap.b_begin && gap.a_end > gap.a_begin) {
      for (std::size_t k = 0; k < gap.a_end - gap.a_begin; ++k)
        mark_pair(in_a_[gap.a_begin + k].span, in_b_[gap.b_begin + k].span);
      return;
    }
    if (gap.a_begin < gap.a_end) out_.of_a.push_back({in_a_[gap.a_begin].span.begin, in_a_[gap.a_end - 1].span.end});
    if (gap.b_begin < gap.b_end) out_.of_b.push_back({in_b_[gap.b_begin].span.begin, in_b_[gap.b_end - 1].span.end});
  }

  static bool inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  }

  // Two words in one place: the letters that differ, one letter before them where a side would have none.
  void mark_pair(Span in_a, Span in_b) {
    const std::string_view a = in_a.of(a_);
    const std::string_view b = in_b.of(b_);
    const std::size_t least = std::min(a.size(), b.size());
    std::size_t front = 0;
    while (front < least && lower(a[front]) == lower(b[front])) ++front;
    std::size_t back = 0;
    while (back < least - front && lower(a[a.size() - 1 - back]) == lower(b[b.size() - 1 - back])) ++back;
    const auto split = [&](std::size_t at_front, std::size_t at_back) {
      return inside_character(a, at_front) || inside_character(b, at_front) ||
             inside_character(a, a.size() - at_back) || inside_character(b, b.size() - at_back);
    };
    const auto only_letters = [](std::string_view word) {
      return std::all_of(word.begin(), word.end(), [](char c) { return letter(c) || joint(c); });
    };
    const bool near = front + back >= kLeastCommonEnds && 2 * (front + back) >= std::max(a.size(), b.size());
    if (near && only_letters(a) && only_letters(b)) {
      if (front == least - back && front > 0) --front;
      while (front > 0 && split(front, back)) --front;
      while (back > 0 && split(front, back)) --back;
      if (front < a.size() - back && front < b.size() - back) {
        out_.of_a.push_back({in_a.begin + front, in_a.end - back});
        out_.of_b.push_back({in_b.begin + front, in_b.end - back});
        return;
      }
    }
    out_.of_a.push_back(in_a);
    out_.of_b.push_back(in_b);
  }

  std::string_view a_;
  std::string_view b_;
  std::vector<Word> in_a_;
  std::vector<Word> in_b_;
  std::vector<Gap> gaps_;
  std::size_t common_ = 0;
  WordingDifference out_;
};

}  // namespace

WordingDifference difference(std::string_view a, std::string_view b) { return Comparison(a, b).run(); }

}  // namespace hearsay

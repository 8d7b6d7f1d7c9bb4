#include "desk/differences.h"

#include <algorithm>
#include <string>

#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

struct Word {
  Span span;
  std::string folded;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    words.push_back({{begin, end}, fold(text.substr(begin, end - begin))});
    std::erase_if(words.back().folded, [](char c) { return c == '"' || c == ','; });
    at = end;
  }
  return words;
}

// lengths[i][j]: longest common subsequence of a from i and b from j.
std::vector<std::vector<std::size_t>> common_lengths(const std::vector<Word>& a, const std::vector<Word>& b) {
  std::vector<std::vector<std::size_t>> lengths(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      lengths[i][j] =
          a[i].folded == b[j].folded ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

std::size_t shared_start(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size()) {
    const CodePoint one = code_point_at(a, at);
    if (one.value != code_point_at(b, at).value) break;
    at += one.length;
  }
  return at;
}

std::size_t shared_end(std::string_view a, std::string_view b, std::size_t start) {
  std::size_t back = 0;
  while (a.size() - back > start && b.size() - back > start) {
    const std::size_t one = previous_border(a, a.size() - back);
    const std::size_t other = previous_border(b, b.size() - back);
    if (one < start || other < start ||
        a.substr(one, a.size() - back - one) != b.substr(other, b.size() - back - other)) {
      break;
    }
    back = a.size() - one;
  }
  return back;
}

// A run of words of one text against a run of the other.
void mark(std::string_view a, std::string_view b, Span run_a, Span run_b, bool single, Differences& out) {
  if (single) {
    const std::string_view word_a = run_a.of(a);
    const std::string_view word_b = run_b.of(b);
    const std::size_t start = shared_start(word_a, word_b);
    const std::size_t end = shared_end(word_a, word_b, start);
    if (2 * (start + end) >= std::max(word_a.size(), word_b.size())) {
      run_a = {run_a.begin + start, run_a.end - end};
      run_b = {run_b.begin + start, run_b.end - end};
    }
  }
  if (run_a.begin < run_a.end) out.a.push_back(run_a);
  if (run_b.begin < run_b.end) out.b.push_back(run_b);
}

Span run_of(const std::vector<Word>& words, std::size_t from, std::size_t to) {
  return from == to ? Span{} : Span{words[from].span.begin, words[to - 1].span.end};
}

}  // namespace

Differences differences(std::string_view a, std::string_view b) {
  const std::vector<Word> words_a = words_of(a);
  const std::vector<Word> words_b = words_of(b);
  Differences out;
  const std::size_t fewer = std::min(words_a.size(), words_b.size());
  const bool too_long = std::max(words_a.size(), words_b.size()) > kMostWords;
  const auto lengths = too_long ? std::vector<std::vector<std::size_t>>() : common_lengths(words_a, words_b);
  if (too_long || (fewer >= kFewestWords && 2 * lengths[0][0] < fewer)) {
    if (!a.empty()) out.a.push_back({0, a.size()});
    if (!b.empty()) out.b.push_back({0, b.size()});
    return out;
  }
  std::size_t i = 0, j = 0;
  while (i < words_a.size() || j < words_b.size()) {
    const std::size_t from_a = i, from_b = j;
    while (i < words_a.size() || j < words_b.size()) {
      if (i < words_a.size() && j < words_b.size() && words_a[i].folded == words_b[j].folded) break;
      if (j == words_b.size() || (i < words_a.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
        ++i;
      } else {
        ++j;
      }
    }
    const bool single = i - from_a == 1 && j - from_b == 1;
    if (i > from_a || j > from_b) mark(a, b, run_of(words_a, from_a, i), run_of(words_b, from_b, j), single, out);
    if (i < words_a.size() && j < words_b.size()) {
      ++i;
      ++j;
    }
  }
  return out;
}

}  // namespace hearsay

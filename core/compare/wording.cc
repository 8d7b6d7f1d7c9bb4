// The longest common subsequence of words, read back from its end.

#include "core/compare/wording.h"

#include <algorithm>
#include <vector>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

struct Word {
  std::string written;
  std::string form;  // without case, accents and marks
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    if (end > at) {
      Word word{std::string(text.substr(at, end - at)), ""};
      for (const char c : unaccented(word.written)) {
        if (is_letter(c) || c == '\'') word.form += c;
      }
      words.push_back(std::move(word));
    }
    at = end + 1;
  }
  return words;
}

using Table = std::vector<std::vector<std::size_t>>;

// Length of the longest common subsequence of the words from each pair of places on.
Table common_lengths(const std::vector<Word>& a, const std::vector<Word>& b) {
  Table length(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      length[i][j] = a[i].form == b[j].form ? 1 + length[i + 1][j + 1] : std::max(length[i + 1][j], length[i][j + 1]);
    }
  }
  return length;
}

void add(std::string& text, const std::string& word) {
  if (!text.empty()) text += ' ';
  text += word;
}

}  // namespace

double same_wording(std::string_view a, std::string_view b) {
  const std::vector<Word> first = words_of(a);
  const std::vector<Word> second = words_of(b);
  const std::size_t longer = std::max(first.size(), second.size());
  if (first.empty() || second.empty() || longer > kMaxWordingWords) return 0;
  return static_cast<double>(common_lengths(first, second)[0][0]) / static_cast<double>(longer);
}

std::string marked_difference(std::string_view a, std::string_view b) {
  const std::vector<Word> first = words_of(a);
  const std::vector<Word> second = words_of(b);
  if (first.size() > kMaxWordingWords || second.size() > kMaxWordingWords) return std::string(a);
  const Table length = common_lengths(first, second);
  std::string out, only_a, only_b;
  const auto close = [&] {
    if (!only_a.empty() || !only_b.empty()) add(out, "[" + only_a + " | " + only_b + "]");
    only_a.clear();
    only_b.clear();
  };
  for (std::size_t i = 0, j = 0; i < first.size() || j < second.size();) {
    const bool both = i < first.size() && j < second.size();
    if (both && first[i].form == second[j].form) {
      close();
      add(out, first[i].written);
      ++i;
      ++j;
    } else if (j == second.size() || (both && length[i + 1][j] >= length[i][j + 1])) {
      add(only_a, first[i++].written);
    } else {
      add(only_b, second[j++].written);
    }
  }
  close();
  return out;
}

}  // namespace hearsay

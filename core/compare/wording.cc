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

// Words in a row that both have, or that stand in each other's place.
struct Stretch {
  bool equal = false;
  std::vector<const Word*> a;
  std::vector<const Word*> b;
};

std::vector<Stretch> stretches_of(const std::vector<Word>& first, const std::vector<Word>& second) {
  const Table length = common_lengths(first, second);
  std::vector<Stretch> stretches;
  const auto open = [&](bool equal) -> Stretch& {
    if (stretches.empty() || stretches.back().equal != equal) stretches.push_back({equal, {}, {}});
    return stretches.back();
  };
  for (std::size_t i = 0, j = 0; i < first.size() || j < second.size();) {
    const bool both = i < first.size() && j < second.size();
    if (both && first[i].form == second[j].form) {
      Stretch& stretch = open(true);
      stretch.a.push_back(&first[i++]);
      stretch.b.push_back(&second[j++]);
    } else if (j == second.size() || (both && length[i + 1][j] >= length[i][j + 1])) {
      open(false).a.push_back(&first[i++]);
    } else {
      open(false).b.push_back(&second[j++]);
    }
  }
  return stretches;
}

std::string joined(const std::vector<const Word*>& words) {
  std::string text;
  for (const Word* word : words) add(text, word->written);
  return text;
}

// "it's" and "it is", but not "isn't" and "is".
bool contracts(const std::vector<const Word*>& words, const std::vector<const Word*>& other) {
  const std::string& form = words.front()->form;
  const std::size_t mark = form.find('\'');
  return words.size() == 1 && mark != std::string::npos && !form.ends_with("n't") &&
         other.front()->form == form.substr(0, mark);
}

bool tells(const Stretch& stretch) {
  static constexpr std::string_view kEmpty[] = {"",    "a",    "an", "the", "this", "that", "these", "those", "which",
                                                "who", "whom", "it", "its", "er",   "um",   "uh",    "oh",    "well"};
  if (contracts(stretch.a, stretch.b) || contracts(stretch.b, stretch.a)) return false;
  const auto says = [](const std::vector<const Word*>& words) {
    return std::any_of(words.begin(), words.end(), [](const Word* word) {
      return std::find(std::begin(kEmpty), std::end(kEmpty), word->form) == std::end(kEmpty);
    });
  };
  return says(stretch.a) && says(stretch.b);
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
  std::string out;
  for (const Stretch& stretch : stretches_of(first, second)) {
    add(out, stretch.equal ? joined(stretch.a) : "[" + joined(stretch.a) + " | " + joined(stretch.b) + "]");
  }
  return out;
}

std::string exchanged_words(std::string_view a, std::string_view b) {
  const std::vector<Word> first = words_of(a);
  const std::vector<Word> second = words_of(b);
  if (first.size() > kMaxWordingWords || second.size() > kMaxWordingWords) return {};
  for (const Stretch& stretch : stretches_of(first, second)) {
    if (!stretch.equal && !stretch.a.empty() && !stretch.b.empty() && tells(stretch))
      return joined(stretch.a) + " | " + joined(stretch.b);
  }
  return {};
}

}  // namespace hearsay

// Leaving letters out to find words a few slips apart is the method of Mor and Fraenkel (1982), known as symmetric
// deletion. A letter whose sound depends on the language stands in a skeleton in each of its ways.

#include "core/compare/word_neighbours.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "core/compare/block_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortestSlip = 4;   // bytes; of shorter words none is forgiven
constexpr std::size_t kTwoSlips = 10;      // from here on two are
constexpr std::size_t kShortestSound = 3;  // bytes
constexpr std::size_t kMostSkeletons = 16;
constexpr std::size_t kShortestStem = 3;  // of a short form, without its ending
constexpr std::size_t kLongestStem = 8;
constexpr std::uint32_t kAnyLanguage = ~std::uint32_t{0};

void leave_out(const std::string& word, std::size_t letters, std::size_t from, std::vector<std::string>& keys) {
  keys.push_back(word);
  if (letters == 0) return;
  for (std::size_t i = from; i < word.size(); ++i) {
    leave_out(word.substr(0, i) + word.substr(i + 1), letters - 1, i, keys);
  }
}

std::string undoubled(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (plain.empty() || plain.back() != c) plain += c;
  }
  return plain;
}

// What the letters at `at` may sound like: alternatives in classes of consonants ("" for none), and how many letters.
struct Sound {
  std::vector<std::string_view> ways;
  std::size_t letters = 1;
};

Sound sound_at(std::string_view word, std::size_t at) {
  static constexpr std::string_view kClasses = "_PKT_PK__KKLMN_PKRST_PPK_S";  // a-z; _ for what is left out
  const char letter = word[at];
  const char next = at + 1 < word.size() ? word[at + 1] : ' ';
  if (letter < 'a' || letter > 'z') return {{""}, 1};
  if (next == 'h') {
    if (letter == 'c') return {{"K", "S", ""}, 2};
    if (letter == 'k' || letter == 'g') return {{"K", ""}, 2};
    if (letter == 't' || letter == 'd') return {{"T", "S"}, 2};
    if (letter == 'z') return {{"K", "S"}, 2};
  }
  if (letter == 't' && (next == 'c' || next == 's' || next == 'z')) return {{""}, 1};
  if (letter == 'd' && next == 'j') return {{""}, 1};
  if (letter == 'c') return {{"K", "S"}, 1};
  if (letter == 'g' || letter == 'j') return {{"K", ""}, 1};
  if (letter == 'w') return {{"P", ""}, 1};
  if (letter == 'x') return {{"K", "KS", ""}, 1};
  const std::string_view sound = kClasses.substr(static_cast<std::size_t>(letter - 'a'), 1);
  return {{sound == "_" ? std::string_view() : sound}, 1};
}

std::vector<std::string> skeletons(std::string_view word) {
  std::vector<std::string> found{""};
  for (std::size_t at = 0; at < word.size();) {
    const Sound sound = sound_at(word, at);
    at += sound.letters;
    std::vector<std::string> longer;
    for (const std::string& start : found) {
      for (const std::string_view way : sound.ways) {
        if (longer.size() == kMostSkeletons) break;
        std::string skeleton = start;
        for (const char c : way) {
          if (skeleton.empty() || skeleton.back() != (c == 'M' ? 'N' : c)) skeleton += c == 'M' ? 'N' : c;
        }
        longer.push_back(std::move(skeleton));
      }
    }
    found = std::move(longer);
  }
  return found;
}

// "gabi", "vally" -> "gab", "vall"; empty if it is no short form.
std::string_view stem_of_short_form(std::string_view word) {
  if (word.ends_with("ie")) {
    word.remove_suffix(2);
  } else if (word.ends_with('i') || word.ends_with('y')) {
    word.remove_suffix(1);
  } else {
    return {};
  }
  return word.size() < kShortestStem || word.size() > kLongestStem ? std::string_view() : word;
}

// Short forms by their stem.
using ShortForms = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

ShortForms short_forms(const std::vector<NameToken>& words) {
  ShortForms forms;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::string_view stem = stem_of_short_form(words[i].text);
    if (!stem.empty()) forms[stem].push_back(i);
  }
  return forms;
}

// Keys under which a word meets all its neighbours but short forms.
std::vector<std::string> word_keys(const NameToken& word) {
  std::vector<std::string> keys;
  const std::string& text = word.text;
  const std::size_t slips = text.size() < kShortestSlip ? 0 : text.size() < kTwoSlips ? 1 : 2;
  leave_out(text, slips, 0, keys);
  if (const std::string once = undoubled(text); slips > 0 && once != text) leave_out(once, 1, 0, keys);
  if (!word.expanded.empty()) keys.push_back(word.expanded);
  if (text.size() > kShortestSlip + 1) keys.push_back(text.substr(2));  // without an Arabic article
  if (text.size() >= kShortestSound) {
    for (const std::string& skeleton : skeletons(text)) keys.push_back("~" + skeleton);
  }
  keys.push_back("=" + consonants(text));
  if (word.word != nullptr) {
    for (const auto* rows : {&word.word->spellings, &word.word->full, &word.word->familiar}) {
      for (const std::uint16_t row : *rows) keys.push_back("#" + std::to_string(row));
    }
  }
  return keys;
}

// What shuts a match out at a glance, by the kind of key that two words share.
bool may_match(const NameToken& a, const NameToken& b, char kind) {
  constexpr int kMostFarLetters = 6;  // as TokenMatcher has it
  if (kind == '#' || kind == '=') return true;
  if (std::popcount(a.letters ^ b.letters) > kMostFarLetters) return false;
  return kind != '~' || a.consonants.may_agree(b.consonants);
}

}  // namespace

WordNeighbours::WordNeighbours(const std::vector<NameToken>& words, const TokenMatcher& matcher, unsigned threads) {
  const bool any_bare = std::any_of(words.begin(), words.end(), [](const NameToken& word) { return word.bare; });
  std::vector<std::vector<std::uint64_t>> entries(threads);
  const auto keys_of = [&](std::uint32_t i) {
    std::vector<std::string> keys = word_keys(words[i]);
    if (!any_bare) std::erase_if(keys, [](const std::string& key) { return key.front() == '='; });
    return keys;
  };
  in_parts(words.size(), threads, [&](unsigned part, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const auto place = static_cast<std::uint32_t>(i);
      for (const std::string& key : keys_of(place)) entries[part].push_back(BlockIndex::entry(key_hash(key), place));
    }
  });
  const BlockIndex index(std::move(entries));
  const ShortForms forms = short_forms(words);
  std::vector<std::vector<std::uint64_t>> found(threads);  // two words: the lower number above 32 bits of the other
  in_parts(words.size(), threads, [&](unsigned part, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> others;
    for (std::size_t i = first; i < last; ++i) {
      const NameToken& word = words[i];
      const auto place = static_cast<std::uint32_t>(i);
      others.clear();
      for (const std::string& key : keys_of(place)) {
        index.look_up(key_hash(key), [&](std::uint32_t other) {
          if (other > place && may_match(word, words[other], key.front())) others.push_back(other);
        });
      }
      for (std::size_t length = kShortestStem; length <= std::min(word.text.size(), kLongestStem); ++length) {
        const auto forms_of = forms.find(std::string_view(word.text).substr(0, length));
        if (forms_of != forms.end()) others.insert(others.end(), forms_of->second.begin(), forms_of->second.end());
      }
      std::sort(others.begin(), others.end());
      others.erase(std::unique(others.begin(), others.end()), others.end());
      for (const std::uint32_t other : others) {
        if (other == i || !matcher.match(word, words[other], kAnyLanguage).any()) continue;
        found[part].push_back(std::uint64_t{std::min<std::uint32_t>(place, other)} << 32U | std::max(place, other));
      }
    }
  });
  std::vector<std::uint64_t> pairs;
  for (std::vector<std::uint64_t>& part : found) {
    pairs.insert(pairs.end(), part.begin(), part.end());
    std::vector<std::uint64_t>().swap(part);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  arrange(pairs, words.size());
}

void WordNeighbours::arrange(const std::vector<std::uint64_t>& pairs, std::size_t words) {
  const auto low = [](std::uint64_t pair) { return static_cast<std::uint32_t>(pair >> 32U); };
  const auto high = [](std::uint64_t pair) { return static_cast<std::uint32_t>(pair); };
  first_.assign(words + 1, 0);
  for (std::size_t i = 0; i < words; ++i) first_[i + 1] = 1;  // itself
  for (const std::uint64_t pair : pairs) {
    ++first_[low(pair) + 1];
    ++first_[high(pair) + 1];
  }
  for (std::size_t i = 0; i < words; ++i) first_[i + 1] += first_[i];
  neighbours_.resize(first_.back());
  std::vector<std::size_t> next(first_.begin(), first_.end());
  for (const std::uint64_t pair : pairs) neighbours_[next[high(pair)]++] = low(pair);
  for (std::uint32_t i = 0; i < words; ++i) neighbours_[next[i]++] = i;
  for (const std::uint64_t pair : pairs) neighbours_[next[low(pair)]++] = high(pair);
}

}  // namespace hearsay

// Words that sound alike are found in a tree of sounds a language (core/compare/sound_index), all others by keys that
// they share. Leaving letters out to find words a few slips apart is the method of Mor and Fraenkel (1982), known as
// symmetric deletion.

#include "core/compare/word_neighbours.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "core/compare/block_index.h"
#include "core/compare/sound_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortestSlip = 4;  // bytes; of shorter words none is forgiven
constexpr std::size_t kTwoSlips = 10;     // from here on two are
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

// Keys under which a word meets all its neighbours but short forms and those of its sound.
std::vector<std::string> word_keys(const NameToken& word) {
  std::vector<std::string> keys;
  const std::string& text = word.text;
  const std::size_t slips = text.size() < kShortestSlip ? 0 : text.size() < kTwoSlips ? 1 : 2;
  leave_out(text, slips, 0, keys);
  if (const std::string once = undoubled(text); slips > 0 && once != text) leave_out(once, 1, 0, keys);
  if (!word.expanded.empty()) keys.push_back(word.expanded);
  if (text.size() > kShortestSlip + 1) keys.push_back(text.substr(2));  // without an Arabic article
  keys.push_back("=" + consonants(text));
  if (word.word != nullptr) {
    for (const auto* rows : {&word.word->spellings, &word.word->full, &word.word->familiar}) {
      for (const std::uint16_t row : *rows) keys.push_back("#" + std::to_string(row));
    }
  }
  return keys;
}

// All words by their keys.
class MeetingWords {
 public:
  MeetingWords(const std::vector<NameToken>& words, unsigned threads)
      : words_(words),
        any_bare_(std::any_of(words.begin(), words.end(), [](const NameToken& word) { return word.bare; })),
        forms_(short_forms(words)) {
    std::vector<std::vector<std::uint64_t>> entries(threads);
    in_parts(words.size(), threads, [&](unsigned part, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) {
        const auto place = static_cast<std::uint32_t>(i);
        for (const std::string& key : keys_of(place)) entries[part].push_back(BlockIndex::entry(key_hash(key), place));
      }
    });
    index_ = BlockIndex(std::move(entries));
  }

  // Appends the words that `place` shares a key with: those after it, and any that it may be short for.
  void gather(std::uint32_t place, std::vector<std::uint32_t>& others) const {
    constexpr int kMostFarLetters = 6;  // as TokenMatcher has it
    const NameToken& word = words_[place];
    for (const std::string& key : keys_of(place)) {
      const bool any_letters = key.front() == '#' || key.front() == '=';
      index_.look_up(key_hash(key), [&](std::uint32_t other) {
        if (other > place && (any_letters || std::popcount(word.letters ^ words_[other].letters) <= kMostFarLetters))
          others.push_back(other);
      });
    }
    const std::string_view text = word.text;
    for (std::size_t length = kShortestStem; length <= std::min(text.size(), kLongestStem); ++length) {
      const auto forms = forms_.find(text.substr(0, length));
      if (forms != forms_.end()) others.insert(others.end(), forms->second.begin(), forms->second.end());
    }
  }

 private:
  [[nodiscard]] std::vector<std::string> keys_of(std::uint32_t place) const {
    std::vector<std::string> keys = word_keys(words_[place]);
    if (!any_bare_) std::erase_if(keys, [](const std::string& key) { return key.front() == '='; });
    return keys;
  }

  const std::vector<NameToken>& words_;
  bool any_bare_;
  ShortForms forms_;
  BlockIndex index_;
};

}  // namespace

struct WordNeighbours::Pair {
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  float cost = 0;
  bool habit = false;
};

WordNeighbours::WordNeighbours(const std::vector<NameToken>& words, const TokenMatcher& matcher, unsigned threads) {
  std::vector<std::vector<Pair>> found(threads);
  const auto take = [&](unsigned part, std::uint32_t word, std::vector<std::uint32_t>& others) {
    constexpr double kMostCost = 1 - NameComparer::kVariantScore;
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const std::uint32_t other : others) {
      if (other == word) continue;
      const TokenMatch match = matcher.match(words[word], words[other], kAnyLanguage);
      if (match.cost > kMostCost) continue;
      found[part].push_back({std::min(word, other), std::max(word, other), static_cast<float>(match.cost),
                             match.rule == NameDifference::romanisation});
    }
    others.clear();
  };
  const MeetingWords meeting(words, threads);
  in_parts(words.size(), threads, [&](unsigned part, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> others;
    for (std::size_t i = first; i < last; ++i) {
      meeting.gather(static_cast<std::uint32_t>(i), others);
      take(part, static_cast<std::uint32_t>(i), others);
    }
  });
  for (const SoundLanguage language : kEverySoundLanguage) {
    std::vector<Sounds::Reading> readings;
    readings.reserve(words.size());
    for (const NameToken& word : words) readings.push_back(matcher.reading(word, language));
    const SoundIndex index(matcher.sounds(), language, readings);
    in_parts(words.size(), threads, [&](unsigned part, std::size_t first, std::size_t last) {
      std::vector<std::uint32_t> others;
      for (std::size_t i = first; i < last; ++i) {
        const auto place = static_cast<std::uint32_t>(i);
        index.find(readings[i], others);
        std::erase_if(others, [&](std::uint32_t other) { return other <= place; });
        take(part, place, others);
      }
    });
  }
  std::vector<Pair> pairs;
  for (std::vector<Pair>& part : found) {
    pairs.insert(pairs.end(), part.begin(), part.end());
    std::vector<Pair>().swap(part);
  }
  const auto before = [](const Pair& x, const Pair& y) { return x.low != y.low ? x.low < y.low : x.high < y.high; };
  std::sort(pairs.begin(), pairs.end(), before);
  const auto same = [](const Pair& x, const Pair& y) { return x.low == y.low && x.high == y.high; };
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
  arrange(pairs, words.size());
}

void WordNeighbours::arrange(const std::vector<Pair>& pairs, std::size_t words) {
  first_.assign(words + 1, 0);
  for (std::size_t i = 0; i < words; ++i) first_[i + 1] = 1;  // itself
  for (const Pair& pair : pairs) {
    ++first_[pair.low + 1];
    ++first_[pair.high + 1];
  }
  for (std::size_t i = 0; i < words; ++i) first_[i + 1] += first_[i];
  neighbours_.resize(first_.back());
  std::vector<std::size_t> next(first_.begin(), first_.end());
  for (const Pair& pair : pairs) neighbours_[next[pair.high]++] = {pair.low, pair.cost, pair.habit};
  for (std::uint32_t i = 0; i < words; ++i) neighbours_[next[i]++] = {i, 0, false};
  for (const Pair& pair : pairs) neighbours_[next[pair.low]++] = {pair.high, pair.cost, pair.habit};
}

const WordNeighbours::Neighbour* WordNeighbours::find(std::uint32_t word, std::uint32_t other) const {
  const std::span<const Neighbour> all = of(word);
  const auto at = std::lower_bound(all.begin(), all.end(), other, [](const Neighbour& neighbour, std::uint32_t wanted) {
    return neighbour.word < wanted;
  });
  return at != all.end() && at->word == other ? &*at : nullptr;
}

}  // namespace hearsay

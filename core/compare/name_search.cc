// Two names are one only if every word of the shorter one goes with a word of the other. So a name of two words or more
// looks up those of its pairs of words that promises least, each word in all its neighbours, among the pairs of words
// of all names; an initial beside a word looks up that letter beside the word's neighbours; a single word the names
// that hold it. Names that read as Korean or Chinese meet besides under surname and syllables, whatever their spelling.
// What is met is compared in full. Limits: of a name with more than kMostPaired words the further ones are not looked
// up; words run together are met where the whole is a word of the list, spelled alike.

#include "core/compare/name_search.h"

#include <algorithm>
#include <array>

#include "core/compare/block_index.h"
#include "core/compare/name_list.h"
#include "core/compare/word_neighbours.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostPaired = 6;        // words of a name
constexpr double kSpelledAlike = 0.1;         // what a single word may cost, as core/compare/name_judgement has it
constexpr std::uint64_t kWord = 1ULL << 40U;  // what the first half of a key is
constexpr std::uint64_t kLetter = 2ULL << 40U;
constexpr std::uint64_t kSingle = 3ULL << 40U;
constexpr std::uint64_t kSyllables = 4ULL << 40U;
constexpr std::uint64_t kCutShort = 5ULL << 40U;

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) { return key_hash(kWord | std::min(a, b), std::max(a, b)); }
std::uint64_t letter_key(char letter, std::uint32_t word) {
  return key_hash(kLetter | static_cast<unsigned char>(letter), word);
}
std::uint64_t word_key(std::uint32_t word) { return key_hash(kWord, word); }
std::uint64_t single_key(std::uint32_t word) { return key_hash(kSingle, word); }

// Keys of names by surname and syllables. What a name is found under and what it looks up differ only for names cut
// short: a longer name stands under all but its last syllable.
class Syllables {
 public:
  Syllables(const NameList& list, const NameReader& reader) : list_(list), reader_(reader) {}

  void stands_under(std::uint32_t place, std::vector<std::uint64_t>& keys) const { add(place, 1, keys); }
  void looks_up(std::uint32_t place, std::vector<std::uint64_t>& keys) const { add(place, 0, keys); }

 private:
  void add(std::uint32_t place, std::size_t cut, std::vector<std::uint64_t>& keys) const {
    const Hangul& hangul = reader_.hangul();
    for (const KoreanReading& reading : list_.korean(place)) {
      std::vector<std::vector<std::uint16_t>> meanings;
      for (std::size_t i = 0; i < reading.syllables; ++i) meanings.push_back(hangul.meanings(reading.given[i]));
      for (const std::uint16_t surname : hangul.surnames(reading.surname)) {
        spell(meanings, 0, key_hash(kSyllables, surname), keys);
        std::uint64_t spelled = key_hash(kCutShort, surname);
        if (reading.syllables <= cut) continue;
        for (std::size_t i = 0; i + cut < reading.syllables; ++i) spelled = key_hash(spelled, reading.given[i]);
        keys.push_back(spelled);
      }
    }
    const Pinyin& pinyin = reader_.pinyin();
    for (ChineseReading reading : list_.chinese(place)) {
      for (const bool in_pinyin : {reading.in_pinyin, false}) {
        reading.in_pinyin = in_pinyin;
        std::vector<std::vector<std::uint16_t>> meanings;
        for (std::size_t i = 0; i < reading.syllables; ++i) meanings.push_back(pinyin.meanings(reading, i));
        for (const std::uint16_t surname : pinyin.surnames(reading.surname))
          spell(meanings, 0, key_hash(kSyllables + 1, surname), keys);
      }
    }
  }

  // A key for every way to read the syllables from `at` on; at most three of them.
  static void spell(const std::vector<std::vector<std::uint16_t>>& meanings, std::size_t at, std::uint64_t key,
                    std::vector<std::uint64_t>& keys) {
    if (at == meanings.size()) {
      keys.push_back(key_hash(key, at));
      return;
    }
    for (const std::uint16_t meaning : meanings[at]) spell(meanings, at + 1, key_hash(key, meaning), keys);
  }

  const NameList& list_;
  const NameReader& reader_;
};

class Candidates {
 public:
  Candidates(const NameList& list, const NameComparer& names, const NameSearch::Options& options)
      : list_(list),
        matcher_(names.sounds()),
        neighbours_(list.words(), matcher_, options.threads),
        syllables_(list, names.reader()),
        largest_(options.largest_block) {
    std::vector<std::vector<std::uint64_t>> entries(options.threads);
    std::vector<std::vector<std::uint32_t>> counts(options.threads, std::vector<std::uint32_t>(list.words().size()));
    in_parts(list.size(), options.threads, [&](unsigned part, std::size_t first, std::size_t last) {
      std::vector<std::uint64_t> keys;
      for (std::size_t i = first; i < last; ++i) {
        const auto place = static_cast<std::uint32_t>(i);
        keys.clear();
        stands_under(list_.parts(place), keys, counts[part]);
        syllables_.stands_under(place, keys);
        for (const std::uint64_t key : keys) entries[part].push_back(BlockIndex::entry(key, place));
      }
    });
    index_ = BlockIndex(std::move(entries));
    borne_ = std::move(counts.front());
    for (std::size_t part = 1; part < counts.size(); ++part) {
      for (std::size_t word = 0; word < borne_.size(); ++word) borne_[word] += counts[part][word];
    }
  }

  [[nodiscard]] std::uint64_t neighbours() const { return neighbours_.size(); }

  // The names that `place` must be compared with, in no order; false if there are more than the largest block.
  bool gather(std::uint32_t place, std::vector<std::uint32_t>& others) const {
    others.clear();
    const NameList::Parts parts = list_.parts(place);
    const auto take = [&](std::uint32_t other) { others.push_back(other); };
    if (parts.words.size() == 1 && parts.initials.empty()) {
      single_word(parts.words.front(), take);
    } else if (parts.words.size() > 1) {
      rarest_pair(parts, take);
    }
    for (const char initial : parts.initials) {
      for (const std::uint32_t word : parts.words) {
        for (const std::uint32_t other : neighbours_.of(word)) index_.look_up(letter_key(initial, other), take);
      }
    }
    std::vector<std::uint64_t> keys;
    syllables_.looks_up(place, keys);
    for (const std::uint64_t key : keys) index_.look_up(key, take);
    return others.size() <= largest_;
  }

 private:
  void stands_under(const NameList::Parts& parts, std::vector<std::uint64_t>& keys,
                    std::vector<std::uint32_t>& counts) const {
    const std::size_t size = std::min(parts.words.size(), kMostPaired);
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint32_t word = parts.words[i];
      ++counts[word];
      keys.push_back(word_key(word));
      for (std::size_t j = i + 1; j < size; ++j) keys.push_back(pair_key(word, parts.words[j]));
      for (std::size_t j = 0; j < parts.firsts.size(); ++j) {
        if (j != i) keys.push_back(letter_key(parts.firsts[j], word));
      }
    }
    if (size == 1) keys.push_back(single_key(parts.words.front()));
    for (std::size_t i = 0; i < parts.joined.size(); ++i) {
      keys.push_back(word_key(parts.joined[i]));
      for (std::size_t j = 0; j < size; ++j) {
        if ((parts.joined_of[i] >> j & 1U) == 0) keys.push_back(pair_key(parts.joined[i], parts.words[j]));
      }
    }
  }

  // A family name alone stands for nobody in particular where many bear it: then only equal single words are one.
  template <typename Take>
  void single_word(std::uint32_t word, const Take& take) const {
    const NameToken& token = list_.words()[word];
    const bool common = token.word != nullptr && (token.word->common_given || token.word->common_surname);
    for (const std::uint32_t other : neighbours_.of(word)) {
      index_.look_up(single_key(other), take);
      if (common || matcher_.match(token, list_.words()[other], 0).cost > kSpelledAlike) continue;
      index_.look_up(word_key(other), take);
    }
  }

  template <typename Take>
  void rarest_pair(const NameList::Parts& parts, const Take& take) const {
    const std::size_t size = std::min(parts.words.size(), kMostPaired);
    std::array<double, kMostPaired> borne{};
    for (std::size_t i = 0; i < size; ++i) {
      for (const std::uint32_t other : neighbours_.of(parts.words[i])) borne[i] += borne_[other];
    }
    std::size_t one = 0;
    std::size_t two = 1;
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = i + 1; j < size; ++j) {
        if (borne[i] * borne[j] < borne[one] * borne[two]) {
          one = i;
          two = j;
        }
      }
    }
    for (const std::uint32_t a : neighbours_.of(parts.words[one])) {
      for (const std::uint32_t b : neighbours_.of(parts.words[two])) index_.look_up(pair_key(a, b), take);
    }
  }

  const NameList& list_;
  TokenMatcher matcher_;
  WordNeighbours neighbours_;
  Syllables syllables_;
  BlockIndex index_;
  std::vector<std::uint32_t> borne_;  // by word: names that hold it
  std::size_t largest_;
};

// Names by place; keeps the last ones asked for.
class KeptNames {
 public:
  explicit KeptNames(const NameList& list) : list_(list), kept_(kKept), places_(kKept, kNone) {}

  const Name& at(std::uint32_t place) {
    const std::size_t slot = place % kKept;
    if (places_[slot] != place) {
      kept_[slot] = list_.name(place);
      places_[slot] = place;
    }
    return kept_[slot];
  }

 private:
  static constexpr std::size_t kKept = std::size_t{1} << 13U;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  const NameList& list_;
  std::vector<Name> kept_;
  std::vector<std::uint32_t> places_;
};

// Two names: the earlier place above 32 bits of the later one. Sorted, each once.
std::vector<std::uint64_t> candidate_pairs(const NameList& list, const Candidates& candidates, unsigned threads,
                                           std::uint64_t& skipped) {
  std::vector<std::vector<std::uint64_t>> parts(threads);
  std::vector<std::uint64_t> skips(threads);
  in_parts(list.size(), threads, [&](unsigned part, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> others;
    for (std::size_t i = first; i < last; ++i) {
      const auto place = static_cast<std::uint32_t>(i);
      if (!candidates.gather(place, others)) {
        ++skips[part];
        continue;
      }
      std::sort(others.begin(), others.end());
      others.erase(std::unique(others.begin(), others.end()), others.end());
      for (const std::uint32_t other : others) {
        if (other == place) continue;
        parts[part].push_back(std::uint64_t{std::min(place, other)} << 32U | std::max(place, other));
      }
    }
    std::sort(parts[part].begin(), parts[part].end());
  });
  std::vector<std::uint64_t> pairs;
  for (unsigned part = 0; part < threads; ++part) {
    const auto middle = static_cast<std::ptrdiff_t>(pairs.size());
    pairs.insert(pairs.end(), parts[part].begin(), parts[part].end());
    std::vector<std::uint64_t>().swap(parts[part]);
    std::inplace_merge(pairs.begin(), pairs.begin() + middle, pairs.end());
    skipped += skips[part];
  }
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

NameSearch::Found NameSearch::variants(const std::vector<std::string>& written, const Options& options) const {
  Options safe = options;
  safe.threads = std::max(1U, safe.threads);
  const NameList list(written, std::min(written.size(), kMostNames), names_.reader(), safe.threads);
  const Candidates candidates(list, names_, safe);
  Found found;
  found.words = list.words().size();
  found.neighbours = candidates.neighbours();
  const std::vector<std::uint64_t> pairs = candidate_pairs(list, candidates, safe.threads, found.blocks_skipped);
  found.compared = pairs.size();
  std::vector<std::vector<Pair>> parts(safe.threads);
  in_parts(pairs.size(), safe.threads, [&](unsigned part, std::size_t first, std::size_t last) {
    KeptNames kept(list);
    Name name;
    for (std::size_t i = first; i < last; ++i) {
      const auto a = static_cast<std::uint32_t>(pairs[i] >> 32U);
      const auto b = static_cast<std::uint32_t>(pairs[i]);
      if (i == first || a != static_cast<std::uint32_t>(pairs[i - 1] >> 32U)) name = list.name(a);
      const NameComparison verdict = names_.compare(name, kept.at(b));
      if (verdict.answer == NameAnswer::different) continue;
      parts[part].push_back({a, b, verdict.answer, verdict.kind, static_cast<float>(verdict.score)});
    }
  });
  for (const std::vector<Pair>& part : parts) found.pairs.insert(found.pairs.end(), part.begin(), part.end());
  return found;
}

}  // namespace hearsay

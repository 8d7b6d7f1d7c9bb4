// A name of two words or more looks up those of its pairs of words that promises least, each word in all its
// neighbours, among the pairs of words of all names; an initial beside a word looks up that letter beside the word's
// neighbours; a single word the names that hold it. Names that read as Korean or Chinese meet besides under surname and
// syllables, whatever their spelling. What is met goes on only where every word of the shorter name has one to go with
// in the other, and what they cost together leaves the names one. Limits: of a name with more than kMostPaired words
// the further ones are not looked up; words run together are met where the whole is a word of the list, spelled alike.

#include "core/compare/name_candidates.h"

#include <algorithm>
#include <array>

#include "core/compare/name_judgement.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostPaired = 6;        // words of a name
constexpr double kSpelledAlike = 0.1;         // what a single word may cost, as core/compare/name_judgement has it
constexpr std::uint64_t kWord = 1ULL << 40U;  // what the first half of a key is
constexpr std::uint64_t kLetter = 2ULL << 40U;
constexpr std::uint64_t kSingle = 3ULL << 40U;
constexpr std::uint64_t kSyllables = 4ULL << 40U;
constexpr std::uint64_t kCutShort = 5ULL << 40U;

std::uint64_t letter_key(char letter, std::uint32_t word) {
  return key_hash(kLetter | static_cast<unsigned char>(letter), word);
}
std::uint64_t word_key(std::uint32_t word) { return key_hash(kWord, word); }
std::uint64_t single_key(std::uint32_t word) { return key_hash(kSingle, word); }

constexpr double kMostCost = 1 - NameComparer::kVariantScore;
constexpr double kSlack = 0.05;       // a word has one cost here, though accents may make it dearer in one name
constexpr double kInitialCost = 0.1;  // at least, as core/compare/name_tokens and kFurther have it
constexpr double kNone = 2;

// What the neighbour must cost in a name, however many others are spelled in another way, too.
double least(const WordNeighbours::Neighbour& neighbour) {
  return static_cast<double>(neighbour.cost) * (neighbour.habit ? kFurther : 1);
}

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
      std::vector<std::vector<std::uint16_t>> kept = meanings;
      kept.resize(meanings.size() - std::min(cut, meanings.size()));
      for (const std::uint16_t surname : hangul.surnames(reading.surname)) {
        spell(meanings, 0, key_hash(kSyllables, surname), keys);
        if (reading.syllables > cut) spell(kept, 0, key_hash(kCutShort, surname), keys);
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

}  // namespace

NameCandidates::NameCandidates(const NameList& list, const NameComparer& names, unsigned threads)
    : list_(list),
      reader_(names.reader()),
      matcher_(names.sounds()),
      neighbours_(list.words(), matcher_, threads),
      runs_together_(list.size()) {
  std::vector<Standing> parts(threads);
  in_parts(list.size(), threads, [&](unsigned part, std::size_t first, std::size_t last) {
    std::vector<std::uint64_t> keys;
    parts[part].counts.resize(list.words().size());
    for (std::size_t i = first; i < last; ++i) {
      const auto place = static_cast<std::uint32_t>(i);
      keys.clear();
      stand(place, keys, parts[part]);
      Syllables(list_, reader_).stands_under(place, keys);
      for (const std::uint64_t key : keys) parts[part].entries.push_back(BlockIndex::entry(key, place));
    }
  });
  std::vector<std::vector<std::uint64_t>> entries;
  std::vector<std::vector<WordPairs::Pair>> pairs;
  borne_.resize(list.words().size());
  for (Standing& part : parts) {
    entries.push_back(std::move(part.entries));
    pairs.push_back(std::move(part.pairs));
    for (std::size_t word = 0; word < borne_.size(); ++word) borne_[word] += part.counts[word];
  }
  index_ = BlockIndex(std::move(entries));
  pairs_ = WordPairs(std::move(pairs), list.words().size());
}

// The keys that the name at `place` is met under.
void NameCandidates::stand(std::uint32_t place, std::vector<std::uint64_t>& keys, Standing& standing) {
  const NameList::Glance name = list_.glance(place);
  const NameList::Parts parts = list_.parts(place);
  runs_together_[place] = parts.joined.empty() ? 0 : 1;
  const std::size_t size = std::min(name.words.size(), kMostPaired);
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t word = name.words[i];
    ++standing.counts[word];
    keys.push_back(word_key(word));
    for (std::size_t j = i + 1; j < size; ++j) standing.pairs.push_back({word, name.words[j], place});
    for (std::size_t j = 0; j < parts.firsts.size(); ++j) {
      if (j != i) keys.push_back(letter_key(parts.firsts[j], word));
    }
  }
  if (size == 1) keys.push_back(single_key(name.words.front()));
  for (std::size_t i = 0; i < parts.joined.size(); ++i) {
    keys.push_back(word_key(parts.joined[i]));
    for (std::size_t j = 0; j < size; ++j) {
      if ((parts.joined_of[i] >> j & 1U) == 0) standing.pairs.push_back({parts.joined[i], name.words[j], place});
    }
  }
}

std::size_t NameCandidates::gather(std::uint32_t place, std::vector<std::uint32_t>& others) const {
  others.clear();
  const NameList::Glance name = list_.glance(place);
  if (name.words.size() == 1 && name.initials.empty()) single_word(name, others);
  if (name.words.size() > 1) rarest_pair(name, others);
  beside_initials(name, others);
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  std::erase_if(others, [&](std::uint32_t other) { return !may_be_one(place, other); });
  std::erase(others, place);
  const std::size_t all = others.size();
  std::erase_if(others, [&](std::uint32_t other) { return !met_from(place, other); });
  const auto by_words = static_cast<std::ptrdiff_t>(others.size());
  std::vector<std::uint64_t> keys;
  Syllables(list_, reader_).looks_up(place, keys);
  for (const std::uint64_t key : keys) index_.look_up(key, [&](std::uint32_t other) { others.push_back(other); });
  std::sort(others.begin() + by_words, others.end());
  std::inplace_merge(others.begin(), others.begin() + by_words, others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  std::erase(others, place);
  return all + others.size() - static_cast<std::size_t>(by_words);
}

// A family name alone stands for nobody in particular where many bear it: then only equal single words are one.
void NameCandidates::single_word(const NameList::Glance& name, std::vector<std::uint32_t>& others) const {
  const auto take = [&](std::uint32_t other) { others.push_back(other); };
  const std::uint32_t word = name.words.front();
  const NameWord* known = list_.words()[word].word;
  const bool common = known != nullptr && (known->common_given || known->common_surname);
  for (const WordNeighbours::Neighbour& neighbour : neighbours_.of(word)) {
    index_.look_up(single_key(neighbour.word), take);
    if (!common && matcher_.match(list_.words()[word], list_.words()[neighbour.word], 0).cost <= kSpelledAlike)
      index_.look_up(word_key(neighbour.word), take);
  }
}

void NameCandidates::rarest_pair(const NameList::Glance& name, std::vector<std::uint32_t>& others) const {
  const std::size_t size = std::min(name.words.size(), kMostPaired);
  std::array<double, kMostPaired> borne{};
  for (std::size_t i = 0; i < size; ++i) {
    for (const WordNeighbours::Neighbour& neighbour : neighbours_.of(name.words[i])) borne[i] += borne_[neighbour.word];
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
  std::span<const WordNeighbours::Neighbour> few = neighbours_.of(name.words[one]);
  std::span<const WordNeighbours::Neighbour> many = neighbours_.of(name.words[two]);
  if (few.size() > many.size()) std::swap(few, many);
  for (const WordNeighbours::Neighbour& a : few) {
    pairs_.look_up(a.word, many, [&](std::size_t at, std::uint32_t other) {
      if (least(a) + least(many[at]) <= kMostCost + kSlack) others.push_back(other);
    });
  }
}

void NameCandidates::beside_initials(const NameList::Glance& name, std::vector<std::uint32_t>& others) const {
  for (const char initial : name.initials) {
    for (const std::uint32_t word : name.words) {
      for (const WordNeighbours::Neighbour& neighbour : neighbours_.of(word)) {
        index_.look_up(letter_key(initial, neighbour.word), [&](std::uint32_t other) { others.push_back(other); });
      }
    }
  }
}

// A name of which nothing is known but full words and initials.
bool NameCandidates::is_plain(std::uint32_t place, const NameList::Glance& name) const {
  return !name.small_words && runs_together_[place] == 0 && name.words.size() <= kMostPaired;
}

// Of two names that meet by their full words, the shorter one meets the longer, and the earlier one its equal.
bool NameCandidates::met_from(std::uint32_t place, std::uint32_t other) const {
  const NameList::Glance a = list_.glance(place);
  const NameList::Glance b = list_.glance(other);
  if (!a.initials.empty() || !b.initials.empty() || !is_plain(place, a) || !is_plain(other, b)) return true;
  return a.words.size() != b.words.size() ? a.words.size() < b.words.size() : place < other;
}

bool NameCandidates::may_be_one(std::uint32_t place, std::uint32_t other) const {
  const NameList::Glance a = list_.glance(place);
  const NameList::Glance b = list_.glance(other);
  if (!is_plain(place, a) || !is_plain(other, b)) return true;
  // Their syllables tell, unless the very same words do.
  if ((a.korean && b.korean) || (a.chinese && b.chinese))
    return std::is_permutation(a.words.begin(), a.words.end(), b.words.begin(), b.words.end());
  const std::size_t size_a = a.words.size() + a.initials.size();
  const std::size_t size_b = b.words.size() + b.initials.size();
  return (size_a <= size_b ? least_cost(a, b) : least_cost(b, a)) <= kMostCost + kSlack;
}

// At least what laying the two side by side costs; kNone where a word of the shorter one goes with none.
double NameCandidates::least_cost(const NameList::Glance& shorter, const NameList::Glance& longer) const {
  double sum = 0;
  bool equal = false;  // a word
  for (const std::uint32_t word : shorter.words) {
    const char first = list_.words()[word].text.front();
    double best = longer.initials.find(first) != std::string_view::npos ? kInitialCost : kNone;
    for (const std::uint32_t other : longer.words) {
      const WordNeighbours::Neighbour* neighbour = neighbours_.find(word, other);
      if (neighbour != nullptr) best = std::min(best, least(*neighbour));
    }
    if (best >= kNone) return kNone;
    equal |= best <= kEqualCost;
    sum += best;
  }
  for (const char initial : shorter.initials) {
    if (longer.initials.find(initial) != std::string_view::npos) continue;
    const bool stands_for = std::any_of(longer.words.begin(), longer.words.end(), [&](std::uint32_t word) {
      return list_.words()[word].text.front() == initial;
    });
    if (!stands_for) return kNone;
    sum += kInitialCost;
  }
  return equal ? sum : sum + kCommonWords;
}

}  // namespace hearsay

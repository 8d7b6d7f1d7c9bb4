// A given name of one or two syllables, joined, hyphenated or apart, is cut in every legal way. Readings are compared
// syllable by syllable: two spellings in Pinyin must be equal, two in Cantonese must be of one Cantonese syllable;
// where the systems differ, the sets of Pinyin syllables they may stand for must meet. Limits: given names in Hokkien,
// Hakka and other tongues are only found equal when they are spelled alike.

#include "core/compare/pinyin.h"

#include <algorithm>
#include <iterator>

namespace hearsay {
namespace {

constexpr std::size_t kLongestSyllable = 6;  // bytes: "zhuang"

bool meet(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

}  // namespace

void Pinyin::add(std::string_view text, std::uint16_t meaning, bool pinyin,
                 std::unordered_map<std::string, std::uint16_t>& ids, std::vector<Spelling>& spellings) {
  const auto [known, added] = ids.emplace(std::string(text), static_cast<std::uint16_t>(spellings.size()));
  if (added) spellings.push_back({.text = std::string(text)});
  spellings[known->second].pinyin |= pinyin;
  spellings[known->second].meanings.push_back(meaning);
}

Pinyin::Pinyin(const Lexicon& lexicon) {
  const Table& syllables = lexicon.table("chinese-syllables");
  std::uint16_t number = 0;
  for (const Table::Row& row : syllables.rows()) {
    add(row.key, number, true, syllable_ids_, syllables_);
    for (std::string_view word : words_of_cell(syllables.cell(row, "wade_giles"))) {
      if (word != row.key) add(word, number, false, syllable_ids_, syllables_);
    }
    ++number;
  }
  add_cantonese(lexicon.table("cantonese-syllables"));
  const Table& surnames = lexicon.table("chinese-surnames");
  number = 0;
  for (const Table::Row& row : surnames.rows()) {
    add(row.key, number, true, surname_ids_, surnames_);
    for (std::string_view word : words_of_cell(surnames.cell(row, "spellings"))) {
      add(word, number, false, surname_ids_, surnames_);
    }
    for (const Table::Row* syllable : syllables.rows_of(row.key)) {  // its Wade-Giles
      for (std::string_view word : words_of_cell(syllables.cell(*syllable, "wade_giles"))) {
        if (word != row.key) add(word, number, false, surname_ids_, surnames_);
      }
    }
    ++number;
  }
}

void Pinyin::add_cantonese(const Table& syllables) {
  std::uint16_t number = 0;
  for (const Table::Row& row : syllables.rows()) {
    for (std::string_view word : words_of_cell(row.key)) {
      const auto [known, added] =
          syllable_ids_.emplace(std::string(word), static_cast<std::uint16_t>(syllables_.size()));
      if (added) syllables_.push_back({.text = std::string(word)});
      Spelling& spelling = syllables_[known->second];
      spelling.cantonese.push_back(number);
      for (std::string_view pinyin : words_of_cell(syllables.cell(row, "pinyin"))) {
        const auto meaning = syllable_ids_.find(std::string(pinyin));
        if (meaning != syllable_ids_.end() && syllables_[meaning->second].pinyin) {
          spelling.read_cantonese.push_back(syllables_[meaning->second].meanings.front());
        }
      }
      std::sort(spelling.read_cantonese.begin(), spelling.read_cantonese.end());
    }
    ++number;
  }
}

void Pinyin::read_given(const std::vector<std::string_view>& words, ChineseReading reading,
                        std::vector<ChineseReading>& into) const {
  const auto put = [&](std::string_view first, std::string_view second) {
    const auto one = syllable_ids_.find(std::string(first));
    if (one == syllable_ids_.end() || into.size() == kMostReadings) return;
    ChineseReading whole = reading;
    whole.given[0] = one->second;
    whole.syllables = 1;
    bool pinyin = surnames_[reading.surname].pinyin && syllables_[one->second].pinyin;
    bool cantonese = !syllables_[one->second].cantonese.empty();
    if (!second.empty()) {
      const auto two = syllable_ids_.find(std::string(second));
      if (two == syllable_ids_.end()) return;
      whole.given[1] = two->second;
      whole.syllables = 2;
      pinyin = pinyin && syllables_[two->second].pinyin;
      cantonese = cantonese && !syllables_[two->second].cantonese.empty();
    }
    whole.in_pinyin = pinyin;
    whole.in_cantonese = cantonese;
    into.push_back(whole);
  };
  if (words.size() == 2) return put(words[0], words[1]);
  const std::string_view word = words[0];
  if (word.size() > 2 * kLongestSyllable) return;
  put(word, {});
  for (std::size_t cut = 1; cut < word.size(); ++cut) put(word.substr(0, cut), word.substr(cut));
}

std::vector<ChineseReading> Pinyin::read(const std::vector<std::string_view>& words) const {
  std::vector<ChineseReading> readings;
  if (words.size() < 2 || words.size() > 1 + ChineseReading::kMostSyllables) return readings;
  for (const bool last : {false, true}) {
    const auto surname = surname_ids_.find(std::string(last ? words.back() : words.front()));
    if (surname == surname_ids_.end()) continue;
    ChineseReading reading;
    reading.surname = surname->second;
    reading.surname_last = last;
    read_given(last ? std::vector<std::string_view>(words.begin(), words.end() - 1)
                    : std::vector<std::string_view>(words.begin() + 1, words.end()),
               reading, readings);
  }
  return readings;
}

std::vector<std::uint16_t> Pinyin::meanings(const ChineseReading& reading, std::size_t at) const {
  const Spelling& spelling = syllables_[reading.given[at]];
  // What mixes systems, as "Hsien Loong", is read by all of them.
  const bool mixed = std::any_of(reading.given.begin(), reading.given.begin() + reading.syllables,
                                 [&](std::uint16_t syllable) { return syllables_[syllable].meanings.empty(); });
  if ((!reading.in_cantonese && !mixed) || reading.in_pinyin) return spelling.meanings;
  std::vector<std::uint16_t> all;
  std::set_union(spelling.meanings.begin(), spelling.meanings.end(), spelling.read_cantonese.begin(),
                 spelling.read_cantonese.end(), std::back_inserter(all));
  return all;
}

bool Pinyin::syllables_meet(const ChineseReading& a, const ChineseReading& b, std::size_t at) const {
  if (a.given[at] == b.given[at]) return true;
  const Spelling& left = syllables_[a.given[at]];
  const Spelling& right = syllables_[b.given[at]];
  if (left.pinyin && right.pinyin && a.in_pinyin == b.in_pinyin) return false;
  const bool cantonese = a.in_cantonese && b.in_cantonese && !a.in_pinyin && !b.in_pinyin;
  return cantonese ? meet(left.cantonese, right.cantonese) : meet(meanings(a, at), meanings(b, at));
}

ChineseVerdict Pinyin::compare(const ChineseReading& a, const ChineseReading& b) const {
  if (a.syllables != b.syllables) return ChineseVerdict::different;
  bool equal = a.surname == b.surname;
  for (std::size_t i = 0; i < a.syllables; ++i) equal = equal && a.given[i] == b.given[i];
  if (equal) return ChineseVerdict::same;
  if (a.in_pinyin && b.in_pinyin) return ChineseVerdict::different;
  if (!meet(surnames_[a.surname].meanings, surnames_[b.surname].meanings)) return ChineseVerdict::different;
  for (std::size_t i = 0; i < a.syllables; ++i) {
    if (!syllables_meet(a, b, i)) return ChineseVerdict::different;
  }
  return ChineseVerdict::other_system;
}

}  // namespace hearsay

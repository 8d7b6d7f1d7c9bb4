// Every syllable of the table is spelled out: all spellings of its three letters (Unicode's arithmetic takes a Hangul
// syllable apart), each with the product of their weights and the syllable's frequency. Turned round, a spelling has a
// weight for each syllable it may mean; likeness is the cosine of the two weight vectors. A word of two or three
// syllables is cut in every legal way.

#include "core/compare/hangul.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr char32_t kFirstSyllable = U'가';
constexpr char32_t kLastSyllable = U'힣';
constexpr float kLikelyEnough = 0.1F;        // of a vector of unit length
constexpr std::size_t kLongestSyllable = 8;  // bytes of its spelling
constexpr std::string_view kInitials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::string_view kVowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::string_view kFinals = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

struct Spelling {
  std::string_view text;
  float weight = 1;
};

std::string_view letter_at(std::string_view letters, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0; --index) at += code_point_at(letters, at).length;
  return letters.substr(at, code_point_at(letters, at).length);
}

float number_in(std::string_view text, float otherwise) {
  float value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The spellings of a letter at a place; views into the table.
std::vector<Spelling> spellings_of(const Table& letters, std::string_view letter, std::string_view place) {
  std::vector<Spelling> spellings;
  for (const Table::Row* row : letters.rows_of(letter)) {
    if (letters.cell(*row, "place") != place) continue;
    for (std::string_view word : words_of_cell(letters.cell(*row, "spellings"))) {
      const std::size_t colon = word.find(':');
      Spelling spelling{word.substr(0, colon), 1};
      if (colon != std::string_view::npos) spelling.weight = number_in(word.substr(colon + 1), 1);
      if (spelling.text == "-") spelling.text = {};
      spellings.push_back(spelling);
    }
  }
  return spellings;
}

bool softens(std::size_t vowel) {  // i and the vowels with y before them
  static constexpr std::array<std::size_t, 7> kSoft{2, 3, 6, 7, 12, 17, 20};
  return std::find(kSoft.begin(), kSoft.end(), vowel) != kSoft.end();
}

}  // namespace

Hangul::Hangul(const Lexicon& lexicon) {
  const Table& letters = lexicon.table("korean-letters");
  const Table& syllables = lexicon.table("korean-syllables");
  for (const Table::Row& row : syllables.rows()) {
    const float frequency = number_in(row.key, 1);
    for (std::string_view word : words_of_cell(syllables.cell(row, "syllables"))) {
      spell(code_point_at(word, 0).value, frequency, letters);
    }
  }
  const Table& whole = lexicon.table("korean-spellings");
  for (const Table::Row& row : whole.rows()) {
    const auto syllable = static_cast<std::uint16_t>(code_point_at(row.cells.front(), 0).value - kFirstSyllable);
    for (std::string_view word : words_of_cell(whole.cell(row, "spellings")))
      add_meaning(std::string(word), syllable, 1);
  }
  for (std::vector<Likely>& meaning : meanings_) {
    std::sort(meaning.begin(), meaning.end(), [](Likely a, Likely b) { return a.syllable < b.syllable; });
    float sum = 0;
    for (const Likely& likely : meaning) sum += likely.weight * likely.weight;
    for (Likely& likely : meaning) likely.weight /= std::sqrt(sum);
  }
  const Table& surnames = lexicon.table("korean-surnames");
  std::uint16_t number = 0;
  for (const Table::Row& row : surnames.rows()) {
    for (std::string_view word : words_of_cell(surnames.cell(row, "spellings"))) {
      const auto [known, added] =
          surname_ids_.emplace(std::string(word), static_cast<std::uint16_t>(surname_spellings_.size()));
      if (added) {
        surname_spellings_.emplace_back(word);
        surnames_.emplace_back();
      }
      surnames_[known->second].push_back(number);
    }
    ++number;
  }
}

void Hangul::spell(char32_t syllable, float frequency, const Table& letters) {
  if (syllable < kFirstSyllable || syllable > kLastSyllable) return;
  const auto index = static_cast<std::size_t>(syllable - kFirstSyllable);
  const std::size_t vowel = index / 28 % 21;
  const std::string_view initial = letter_at(kInitials, index / (28 * 21));
  std::vector<Spelling> opening = softens(vowel) ? spellings_of(letters, initial, "soft") : std::vector<Spelling>{};
  if (opening.empty()) opening = spellings_of(letters, initial, "initial");
  const std::vector<Spelling> middle = spellings_of(letters, letter_at(kVowels, vowel), "vowel");
  const std::vector<Spelling> closing = spellings_of(letters, letter_at(kFinals, index % 28), "final");
  for (const Spelling& first : opening) {
    for (const Spelling& second : middle) {
      for (const Spelling& third : closing) {
        const std::string text = std::string(first.text) + std::string(second.text) + std::string(third.text);
        if (text.size() > kLongestSyllable) continue;
        add_meaning(text, static_cast<std::uint16_t>(index), frequency * first.weight * second.weight * third.weight);
      }
    }
  }
}

void Hangul::add_meaning(const std::string& text, std::uint16_t syllable, float weight) {
  const auto [known, added] = syllable_ids_.emplace(text, static_cast<std::uint16_t>(spellings_.size()));
  if (added) {
    spellings_.push_back(text);
    meanings_.emplace_back();
  }
  std::vector<Likely>& meaning = meanings_[known->second];
  const auto same =
      std::find_if(meaning.begin(), meaning.end(), [&](const Likely& l) { return l.syllable == syllable; });
  if (same == meaning.end()) {
    meaning.push_back({syllable, weight});
  } else {
    same->weight = std::max(same->weight, weight);
  }
}

// Adds the syllables of `word` to the reading in every way, then goes on with words[next, end). The depth is bounded by
// the three syllables of a reading.
void Hangul::split(std::string_view word, KoreanReading& reading, std::vector<KoreanReading>& into,
                   const std::vector<std::string_view>& words, std::size_t next, std::size_t end) const {
  if (into.size() == kMostReadings) return;
  if (word.empty()) {
    if (next == end) {
      into.push_back(reading);
    } else {
      split(words[next], reading, into, words, next + 1, end);
    }
    return;
  }
  if (reading.syllables == KoreanReading::kMostSyllables) return;
  for (std::size_t length = std::min(word.size(), kLongestSyllable); length > 0; --length) {
    const auto known = syllable_ids_.find(std::string(word.substr(0, length)));
    if (known == syllable_ids_.end()) continue;
    reading.given[reading.syllables++] = known->second;
    split(word.substr(length), reading, into, words, next, end);
    --reading.syllables;
  }
}

std::vector<KoreanReading> Hangul::read(const std::vector<std::string_view>& words) const {
  std::vector<KoreanReading> readings;
  if (words.size() < 2 || words.size() > 1 + KoreanReading::kMostSyllables) return readings;
  for (const bool last : {false, true}) {
    const auto surname = surname_ids_.find(std::string(last ? words.back() : words.front()));
    if (surname == surname_ids_.end()) continue;
    KoreanReading reading;
    reading.surname = surname->second;
    reading.surname_last = last;
    const std::size_t begin = last ? 0 : 1;
    const std::size_t end = last ? words.size() - 1 : words.size();
    split(words[begin], reading, readings, words, begin + 1, end);
  }
  return readings;
}

double Hangul::likeness(std::uint16_t a, std::uint16_t b) const {
  if (a == b) return 1;
  const std::vector<Likely>& left = meanings_[a];
  const std::vector<Likely>& right = meanings_[b];
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    if (left[i].syllable < right[j].syllable) {
      ++i;
    } else if (right[j].syllable < left[i].syllable) {
      ++j;
    } else {
      sum += static_cast<double>(left[i++].weight) * static_cast<double>(right[j++].weight);
    }
  }
  return sum;
}

std::vector<std::uint16_t> Hangul::meanings(std::uint16_t syllable) const {
  std::vector<std::uint16_t> likely;
  for (const Likely& meaning : meanings_[syllable]) {
    if (meaning.weight >= kLikelyEnough) likely.push_back(meaning.syllable);
  }
  return likely;
}

bool Hangul::surnames_meet(std::uint16_t a, std::uint16_t b) const {
  if (a == b) return true;
  return std::find_first_of(surnames_[a].begin(), surnames_[a].end(), surnames_[b].begin(), surnames_[b].end()) !=
         surnames_[a].end();
}

bool Hangul::surnames_meet(std::string_view a, std::string_view b) const {
  const auto left = surname_ids_.find(std::string(a));
  const auto right = surname_ids_.find(std::string(b));
  return left != surname_ids_.end() && right != surname_ids_.end() && surnames_meet(left->second, right->second);
}

bool Hangul::is_surname(std::string_view word) const { return surname_ids_.contains(std::string(word)); }

}  // namespace hearsay

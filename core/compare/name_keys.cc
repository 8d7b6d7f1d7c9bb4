// A word that few people bear is a key by itself (w:). Words that many bear only tell something together: every two
// words of a name, each by its spelling, its rows of name variants and its consonants, make keys (p:). A slip of the
// hand is met by leaving one letter out of a word, beside the names' other words (d:). Korean and Chinese names stand
// under the number of their surname and the syllables that their given ones may mean (k:, c:). Limits: a name with
// two slips in one word and nothing but common words beside it is not met; of a name with many words the keys are cut
// off at kMostKeys, the surest first.

#include "core/compare/name_keys.h"

#include <algorithm>

#include "core/compare/sounds.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortestSlip = 4;      // bytes: in shorter words a slip makes another name
constexpr std::size_t kShortestSkeleton = 2;  // consonants
constexpr std::size_t kMostPairedWords = 5;

bool common(const NameToken& token) {
  return token.word != nullptr && (token.word->common_given || token.word->common_surname);
}

std::string without_article(const std::string& text) {
  const bool article = text.size() >= 6 && (text.starts_with("al") || text.starts_with("el"));
  return article ? text.substr(2) : text;
}

// All that a word may share with another spelling of it.
std::vector<std::string> codes_of(const NameToken& token) {
  std::vector<std::string> codes{without_article(token.text)};
  if (!token.expanded.empty()) codes.push_back(token.expanded);
  if (token.word != nullptr) {
    for (const std::uint16_t row : token.word->spellings) codes.push_back('#' + std::to_string(row));
    for (const std::uint16_t row : token.word->full) codes.push_back('#' + std::to_string(row));
    for (const std::uint16_t row : token.word->familiar) codes.push_back('#' + std::to_string(row));
  }
  std::string skeleton = Sounds::skeleton(token.text);
  if (skeleton.size() >= kShortestSkeleton) codes.push_back(std::move(skeleton));
  return codes;
}

class KeyMaker {
 public:
  KeyMaker(const Name& name, const NameReader& reader) : name_(name), reader_(reader) {
    for (const NameToken& token : name.tokens) {
      if (token.part == NamePart::word && !token.initial) words_.push_back(&token);
    }
  }

  std::vector<std::string> run() {
    whole();
    for (const NameToken* word : words_) {
      if (!common(*word)) put("w:" + without_article(word->text));
      if (!word->expanded.empty()) put("w:" + word->expanded);
    }
    with_initials();
    eastern();
    slips();
    pairs();
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    return std::move(keys_);
  }

 private:
  void put(std::string key) {
    if (keys_.size() < NameKeys::kMostKeys) keys_.push_back(std::move(key));
  }

  // All words run together in byte order: order, hyphens and lost spaces.
  void whole() {
    std::vector<std::string> words;
    std::string together;
    for (const NameToken* word : words_) {
      words.push_back(word->text);
      together += word->text;
    }
    std::sort(words.begin(), words.end());
    std::string sorted;
    for (const std::string& word : words) sorted += word;
    if (sorted.empty()) return;
    put("n:" + sorted);
    if (together != sorted) put("n:" + together);
  }

  // Surname and first syllable, which a name cut short keeps; the same with the second, which few share.
  void eastern() {
    const Hangul& hangul = reader_.hangul();
    for (const KoreanReading& reading : name_.korean) {
      const std::vector<std::uint16_t> second =
          reading.syllables > 1 ? hangul.meanings(reading.given[1]) : std::vector<std::uint16_t>();
      if (reading.syllables == 2)  // the given name alone
        put("n:" + hangul.spelling(reading.given[0]) + hangul.spelling(reading.given[1]));
      put_syllables("k:", hangul.surnames(reading.surname), hangul.meanings(reading.given[0]), second);
    }
    const Pinyin& pinyin = reader_.pinyin();
    for (const ChineseReading& reading : name_.chinese) {
      const std::vector<std::uint16_t> second =
          reading.syllables > 1 ? pinyin.meanings(reading, 1) : std::vector<std::uint16_t>();
      put_syllables("c:", pinyin.surnames(reading.surname), pinyin.meanings(reading, 0), second);
    }
  }

  void put_syllables(const char* prefix, const std::vector<std::uint16_t>& surnames,
                     const std::vector<std::uint16_t>& first, const std::vector<std::uint16_t>& second) {
    for (const std::uint16_t surname : surnames) {
      for (const std::uint16_t one : first) {
        std::string key = prefix + std::to_string(surname) + '/' + std::to_string(one);
        for (const std::uint16_t two : second) put(key + '/' + std::to_string(two));
        put(std::move(key));
      }
    }
  }

  // "A. Khamenei": the first letter of every other word beside this one.
  void with_initials() {
    for (const NameToken* word : words_) {
      for (const NameToken& other : name_.tokens) {
        if (&other != word && other.part == NamePart::word) put("i:" + other.text.substr(0, 1) + '/' + word->text);
      }
    }
  }

  // One letter left out of one word, or the word itself, beside one other word. A single word stands alone.
  void slips() {
    for (const NameToken* word : words_) {
      if (word->text.size() < kShortestSlip) continue;
      const bool met_by_another = std::any_of(words_.begin(), words_.end(),
                                              [&](const NameToken* other) { return other != word && !common(*other); });
      if (met_by_another) continue;
      const NameToken* beside = nullptr;
      for (const NameToken* other : words_) {
        if (other != word) beside = other;
      }
      const std::string prefix = beside == nullptr ? "d:" : "d:" + beside->text + '/';
      put(prefix + word->text);
      for (std::size_t i = 0; i < word->text.size(); ++i) {
        put(prefix + word->text.substr(0, i) + word->text.substr(i + 1));
      }
    }
  }

  void pairs() {
    const std::size_t size = std::min(words_.size(), kMostPairedWords);
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = i + 1; j < size; ++j) {
        for (const std::string& one : codes_of(*words_[i])) {
          for (const std::string& other : codes_of(*words_[j])) {
            put("p:" + std::min(one, other) + '/' + std::max(one, other));
          }
        }
      }
    }
  }

  const Name& name_;
  const NameReader& reader_;
  std::vector<const NameToken*> words_;
  std::vector<std::string> keys_;
};

}  // namespace

std::vector<std::string> NameKeys::of(const Name& name) const { return KeyMaker(name, reader_).run(); }

}  // namespace hearsay

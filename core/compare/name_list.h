#pragma once
// A long list of names, read once and kept small: words that many names share are kept once.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/compare/name.h"

namespace hearsay {

class NameList {
 public:
  // `written` and `reader` must outlive the list. `size`: how many names to read of it.
  NameList(const std::vector<std::string>& written, std::size_t size, const NameReader& reader, unsigned threads);

  [[nodiscard]] std::size_t size() const { return names_.size(); }

  // As NameReader::read gave it.
  [[nodiscard]] Name name(std::uint32_t place) const;
  [[nodiscard]] const std::vector<KoreanReading>& korean(std::uint32_t place) const;
  [[nodiscard]] const std::vector<ChineseReading>& chinese(std::uint32_t place) const;

  // The distinct words of all names but initials; numbers below are places in it.
  [[nodiscard]] const std::vector<NameToken>& words() const { return words_; }

  // What tells most names apart before they are compared.
  struct Glance {
    std::span<const std::uint32_t> words;  // full words, in order
    std::string_view initials;             // letters that stand for words
    bool small_words = false;              // holds particles, articles or links besides
    bool korean = false;                   // reads as Korean
    bool chinese = false;
  };
  [[nodiscard]] Glance glance(std::uint32_t place) const;

  struct Parts {
    std::vector<std::uint32_t> joined;  // words of the list that neighbouring ones make when they are run together
    std::string firsts;                 // the first letter of each word, then the initials
    // Of joined[i]: a bit for each of the full words that went into it.
    std::vector<std::uint32_t> joined_of;
  };
  [[nodiscard]] Parts parts(std::uint32_t place) const;

 private:
  struct Kept {
    std::uint32_t first = 0;          // of its tokens
    std::uint32_t first_word = 0;     // in full_words_
    std::uint32_t first_initial = 0;  // in initials_
    std::uint32_t languages = 0;
    std::uint32_t eastern = 0;  // 0: no reading
    std::uint8_t tokens = 0;
    std::uint8_t words = 0;
    std::uint8_t initials = 0;
    std::uint8_t adopted = 0;
    std::uint8_t suffix = 0;
    bool titled = false;
    bool comma = false;
  };
  struct Eastern {
    std::vector<KoreanReading> korean;
    std::vector<ChineseReading> chinese;
  };

  void keep(Name&& name);
  std::uint32_t token_of(NameToken&& token);
  std::uint32_t word_of(const NameToken& token);

  const std::vector<std::string>& written_;
  std::vector<Kept> names_;
  std::vector<std::uint32_t> tokens_;      // of all names, numbers of distinct_
  std::vector<std::uint32_t> full_words_;  // of all names, numbers of words_
  std::string initials_;                   // of all names
  std::vector<NameToken> distinct_;
  std::vector<std::uint32_t> word_of_token_;
  std::vector<NameToken> words_;
  std::vector<std::string> suffixes_;
  std::vector<Eastern> eastern_;
  std::unordered_map<std::string, std::uint32_t> token_ids_;
  std::unordered_map<std::string, std::uint32_t> word_ids_;
};

}  // namespace hearsay

// Names are read in stretches, a part of each by every thread, and then put away one after the other, so that numbers
// do not depend on the threads.

#include "core/compare/name_list.h"

#include <algorithm>
#include <array>

#include "core/compare/block_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kStretch = std::size_t{1} << 15U;  // names
constexpr std::size_t kMostJoined = 3;                   // words that may run together, as core/compare/name_alignment
constexpr std::uint32_t kNoWord = ~std::uint32_t{0};

// What tells a token from all others.
std::string identity(const NameToken& token) {
  std::string key = token.text + '\x1f' + token.shown + '\x1f' + token.spelled + '\x1f' + token.expanded + '\x1f';
  key += static_cast<char>('0' + static_cast<int>(token.part));
  for (const bool flag : {token.accented, token.initial, token.capital, token.joined, token.bare})
    key += flag ? '1' : '0';
  return key;
}

}  // namespace

NameList::NameList(const std::vector<std::string>& written, std::size_t size, const NameReader& reader,
                   unsigned threads)
    : written_(written), suffixes_(1), eastern_(1) {
  names_.reserve(size);
  std::vector<Name> read;
  for (std::size_t from = 0; from < size; from += kStretch) {
    const std::size_t length = std::min(kStretch, size - from);
    read.assign(length, {});
    in_parts(length, threads, [&](unsigned, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) read[i] = reader.read(written[from + i]);
    });
    for (Name& name : read) keep(std::move(name));
  }
  token_ids_ = {};
}

void NameList::keep(Name&& name) {
  Kept kept{.first = static_cast<std::uint32_t>(tokens_.size()),
            .first_word = static_cast<std::uint32_t>(full_words_.size()),
            .first_initial = static_cast<std::uint32_t>(initials_.size()),
            .languages = name.languages,
            .tokens = static_cast<std::uint8_t>(name.tokens.size()),
            .adopted = static_cast<std::uint8_t>(name.adopted),
            .titled = name.titled,
            .comma = name.comma};
  const auto suffix = std::find(suffixes_.begin(), suffixes_.end(), name.suffix);
  kept.suffix = static_cast<std::uint8_t>(suffix - suffixes_.begin());
  if (suffix == suffixes_.end()) suffixes_.push_back(name.suffix);
  if (!name.korean.empty() || !name.chinese.empty()) {
    kept.eastern = static_cast<std::uint32_t>(eastern_.size());
    eastern_.push_back({std::move(name.korean), std::move(name.chinese)});
  }
  for (NameToken& token : name.tokens) {
    if (token.part == NamePart::word && token.initial) initials_ += token.text.front();
    tokens_.push_back(token_of(std::move(token)));
    if (const std::uint32_t word = word_of_token_[tokens_.back()]; word != kNoWord) full_words_.push_back(word);
  }
  kept.words = static_cast<std::uint8_t>(full_words_.size() - kept.first_word);
  kept.initials = static_cast<std::uint8_t>(initials_.size() - kept.first_initial);
  names_.push_back(kept);
}

std::uint32_t NameList::token_of(NameToken&& token) {
  const auto [known, added] = token_ids_.emplace(identity(token), static_cast<std::uint32_t>(distinct_.size()));
  if (added) {
    word_of_token_.push_back(token.part == NamePart::word && !token.initial ? word_of(token) : kNoWord);
    distinct_.push_back(std::move(token));
  }
  return known->second;
}

std::uint32_t NameList::word_of(const NameToken& token) {
  const std::string key =
      token.text + (token.expanded.empty() ? "" : '\x1f' + token.expanded) + (token.bare ? "\x1f" : "");
  const auto [known, added] = word_ids_.emplace(key, static_cast<std::uint32_t>(words_.size()));
  if (added) words_.push_back(token);
  return known->second;
}

Name NameList::name(std::uint32_t place) const {
  const Kept& kept = names_[place];
  Name name;
  name.written = written_[place];
  name.tokens.reserve(kept.tokens);
  for (std::uint32_t i = 0; i < kept.tokens; ++i) name.tokens.push_back(distinct_[tokens_[kept.first + i]]);
  name.suffix = suffixes_[kept.suffix];
  name.languages = kept.languages;
  name.titled = kept.titled;
  name.comma = kept.comma;
  name.adopted = kept.adopted;
  name.korean = eastern_[kept.eastern].korean;
  name.chinese = eastern_[kept.eastern].chinese;
  return name;
}

const std::vector<KoreanReading>& NameList::korean(std::uint32_t place) const {
  return eastern_[names_[place].eastern].korean;
}

const std::vector<ChineseReading>& NameList::chinese(std::uint32_t place) const {
  return eastern_[names_[place].eastern].chinese;
}

NameList::Glance NameList::glance(std::uint32_t place) const {
  const Kept& kept = names_[place];
  return {{full_words_.data() + kept.first_word, kept.words},
          {initials_.data() + kept.first_initial, kept.initials},
          kept.tokens != kept.words + kept.initials,
          !eastern_[kept.eastern].korean.empty(),
          !eastern_[kept.eastern].chinese.empty()};
}

NameList::Parts NameList::parts(std::uint32_t place) const {
  const Kept& kept = names_[place];
  Parts parts;
  std::array<std::uint32_t, NameReader::kMostTokens> bits{};  // of each token, a bit for its place in the full words
  std::uint32_t words = 0;
  for (std::uint32_t i = 0; i < kept.tokens; ++i) {
    const std::uint32_t id = tokens_[kept.first + i];
    if (word_of_token_[id] == kNoWord) continue;
    bits[i] = 1U << words++;
    parts.firsts += distinct_[id].text.front();
  }
  parts.firsts += glance(place).initials;
  std::string whole;
  for (std::uint32_t i = 0; i < kept.tokens; ++i) {
    whole = distinct_[tokens_[kept.first + i]].text;
    std::uint32_t of = bits[i];
    for (std::uint32_t next = i + 1; next < std::min<std::uint32_t>(i + kMostJoined, kept.tokens); ++next) {
      whole += distinct_[tokens_[kept.first + next]].text;
      of |= bits[next];
      const auto known = word_ids_.find(whole);
      if (known == word_ids_.end()) continue;
      parts.joined.push_back(known->second);
      parts.joined_of.push_back(of);
    }
  }
  return parts;
}

}  // namespace hearsay

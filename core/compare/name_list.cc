// Names are read in stretches, a part of each by every thread, and then put away one after the other, so that numbers
// do not depend on the threads.

#include "core/compare/name_list.h"

#include <algorithm>

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
  for (NameToken& token : name.tokens) tokens_.push_back(token_of(std::move(token)));
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

NameList::Parts NameList::parts(std::uint32_t place) const {
  const Kept& kept = names_[place];
  Parts parts;
  std::vector<std::uint32_t> at_word(kept.tokens, kNoWord);  // of each token, its place in parts.words
  for (std::uint32_t i = 0; i < kept.tokens; ++i) {
    const NameToken& token = distinct_[tokens_[kept.first + i]];
    if (token.part != NamePart::word) continue;
    if (token.initial) {
      parts.initials += token.text.front();
      continue;
    }
    at_word[i] = static_cast<std::uint32_t>(parts.words.size());
    parts.words.push_back(word_of_token_[tokens_[kept.first + i]]);
    parts.firsts += token.text.front();
  }
  parts.firsts += parts.initials;
  for (std::uint32_t i = 0; i < kept.tokens; ++i) {
    std::string whole = distinct_[tokens_[kept.first + i]].text;
    std::uint32_t of = at_word[i] == kNoWord ? 0 : 1U << at_word[i];
    for (std::uint32_t next = i + 1; next < std::min<std::uint32_t>(i + kMostJoined, kept.tokens); ++next) {
      whole += distinct_[tokens_[kept.first + next]].text;
      if (at_word[next] != kNoWord) of |= 1U << at_word[next];
      const auto known = word_ids_.find(whole);
      if (known == word_ids_.end()) continue;
      parts.joined.push_back(known->second);
      parts.joined_of.push_back(of);
    }
  }
  return parts;
}

}  // namespace hearsay

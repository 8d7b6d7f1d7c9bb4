// Each key of each name becomes one number: 40 bits of the key's hash above the 24 bits of the name's place. Sorted,
// equal hashes lie side by side and are the blocks; two keys that fall on one hash only make a block of names that
// compare different. Then every name looks into its blocks, gathers the later names it meets there, each once, and is
// compared with them. Names are read anew for comparison, as a million of them read would not fit into the memory
// allowed; a thread keeps the last ones it read.
// Limits: what two names share is missed where more than largest_block names share it too: most such keys are single
// words that many bear, and the name's finer keys (two words, a word and an initial, two syllables) take their place.

#include "core/compare/name_search.h"

#include <algorithm>
#include <functional>
#include <thread>

#include "core/compare/name_keys.h"

namespace hearsay {
namespace {

constexpr unsigned kPlaceBits = 24;
constexpr std::uint64_t kPlaceMask = (std::uint64_t{1} << kPlaceBits) - 1;
constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;
constexpr std::size_t kKept = std::size_t{1} << 14U;  // names a thread keeps read

std::uint64_t hash_of(std::string_view key) {  // FNV-1a, then mixed upwards, as its high bits are what is kept
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return (hash ^ (hash >> 32U)) * kPrime;
}

// Runs work(part, first, last) over [0, size) cut into one part a thread.
void in_parts(std::size_t size, unsigned threads, const std::function<void(unsigned, std::size_t, std::size_t)>& work) {
  std::vector<std::jthread> running;
  for (unsigned part = 1; part < threads; ++part) {
    running.emplace_back([&, part] { work(part, size * part / threads, size * (part + 1) / threads); });
  }
  work(0, 0, size / threads);
}

// The keys of all names in blocks, and for each name the blocks it stands in.
class Blocks {
 public:
  Blocks(const std::vector<std::string>& written, std::size_t size, const NameComparer& names,
         const NameSearch::Options& options)
      : size_(size) {
    std::vector<std::vector<std::uint64_t>> parts(options.threads);
    in_parts(size, options.threads, [&](unsigned part, std::size_t first, std::size_t last) {
      const NameKeys keys(names.reader());
      for (std::size_t place = first; place < last; ++place) {
        for (const std::string& key : keys.of(written[place])) {
          parts[part].push_back((hash_of(key) & ~kPlaceMask) | place);
        }
      }
      std::sort(parts[part].begin(), parts[part].end());
    });
    merge(parts);
    keys_ = entries_.size();
    drop_large(options.largest_block);
    index();
  }

  [[nodiscard]] std::uint64_t keys() const { return keys_; }
  [[nodiscard]] std::uint64_t skipped() const { return skipped_; }

  // The places of the names behind `place` that share a block with it, in order, each once.
  void gather(std::size_t place, std::vector<std::uint32_t>& others) const {
    others.clear();
    for (std::uint32_t at = first_[place]; at < first_[place + 1]; ++at) {
      const std::uint64_t hash = entries_[where_[at]] & ~kPlaceMask;
      for (std::size_t next = where_[at] + 1; next < entries_.size() && (entries_[next] & ~kPlaceMask) == hash;
           ++next) {
        const auto other = static_cast<std::uint32_t>(entries_[next] & kPlaceMask);
        if (other != place) others.push_back(other);
      }
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
  }

 private:
  void merge(std::vector<std::vector<std::uint64_t>>& parts) {
    for (std::vector<std::uint64_t>& part : parts) {
      const auto middle = static_cast<std::ptrdiff_t>(entries_.size());
      entries_.insert(entries_.end(), part.begin(), part.end());
      std::vector<std::uint64_t>().swap(part);
      std::inplace_merge(entries_.begin(), entries_.begin() + middle, entries_.end());
    }
  }

  // Keeps the blocks of two names and more that are not too large.
  void drop_large(std::size_t largest) {
    std::size_t kept = 0;
    for (std::size_t first = 0; first < entries_.size();) {
      std::size_t last = first + 1;
      while (last < entries_.size() && (entries_[last] & ~kPlaceMask) == (entries_[first] & ~kPlaceMask)) ++last;
      if (last - first > largest) ++skipped_;
      if (last - first > 1 && last - first <= largest) {
        std::copy(entries_.begin() + static_cast<std::ptrdiff_t>(first),
                  entries_.begin() + static_cast<std::ptrdiff_t>(last),
                  entries_.begin() + static_cast<std::ptrdiff_t>(kept));
        kept += last - first;
      }
      first = last;
    }
    entries_.resize(kept);
    entries_.shrink_to_fit();
  }

  void index() {
    first_.assign(size_ + 1, 0);
    for (const std::uint64_t entry : entries_) ++first_[(entry & kPlaceMask) + 1];
    for (std::size_t place = 0; place < size_; ++place) first_[place + 1] += first_[place];
    where_.resize(entries_.size());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      where_[next[entries_[at] & kPlaceMask]++] = static_cast<std::uint32_t>(at);
    }
  }

  std::size_t size_;
  std::vector<std::uint64_t> entries_;  // hash and place, sorted
  std::vector<std::uint32_t> where_;    // entries by name
  std::vector<std::uint32_t> first_;    // of each name in where_
  std::uint64_t keys_ = 0;
  std::uint64_t skipped_ = 0;
};

// Reads names, and keeps the last ones read.
class ReadNames {
 public:
  ReadNames(const std::vector<std::string>& written, const NameReader& reader)
      : written_(written), reader_(reader), kept_(kKept), places_(kKept, kNone) {}

  const Name& at(std::uint32_t place) {
    const std::size_t slot = place % kKept;
    if (places_[slot] != place) {
      kept_[slot] = reader_.read(written_[place]);
      places_[slot] = place;
    }
    return kept_[slot];
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  const std::vector<std::string>& written_;
  const NameReader& reader_;
  std::vector<Name> kept_;
  std::vector<std::uint32_t> places_;
};

}  // namespace

NameSearch::Found NameSearch::variants(const std::vector<std::string>& written, const Options& options) const {
  Options safe = options;
  safe.threads = std::max(1U, safe.threads);
  const std::size_t size = std::min(written.size(), kMostNames);
  const Blocks blocks(written, size, names_, safe);
  std::vector<Found> parts(safe.threads);
  in_parts(size, safe.threads, [&](unsigned part, std::size_t first, std::size_t last) {
    ReadNames read(written, names_.reader());
    std::vector<std::uint32_t> others;
    for (std::size_t place = first; place < last; ++place) {
      blocks.gather(place, others);
      if (others.empty()) continue;
      const Name name = names_.reader().read(written[place]);
      for (const std::uint32_t other : others) {
        const NameComparison verdict = names_.compare(name, read.at(other));
        if (verdict.answer == NameAnswer::different) continue;
        parts[part].pairs.push_back({static_cast<std::uint32_t>(place), other, verdict.answer, verdict.kind,
                                     static_cast<float>(verdict.score)});
      }
      parts[part].compared += others.size();
    }
  });
  Found found;
  found.keys = blocks.keys();
  found.blocks_skipped = blocks.skipped();
  for (const Found& part : parts) {
    found.pairs.insert(found.pairs.end(), part.pairs.begin(), part.pairs.end());
    found.compared += part.compared;
  }
  return found;
}

}  // namespace hearsay

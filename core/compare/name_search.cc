// Two names are one only if every word of the shorter one goes with a word of the other, which
// core/compare/name_candidates looks up. What is met is compared in full.

#include "core/compare/name_search.h"

#include <algorithm>

#include "core/compare/block_index.h"
#include "core/compare/name_candidates.h"
#include "core/compare/name_list.h"

namespace hearsay {
namespace {

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
std::vector<std::uint64_t> candidate_pairs(const NameList& list, const NameCandidates& candidates,
                                           const NameSearch::Options& options, std::uint64_t& skipped) {
  std::vector<std::vector<std::uint64_t>> parts(options.threads);
  std::vector<std::uint64_t> skips(options.threads);
  in_parts(list.size(), options.threads, [&](unsigned part, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> others;
    for (std::size_t i = first; i < last; ++i) {
      const auto place = static_cast<std::uint32_t>(i);
      if (candidates.gather(place, others) > options.largest_block) {
        ++skips[part];
        continue;
      }
      for (const std::uint32_t other : others) {
        parts[part].push_back(std::uint64_t{std::min(place, other)} << 32U | std::max(place, other));
      }
    }
    std::sort(parts[part].begin(), parts[part].end());
  });
  std::vector<std::uint64_t> pairs;
  for (unsigned part = 0; part < options.threads; ++part) {
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
  const NameCandidates candidates(list, names_, safe.threads);
  Found found;
  found.words = list.words().size();
  found.neighbours = candidates.neighbours();
  const std::vector<std::uint64_t> pairs = candidate_pairs(list, candidates, safe, found.blocks_skipped);
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

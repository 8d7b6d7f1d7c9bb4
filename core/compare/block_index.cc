// An entry is 40 bits of a key's hash above the 24 bits of a place. Sorted, equal hashes lie side by side; the 20
// highest bits lead to where they begin.

#include "core/compare/block_index.h"

#include <algorithm>
#include <thread>

namespace hearsay {
namespace {

constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;

}  // namespace

std::uint64_t key_hash(std::string_view key) {  // FNV-1a, then mixed upwards
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return (hash ^ (hash >> 32U)) * kPrime;
}

std::uint64_t key_hash(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = (a * kPrime) ^ (b + 0x7F4A7C15ULL);
  hash = (hash ^ (hash >> 29U)) * 0xBF58476D1CE4E5B9ULL;
  return (hash ^ (hash >> 32U)) * kPrime;
}

void in_parts(std::size_t size, unsigned threads, const std::function<void(unsigned, std::size_t, std::size_t)>& work) {
  std::vector<std::jthread> running;
  for (unsigned part = 1; part < threads; ++part) {
    running.emplace_back([&, part] { work(part, size * part / threads, size * (part + 1) / threads); });
  }
  work(0, 0, size / threads);
}

BlockIndex::BlockIndex(std::vector<std::vector<std::uint64_t>> parts) {
  std::size_t size = 0;
  for (const std::vector<std::uint64_t>& part : parts) size += part.size();
  entries_.reserve(size);
  for (std::vector<std::uint64_t>& part : parts) {
    entries_.insert(entries_.end(), part.begin(), part.end());
    std::vector<std::uint64_t>().swap(part);
  }
  std::sort(entries_.begin(), entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  first_.assign((std::size_t{1} << (64U - kShift)) + 1, 0);
  for (const std::uint64_t entry : entries_) ++first_[(entry >> kShift) + 1];
  for (std::size_t bucket = 1; bucket < first_.size(); ++bucket) first_[bucket] += first_[bucket - 1];
}

}  // namespace hearsay

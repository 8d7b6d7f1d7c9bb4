// An index from each word of a name to the names that hold it; a look-up compares only names that share a word.

#include "core/resolve/person_names.h"

#include <algorithm>
#include <set>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

bool is_prefix(const std::vector<std::string>& start, const std::vector<std::string>& whole) {
  return start.size() <= whole.size() && std::equal(start.begin(), start.end(), whole.begin());
}

// Whether a part stands for another: itself or its initial.
bool stands_for(const std::string& part, const std::string& other) {
  return part == other || (part.size() == 1 && other.starts_with(part)) ||
         (other.size() == 1 && part.starts_with(other));
}

// First and last agree and the shorter one's middle parts are found in order in the longer one's.
bool drops_middle(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  if (shorter.size() > longer.size() || shorter.back() != longer.back()) return false;
  if (!stands_for(shorter.front(), longer.front())) return false;
  std::size_t at = 1;
  for (std::size_t i = 1; i + 1 < shorter.size(); ++i) {
    while (at + 1 < longer.size() && !stands_for(shorter[i], longer[at])) ++at;
    if (at + 1 >= longer.size()) return false;
    ++at;
  }
  return true;
}

}  // namespace

std::vector<std::string> name_parts(std::string_view name) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : unaccented(name)) {
    if (c == '.' || c == ',') continue;
    if (c == ' ' || c == '-' || c == '\n' || c == '\t') {
      if (!part.empty()) parts.push_back(std::move(part));
      part.clear();
    } else {
      part += c;
    }
  }
  if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

bool PersonNames::fits(const std::vector<std::string>& known, const std::vector<std::string>& parts) const {
  const auto& shorter = known.size() < parts.size() ? known : parts;
  const auto& longer = known.size() < parts.size() ? parts : known;
  if (drops_middle(shorter, longer)) return true;
  if (shorter.size() >= 2 && name_words_.is(longer.front(), Trait::family_first) && is_prefix(shorter, longer))
    return true;
  if (shorter.size() != longer.size()) return false;
  std::vector<std::string> a = shorter;
  std::vector<std::string> b = longer;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

std::optional<std::size_t> PersonNames::find_full(const std::vector<std::string>& parts) const {
  std::set<std::size_t> exact;
  std::set<std::size_t> found;
  for (const std::string& part : parts) {
    const auto [begin, end] = by_part_.equal_range(part);
    for (auto at = begin; at != end; ++at) {
      const Entry& entry = entries_[at->second];
      if (entry.parts == parts) exact.insert(entry.person);
      if (fits(entry.parts, parts)) found.insert(entry.person);
    }
  }
  if (exact.size() == 1) return *exact.begin();
  if (found.size() == 1) return *found.begin();
  return std::nullopt;
}

void PersonNames::add(std::size_t person, const std::vector<std::string>& parts) {
  const auto [begin, end] = by_part_.equal_range(parts.front());
  for (auto at = begin; at != end; ++at) {
    if (entries_[at->second].person == person && entries_[at->second].parts == parts) return;
  }
  for (const std::string& part : std::set<std::string>(parts.begin(), parts.end())) {
    by_part_.emplace(part, entries_.size());
  }
  entries_.push_back({person, parts});
}

bool PersonNames::is_family(const Entry& entry, const std::string& part) const {
  return entry.parts.back() == part || (entry.parts.front() == part && name_words_.is(part, Trait::family_first));
}

std::vector<std::size_t> PersonNames::find_word(const std::string& part) const {
  std::set<std::size_t> family;
  std::set<std::size_t> given;
  const auto [begin, end] = by_part_.equal_range(part);
  for (auto at = begin; at != end; ++at) {
    const Entry& entry = entries_[at->second];
    (is_family(entry, part) ? family : given).insert(entry.person);
  }
  const std::set<std::size_t>& best = family.empty() ? given : family;
  return {best.begin(), best.end()};
}

}  // namespace hearsay

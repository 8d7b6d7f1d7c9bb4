// Greedy first: readings in the order of their score, each unless most of its words are told already. Then those left
// out for an attribution that runs over them ("X said A and insisted B", read as one) are tried again: where another
// reading of that attribution leaves them room and the two are likelier together than the one was alone, both are told.

#include "core/extract/tagger_selection.h"

#include <algorithm>
#include <numeric>

namespace hearsay {
namespace {

constexpr float kLeastQuoting = -1.5F;      // what a reading needs that alone explains a quotation
constexpr std::size_t kLeastQuotation = 6;  // tokens, with its marks

bool overlap(const Analysis& a, const Analysis& b) {
  return std::any_of(a.content.begin(), a.content.end(), [&](const TokenRange& x) {
    return std::any_of(b.content.begin(), b.content.end(),
                       [&](const TokenRange& y) { return x.first < y.last && y.first < x.last; });
  });
}

}  // namespace

Selection::Selection(const TaggerText& text, const std::vector<Choice>& choices, float least)
    : text_(text), choices_(choices), least_(least), owner_(text.marks.size()), settled_(text.marks.size()) {
  readings_.resize(choices_.size());
  std::iota(readings_.begin(), readings_.end(), 0U);
  std::stable_sort(readings_.begin(), readings_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return choices_[a].head < choices_[b].head; });
  for (const Choice& choice : choices_) {
    if (settled_[choice.head] != 0 || mostly_told(*choice.analysis)) continue;
    if (choice.score >= least_ || (choice.score >= kLeastQuoting && explains_quotation(*choice.analysis))) take(choice);
  }
  for (const Choice& choice : choices_) {
    if (choice.score < least_) break;
    if (settled_[choice.head] == 0) give_way(choice);
  }
}

void Selection::take(const Choice& choice) {
  told_.push_back(choice);
  const auto index = static_cast<std::uint32_t>(told_.size());
  settled_[choice.head] = index;
  set_owner(*choice.analysis, index);
}

void Selection::set_owner(const Analysis& analysis, std::uint32_t owner) {
  for (const TokenRange& content : analysis.content) {
    std::fill(owner_.begin() + static_cast<std::ptrdiff_t>(content.first),
              owner_.begin() + static_cast<std::ptrdiff_t>(content.last), owner);
  }
}

bool Selection::mostly_told(const Analysis& analysis) const {
  std::size_t all = 0;
  std::size_t told = 0;
  for (const TokenRange& content : analysis.content) {
    all += content.size();
    for (std::size_t i = content.first; i < content.last; ++i) told += owner_[i] != 0;
  }
  return told * 2 > all;
}

bool Selection::explains_quotation(const Analysis& analysis) const {
  return std::any_of(analysis.content.begin(), analysis.content.end(), [&](const TokenRange& content) {
    const std::uint32_t number = text_.marks[content.first].quotation;
    if (number == 0 || number != text_.marks[content.last - 1].quotation || content.size() < kLeastQuotation)
      return false;
    return std::all_of(owner_.begin() + static_cast<std::ptrdiff_t>(content.first),
                       owner_.begin() + static_cast<std::ptrdiff_t>(content.last),
                       [](std::uint32_t owner) { return owner == 0; });
  });
}

bool Selection::holds(std::size_t head, const Analysis& analysis) const {
  const std::uint32_t owner = owner_[head];
  if (owner == 0 || settled_[head] != 0) return false;
  return std::all_of(analysis.content.begin(), analysis.content.end(), [&](const TokenRange& content) {
    return std::all_of(owner_.begin() + static_cast<std::ptrdiff_t>(content.first),
                       owner_.begin() + static_cast<std::ptrdiff_t>(content.last),
                       [owner](std::uint32_t o) { return o == owner; });
  });
}

void Selection::give_way(const Choice& choice) {
  std::uint32_t owner = 0;
  for (const TokenRange& content : choice.analysis->content) {
    for (std::size_t i = content.first; i < content.last; ++i) {
      if (owner_[i] == 0 || owner_[i] == owner) continue;
      if (owner != 0) return;
      owner = owner_[i];
    }
  }
  if (owner == 0) return;
  Choice& holder = told_[owner - 1];
  const std::size_t head = holder.head;
  auto reading = std::partition_point(readings_.begin(), readings_.end(),
                                      [&](std::uint32_t index) { return choices_[index].head < head; });
  for (; reading != readings_.end() && choices_[*reading].head == head; ++reading) {
    const Choice& other = choices_[*reading];
    if (overlap(*other.analysis, *choice.analysis) || other.score + choice.score - least_ <= holder.score) continue;
    set_owner(*holder.analysis, 0);
    set_owner(*other.analysis, owner);
    holder = other;
    take(choice);
    return;
  }
}

}  // namespace hearsay

// Greedy: names are short, and a word equal to another is never better off elsewhere. Among equal costs the pair whose
// places differ least is taken. Run-together words are tried on what is left.

#include "core/compare/name_alignment.h"

#include <algorithm>
#include <bit>

namespace hearsay {
namespace {

constexpr std::size_t kMostJoined = 3;           // words that may run together
constexpr std::size_t kShortestRunTogether = 5;  // bytes of the whole

struct Side {
  const Name& name;
  std::uint32_t used = 0;  // a bit a token

  [[nodiscard]] bool free(std::size_t i) const { return (used >> i & 1U) == 0; }
  void use(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) used |= 1U << i;
  }
};

class Aligner {
 public:
  Aligner(const Name& a, const Name& b, const TokenMatcher& matcher)
      : a_{a}, b_{b}, matcher_(matcher), languages_(a.languages | b.languages) {}

  Alignment run() {
    pair_equal();
    pair_alike();
    if (!found_.pairs.empty() || a_.name.tokens.size() == 1 || b_.name.tokens.size() == 1) {
      pair_run_together(a_, b_, false);
      pair_run_together(b_, a_, true);
    }
    list_alone(a_, found_.alone_a);
    list_alone(b_, found_.alone_b);
    std::sort(found_.pairs.begin(), found_.pairs.end(),
              [](const TokenPair& x, const TokenPair& y) { return x.a_first < y.a_first; });
    return std::move(found_);
  }

 private:
  void take(std::size_t a_first, std::size_t a_last, std::size_t b_first, std::size_t b_last, TokenMatch match) {
    a_.use(a_first, a_last);
    b_.use(b_first, b_last);
    found_.pairs.push_back({a_first, a_last, b_first, b_last, match});
  }

  void pair_equal() {
    for (std::size_t i = 0; i < a_.name.tokens.size(); ++i) {
      for (std::size_t j = 0; j < b_.name.tokens.size(); ++j) {
        if (!b_.free(j) || a_.name.tokens[i].text != b_.name.tokens[j].text) continue;
        take(i, i, j, j, matcher_.match(a_.name.tokens[i], b_.name.tokens[j], languages_));
        break;
      }
    }
  }

  void pair_alike() {
    struct Candidate {
      std::size_t i, j;
      TokenMatch match;
    };
    std::vector<Candidate> candidates;  // mostly none
    for (std::size_t i = 0; i < a_.name.tokens.size(); ++i) {
      if (!a_.free(i) || a_.name.tokens[i].part != NamePart::word) continue;
      for (std::size_t j = 0; j < b_.name.tokens.size(); ++j) {
        if (!b_.free(j) || b_.name.tokens[j].part != NamePart::word) continue;
        const TokenMatch match = matcher_.match(a_.name.tokens[i], b_.name.tokens[j], languages_);
        if (match.any()) candidates.push_back({i, j, match});
      }
    }
    const auto gap = [](const Candidate& c) { return c.i > c.j ? c.i - c.j : c.j - c.i; };
    std::sort(candidates.begin(), candidates.end(), [&](const Candidate& x, const Candidate& y) {
      if (x.match.cost != y.match.cost) return x.match.cost < y.match.cost;
      if (gap(x) != gap(y)) return gap(x) < gap(y);
      return std::min(x.i, x.j) < std::min(y.i, y.j);
    });
    for (const Candidate& c : candidates) {
      if (a_.free(c.i) && b_.free(c.j)) take(c.i, c.i, c.j, c.j, c.match);
    }
  }

  // Free neighbours of `many` against one free token of `one`.
  void pair_run_together(Side& many, Side& one, bool swapped) {
    for (std::size_t j = 0; j < one.name.tokens.size(); ++j) {
      for (std::size_t i = 0; i + 1 < many.name.tokens.size() && one.free(j); ++i) {
        for (std::size_t last = i + 1; last < std::min(i + kMostJoined, many.name.tokens.size()); ++last) {
          if (!many.free(i) || !many.free(last)) break;
          const NameToken whole = run_together(many.name, i, last);
          if (whole.text.size() < kShortestRunTogether) continue;
          const TokenMatch match = matcher_.match(whole, one.name.tokens[j], languages_);
          const bool stands_for = match.rule == NameDifference::initial || match.rule == NameDifference::nickname;
          if (!match.any() || stands_for) continue;  // a short form is one of one word
          if (swapped) {
            take(j, j, i, last, match);
          } else {
            take(i, last, j, j, match);
          }
          break;
        }
      }
    }
  }

  void list_alone(const Side& side, std::vector<std::size_t>& alone) {
    for (std::size_t i = 0; i < side.name.tokens.size(); ++i) {
      if (!side.free(i)) continue;
      if (side.name.tokens[i].part == NamePart::word) {
        alone.push_back(i);
      } else {
        ++found_.small_alone;
      }
    }
  }

  Side a_;
  Side b_;
  const TokenMatcher& matcher_;
  std::uint32_t languages_;
  Alignment found_;
};

}  // namespace

bool Alignment::exact() const {
  return alone_a.empty() && alone_b.empty() &&
         std::all_of(pairs.begin(), pairs.end(), [](const TokenPair& pair) { return pair.match.cost <= 0; });
}

bool Alignment::in_order() const {
  return std::is_sorted(pairs.begin(), pairs.end(),
                        [](const TokenPair& x, const TokenPair& y) { return x.b_first < y.b_first; });
}

Alignment align(const Name& a, const Name& b, const TokenMatcher& matcher) { return Aligner(a, b, matcher).run(); }

}  // namespace hearsay

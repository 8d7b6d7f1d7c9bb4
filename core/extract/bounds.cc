// One table lookup on either side of the number; the widths are those of docs/design.md.

#include "core/extract/bounds.h"

#include <cmath>

namespace hearsay {
namespace {

constexpr double kNearlyRatio = 0.1;

Bound bound_named(std::string_view name) {
  if (name == "exact") return Bound::exact;
  if (name == "approx") return Bound::approx;
  if (name == "nearly") return Bound::nearly;
  if (name == "over") return Bound::over;
  if (name == "under") return Bound::under;
  if (name == "at_least") return Bound::at_least;
  if (name == "at_most") return Bound::at_most;
  return Bound::none;
}

}  // namespace

BoundReader::BoundReader(const Lexicon& lexicon, Vocabulary& vocabulary) {
  const Table& table = lexicon.table("modifiers");
  for (const Table::Row& row : table.rows()) {
    Phrases<Bound>& phrases = table.cell(row, "place") == "after" ? behind_ : before_;
    phrases.add(vocabulary, row.key, bound_named(table.cell(row, "means")));
  }
}

BoundMatch BoundReader::before(const std::vector<Piece>& pieces, std::size_t end) const {
  const auto match = before_.before(pieces, end);
  return match ? BoundMatch{match.length, *match.value} : BoundMatch{};
}

BoundMatch BoundReader::behind(const std::vector<Piece>& pieces, std::size_t at) const {
  const auto match = behind_.at(pieces, at);
  return match ? BoundMatch{match.length, *match.value} : BoundMatch{};
}

void bound(Quantity& quantity, double value, Bound bound) {
  quantity.low = value;
  quantity.high = value;
  switch (bound) {
    case Bound::none:
    case Bound::exact:
      quantity.modifier = Modifier::none;
      break;
    case Bound::approx:
      quantity.modifier = Modifier::approx;
      break;
    case Bound::nearly:
      quantity.low = value - std::abs(value) * kNearlyRatio;
      quantity.modifier = Modifier::approx;
      break;
    case Bound::over:
    case Bound::at_least:
      quantity.high.reset();
      quantity.modifier = bound == Bound::over ? Modifier::over : Modifier::at_least;
      break;
    case Bound::under:
    case Bound::at_most:
      quantity.low.reset();
      quantity.modifier = bound == Bound::under ? Modifier::under : Modifier::at_most;
      break;
  }
}

}  // namespace hearsay

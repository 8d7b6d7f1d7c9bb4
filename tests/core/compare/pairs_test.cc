// The pairs of fixtures/statements/pairs.tsv. Rows of odd number were read when the comparison was made, those of even
// number were not: the second half tells what it does to sentences nobody looked at.

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <string>
#include <vector>

#include "core/compare/statements.h"
#include "core/extract/statement_reader.h"

namespace hearsay {
namespace {

struct PairOfStatements {
  std::string label, text_a, text_b, date_a, date_b;
};

std::vector<PairOfStatements> pairs() {
  std::vector<PairOfStatements> found;
  std::ifstream file(HEARSAY_ROOT "/fixtures/statements/pairs.tsv");
  bool header = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::array<std::string, 6> cells;
    for (std::size_t at = 0, column = 0; column < cells.size(); ++column) {
      const std::size_t tab = std::min(line.find('\t', at), line.size());
      cells[column] = line.substr(at, tab - at);
      if (tab == line.size()) break;
      at = tab + 1;
    }
    if (!header) found.push_back({cells[0], cells[2], cells[3], cells[4], cells[5]});
    header = false;
  }
  return found;
}

StatementVerdict compared(const PairOfStatements& pair, bool turned) {
  static const StatementReader kReader(Lexicon::shipped());
  static const StatementComparer kComparer(Lexicon::shipped());
  const auto day = [](const std::string& date) { return date.empty() ? std::string("2032-04-08") : date; };
  const Statement a = kReader.read(pair.text_a, day(pair.date_a));
  const Statement b = kReader.read(pair.text_b, day(pair.date_b));
  return turned ? kComparer.compare(b, a) : kComparer.compare(a, b);
}

struct Tally {
  int right = 0, alarms_on_compatible = 0, false_alarms = 0, missed = 0;
};

Tally tally(std::size_t half) {
  Tally count;
  const std::vector<PairOfStatements> all = pairs();
  for (std::size_t row = half; row < all.size(); row += 2) {
    const bool told = compared(all[row], false).answer == StatementAnswer::contradiction;
    const bool is = all[row].label == "contradiction";
    count.right += told && is;
    count.false_alarms += told && !is;
    count.alarms_on_compatible += told && all[row].label == "compatible";
    count.missed += is && !told;
  }
  return count;
}

TEST(PairsOfStatements, TheHalfThatWasRead) {
  ASSERT_GE(pairs().size(), 170U);
  const Tally count = tally(0);
  EXPECT_GE(count.right, 29);
  EXPECT_LE(count.missed, 3);
  EXPECT_EQ(count.false_alarms, 0);
}

TEST(PairsOfStatements, TheHalfThatWasKeptApart) {
  const Tally count = tally(1);
  EXPECT_GE(count.right, 26);
  EXPECT_LE(count.alarms_on_compatible, 2);
  EXPECT_LE(count.false_alarms, 3);
}

TEST(PairsOfStatements, TheOrderOfTheTwoMakesNoDifference) {
  for (const PairOfStatements& pair : pairs()) {
    const StatementVerdict one = compared(pair, false);
    const StatementVerdict other = compared(pair, true);
    EXPECT_EQ(one.answer, other.answer) << pair.text_a << " / " << pair.text_b;
    EXPECT_EQ(one.kind, other.kind) << pair.text_a << " / " << pair.text_b;
  }
}

TEST(PairsOfStatements, NothingContradictsItself) {
  for (const PairOfStatements& pair : pairs()) {
    for (const std::string& text : {pair.text_a, pair.text_b}) {
      EXPECT_NE(compared({"", text, text, pair.date_a, pair.date_a}, false).answer, StatementAnswer::contradiction)
          << text;
    }
  }
}

}  // namespace
}  // namespace hearsay

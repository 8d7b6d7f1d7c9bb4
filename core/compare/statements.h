#pragma once
// Do two statements speak of the same thing, and can both hold? The answer comes with its kind and a reason.
//
//   StatementComparer statements(Lexicon::shipped());
//   StatementVerdict v = statements.compare(a, b);
//   v.answer   // contradiction
//   v.kind     // "number"
//   v.reason   // "35,000 against 113 (people; Brennock, rally)"
//
// contradiction: both cannot be true of one thing, as of one time and scope. compatible: about one thing, and both may
// be true: one is more precise, later, wider, or only possible. unrelated: about different things. A denial contradicts
// what it denies.

#include <string>
#include <string_view>

#include "core/compare/proposition.h"
#include "core/compare/quantities.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

enum class StatementAnswer { contradiction, compatible, unrelated };

struct StatementVerdict {
  StatementAnswer answer = StatementAnswer::unrelated;
  std::string kind;  // number date weekday name role place denial negation antonym modality attribution statement
  std::string reason;

  friend bool operator==(const StatementVerdict&, const StatementVerdict&) = default;
};

class StatementComparer {
 public:
  explicit StatementComparer(const Lexicon& lexicon);  // reads its tables once; keeps no reference

  // Symmetric in answer and kind. Statements of a sentence or two; linear in each, times figures, times and negations
  // of the other. Safe to call from several threads.
  [[nodiscard]] StatementVerdict compare(const Statement& a, const Statement& b) const;
  // The same for statements read before; they must come from reader() of this object.
  [[nodiscard]] StatementVerdict compare(const Proposition& a, const Proposition& b) const;

  [[nodiscard]] const PropositionReader& reader() const { return reader_; }

 private:
  PropositionReader reader_;
  FigureComparer figures_;
};

std::string_view name_of(StatementAnswer answer);

}  // namespace hearsay

#pragma once
// A statement read for comparison: its words by worth, what they say (core/compare/meanings.h), what takes it back,
// what narrows it, how sure it is. Says nothing of another statement.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/compare/anchors.h"
#include "core/compare/keys.h"
#include "core/compare/meanings.h"
#include "core/compare/phrase_table.h"
#include "core/compare/word_forms.h"
#include "core/lexicon/lexicon.h"
#include "core/value/claim.h"
#include "core/value/edtf.h"
#include "core/value/quantity.h"
#include "core/value/sentence.h"
#include "core/value/span.h"

namespace hearsay {

// What a comparison is made of: a text with what extraction found in it. `words` views the text, which must outlive it.
struct Statement {
  Words words;
  std::vector<Quantity> quantities;
  std::vector<Time> times;
  std::vector<Span> names;  // names of persons, places and bodies, without titles
  std::string published;    // YYYY-MM-DD, empty if not known
};

enum class Effect { negation, refusal, denial, unfinished };

// Words that take back what stands in their reach.
struct Negation {
  Effect effect = Effect::negation;
  TokenRange tokens;  // "did not", "dismissed claims"; empty where a word takes itself back: "unpaid"
  TokenRange reach;   // tokens of the clause it takes back
};

// A content word. Words in names are terms too.
struct Term {
  std::string form;  // words meet under this (WordForms)
  std::size_t token = 0;
  double weight = 0;  // more for rarer words
  bool negated = false;
};

struct Sense {
  TokenRange tokens;
  const Meaning* meaning = nullptr;
  bool negated = false;
};

// A name, or a part of one that stands by itself.
struct ProperName {
  TokenRange tokens;
  std::vector<std::string> forms;  // of its words (WordForms)
  std::string written;
  bool reports = false;  // stands in "..., said Mr X": who reports the statement, no part of it
};

enum class ScopeKind { part, whole, now, today, then, wish, group };

struct ScopeWord {
  TokenRange tokens;
  ScopeKind kind = ScopeKind::part;
  std::string value;  // of a group: "civilian"
  std::string group;  // "people"
  std::string written;
};

struct Office {
  TokenRange tokens;
  std::string phrase;  // as listed
  std::string office;
  bool exclusive = false;  // one person holds no two of these
};

struct Proposition {
  const Statement* statement = nullptr;
  std::vector<std::string> forms;         // of its words, one a token (WordForms)
  std::vector<std::string_view> counted;  // WordKeys::counted of them, one a token
  std::vector<Term> terms;
  std::vector<Sense> senses;
  std::vector<Negation> negations;
  std::vector<ProperName> names;  // those who report it last
  std::vector<ScopeWord> scopes;
  std::vector<Office> offices;
  bool hedged = false;                 // "may", "reportedly", "if": it does not say that it is so
  bool intended = false;               // "will", "plans to": not yet so
  std::vector<std::size_t> clause_of;  // one a token: number of its clause

  [[nodiscard]] bool is_name(std::size_t token) const;
  [[nodiscard]] bool has_scope(ScopeKind kind) const;
  [[nodiscard]] bool has_axis(const std::string& axis) const;
};

// Does one name an office that nobody holds together with one that the other names, and do they share none?
bool offices_exclude(const Proposition& a, const Proposition& b);

class PropositionReader {
 public:
  explicit PropositionReader(const Lexicon& lexicon);  // reads its tables once; keeps no reference
  PropositionReader(const PropositionReader&) = delete;
  PropositionReader& operator=(const PropositionReader&) = delete;

  // Linear in the statement, which must outlive the result (and so must this).
  [[nodiscard]] Proposition read(const Statement& statement) const;

  [[nodiscard]] const WordKeys& keys() const { return keys_; }

 private:
  struct NegationPhrase {
    Effect effect = Effect::negation;
    bool before = false;  // reaches back
  };
  struct ScopePhrase {
    ScopeKind kind = ScopeKind::part;
    std::string value;
    std::string group;
  };

  [[nodiscard]] std::vector<std::size_t> clauses(const Proposition& proposition) const;
  [[nodiscard]] std::vector<bool> attribution(const Proposition& proposition) const;
  void read_negations(Proposition& proposition) const;
  void read_senses(Proposition& proposition, const std::vector<bool>& left_out) const;
  void read_names(Proposition& proposition, const std::vector<bool>& left_out) const;
  void read_terms(Proposition& proposition, const std::vector<bool>& left_out) const;
  void read_scopes(Proposition& proposition, const std::vector<bool>& left_out) const;

  WordKeys keys_;
  WordForms forms_;  // before what refers to it
  Meanings meanings_;
  PhraseTable negations_;
  std::vector<NegationPhrase> negation_phrases_;
  std::unordered_map<std::string, std::string> opposites_;  // "unpaid": the form of "paid"
  PhraseTable scopes_;
  std::vector<ScopePhrase> scope_phrases_;
  PhraseTable offices_;
  std::vector<Office> office_names_;  // without tokens
  PhraseTable reporting_;             // id 1: may do without "that"
  PhraseTable hedges_;
  PhraseTable intentions_;
  PhraseTable clause_openers_;
};

}  // namespace hearsay

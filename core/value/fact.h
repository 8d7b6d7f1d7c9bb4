#pragma once
// What rules compare: the rows behind the fact views of docs/facts.md, made from one article alone by
// core/compare/facts and kept by core/store. A fact stands in as many blocks as it has keys; two facts that may
// disagree share one. Spans are bytes of Article::text; `claim` and `entity` are indices into the Extraction the facts
// were made from.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/value/edtf.h"
#include "core/value/entity.h"
#include "core/value/quantity.h"
#include "core/value/span.h"

namespace hearsay {

// A block of one view. Views that share their keys are named by one: mentions and names are "names", quantities and
// value_groups are "quantities", articles and claims are "articles".
struct BlockKey {
  std::string view;
  std::string key;

  friend auto operator<=>(const BlockKey&, const BlockKey&) = default;
};

// A name or description at one place.
struct MentionFact {
  std::optional<std::size_t> claim;  // the innermost claim that holds it
  Mention value;
  std::optional<std::size_t> name;  // index into Facts::names, whose keys are its own; none for pronouns

  friend bool operator==(const MentionFact&, const MentionFact&) = default;
};

// A spelling of one entity in one article: a name, or the description of a source without one.
struct NameFact {
  std::string name;
  std::size_t entity = 0;
  MentionForm form = MentionForm::full;  // of its first place
  std::string role;                      // the first stated beside it; empty if none is
  std::size_t mentions = 0;              // places with exactly this spelling
  std::optional<std::size_t> claim;      // that holds the first place
  Span first;
  Span last;
  std::vector<std::string> keys;

  friend bool operator==(const NameFact&, const NameFact&) = default;
};

// A figure, once for every claim that holds it, or once without a claim.
struct QuantityFact {
  std::optional<std::size_t> claim;
  Quantity value;
  std::string noun_class;  // what is counted, comparable: "dead", "money", or the noun's stem; empty if unknown
  std::string topic;       // for a person: the counted noun as written, or the unit
  std::string event;       // the rarest anchor: "explosion", "pyongyang"
  std::vector<std::string> anchors;  // rarest first: what the figure is about; a telling noun last
  std::string scope;  // what narrows it: a place or a qualifier ("city", "civilian"); empty if nothing does
  std::string as_of;  // EDTF: the day the figure speaks of; else when it was said; empty if not known
  std::vector<std::string> keys;

  friend bool operator==(const QuantityFact&, const QuantityFact&) = default;
};

// A dated event, once for every claim that holds the time, or once without a claim.
struct TimeFact {
  std::optional<std::size_t> claim;
  Time value;
  std::string predicate;             // class of the verb it goes with, see core/compare/keys.h
  std::string event;                 // predicate and anchors for a person: "arrest: kim han-sol"
  std::vector<std::string> anchors;  // rarest first
  std::optional<Day> first_day;      // days the value may cover; none: open, or no year
  std::optional<Day> last_day;
  std::vector<std::string> keys;

  friend bool operator==(const TimeFact&, const TimeFact&) = default;
};

// A person's office as stated at one place.
struct RoleFact {
  std::optional<std::size_t> claim;
  std::size_t entity = 0;
  std::string name;   // of the entity, or the mention's words where they are fuller
  std::string role;   // as stated
  std::string as_of;  // EDTF; publication unless the sentence says "former", then empty
  Span span;          // of the name
  std::vector<std::string> keys;

  friend bool operator==(const RoleFact&, const RoleFact&) = default;
};

// What a claim says.
struct StatementFact {
  std::size_t claim = 0;
  int polarity = 1;  // -1: its main verb is negated or its speaker denies it
  std::string predicate;
  std::vector<std::string> anchors;  // rarest first, eight at most
  std::vector<std::string> keys;

  friend bool operator==(const StatementFact&, const StatementFact&) = default;
};

// Quoted words.
struct QuoteFact {
  std::size_t claim = 0;
  Span span;  // without the marks
  std::vector<std::string> keys;

  friend bool operator==(const QuoteFact&, const QuoteFact&) = default;
};

// Another outlet as the one a statement comes from.
struct CitationFact {
  std::size_t claim = 0;
  std::string outlet;  // as the text names it
  std::vector<std::string> keys;

  friend bool operator==(const CitationFact&, const CitationFact&) = default;
};

// A sentence of headline, standfirst or bullet, whether or not it is a claim.
struct SummaryFact {
  ZoneKind zone = ZoneKind::headline;
  Span span;
  std::optional<std::size_t> claim;  // that holds it or is held by it

  friend bool operator==(const SummaryFact&, const SummaryFact&) = default;
};

// A figure given as part of another of its sentence; indices into Facts::quantities.
struct PartFact {
  std::size_t whole = 0;
  std::size_t part = 0;
  bool complete = false;  // all parts of this whole are said to be there

  friend bool operator==(const PartFact&, const PartFact&) = default;
};

// All facts of one article. Every quantity and every time of every claim is there, and those outside claims.
struct Facts {
  std::vector<MentionFact> mentions;  // one for every Extraction::mentions, in its order
  std::vector<NameFact> names;
  std::vector<QuantityFact> quantities;
  std::vector<TimeFact> times;
  std::vector<RoleFact> roles;
  std::vector<StatementFact> statements;
  std::vector<QuoteFact> quotes;
  std::vector<CitationFact> citations;
  std::vector<PartFact> parts;
  std::vector<SummaryFact> summaries;
  std::vector<std::int64_t> shingles;  // sorted, each once: core/origins/shingles.h. Stand in no block

  friend bool operator==(const Facts&, const Facts&) = default;
};

}  // namespace hearsay

#pragma once
// Result rows of a rule to flags: one flag a subject, its message filled in, its places resolved to words.

#include <string>
#include <unordered_map>
#include <vector>

#include "core/store/store.h"
#include "core/value/flag.h"
#include "core/value/result.h"
#include "rules/engine/place.h"
#include "rules/engine/rule.h"
#include "rules/engine/sandbox.h"

namespace hearsay {

// The words at a place. The texts of articles are read once each and kept as long as this lives.
class PlaceReader {
 public:
  explicit PlaceReader(Store& store) : store_(store) {}

  // A whole claim runs from its first content byte to its last. not_found: no such article or claim; malformed: the
  // place lies outside the text.
  Result<Evidence> read(const Place& place);

 private:
  struct Text;
  Store& store_;
  std::unordered_map<std::string, std::shared_ptr<const Text>> texts_;
};

// Rows of one run as flags, by id. A subject found in several blocks is one flag with all of them; its words are those
// of the row that is most severe, then of highest score, then of the first block: the order of the rows does not
// matter. malformed (the rule returned it): no block or subject, a severity or place that is none.
Result<std::vector<Flag>> flags_of(const Rule& rule, const std::vector<Row>& rows, PlaceReader& reader);

// "{column}" replaced by the row's text, runs of white space by one space.
std::string filled(std::string_view message, const Row& row);

}  // namespace hearsay

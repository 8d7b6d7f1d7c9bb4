#pragma once
// Decisions on their way to a colleague and back: as JSON lines for another store, as CSV for a spreadsheet.
//
// A record is matched by ids that do not depend on the store it was made in: a flag's (of rule and subject), a claim's
// (of words and place), two entities' (of kind and name). Nothing that stands is overwritten: where two people decided
// differently, both are shown and the one that stands stays.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/store.h"
#include "core/value/decision.h"
#include "core/value/result.h"

namespace hearsay {

// One line of an exchange: a decision, or (`decision.verdict` empty) a flag that waits for one.
struct ExchangeRecord {
  Decision decision;
  std::string words;     // what it is about, for a person
  std::string severity;  // of a flag; else empty
  std::string rule;      // of a flag; else empty
  std::string place;     // where it was read: "theirs.csv:12"; empty when it was not
};

// Every standing decision, in the order of the log; with `open`, also the flags that wait for one, most severe first.
Result<std::vector<ExchangeRecord>> exchange_records(Store& store, bool open);

std::string exchange_jsonl(const std::vector<ExchangeRecord>& records);
// With a byte order mark, so that spreadsheets take it for UTF-8. Ids stand behind "flag:", "names:" or "claim:", so
// that none of them looks like a number; a cell that looks like a formula stands behind an apostrophe.
std::string exchange_csv(const std::vector<ExchangeRecord>& records);

// Either of the two, told apart by the first character. CSV may have been saved by a spreadsheet: commas, semicolons or
// tabs; columns in any order; those it does not know are ignored. A line at fault is an error of its own ("file:12")
// and the others are read.
struct ExchangeFile {
  std::vector<ExchangeRecord> records;
  std::vector<Error> errors;
};
ExchangeFile read_exchange(std::string_view bytes, const std::string& name);

struct ImportConflict {
  ExchangeRecord theirs;
  Decision ours;  // that stands, and stays
};

struct ImportReport {
  std::size_t added = 0;
  std::size_t known = 0;    // stored before, or the same verdict stands
  std::size_t waiting = 0;  // without a verdict
  std::vector<ImportConflict> conflicts;
  std::vector<Error> errors;  // those about what this store does not have, or with a verdict it does not know
};

// `by`, `at`: for those that do not say who decided, or when. A decision of the person whose decision stands replaces
// it when it is later; one of somebody else's that says otherwise is a conflict. Importing twice adds nothing.
ImportReport import_decisions(Store& store, const std::vector<ExchangeRecord>& records, const std::string& by,
                              const std::string& at);

}  // namespace hearsay

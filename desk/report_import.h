#pragma once
// A colleague's JSON report into this store: its sources are read again here, the rules run over them, then its
// decisions join the log. Nothing that the report says was found is believed; where it differs from what is found here,
// that is said. What its rules no longer find is taken as history.
//
//   Result<ReportImport> done = import_report(store, *read_report(bytes, name), {lexicon, extractor, rules}, ...);

#include <string>
#include <vector>

#include "core/extract/extract.h"
#include "core/lexicon/lexicon.h"
#include "core/store/store.h"
#include "core/value/result.h"
#include "desk/exchange.h"
#include "desk/ingest.h"
#include "desk/report_file.h"
#include "rules/engine/ruleset.h"

namespace hearsay {

// What an import reads and checks with.
struct ReportReading {
  const Lexicon& lexicon;
  const Extractor& extractor;
  const Ruleset& rules;
};

struct ReportImport {
  IngestCounts ingested;
  bool log_adopted = false;          // the log here goes on as theirs: with the same ids and times
  ImportReport decisions;            // else one by one, as import_decisions() tells it; `added` counts in both cases
  std::vector<std::string> differs;  // for a person: what is read or found otherwise here than the report says
  std::vector<Error> errors;         // sources that cannot be read; the others are in
  std::vector<Error> rule_faults;    // as faults_of() gives them
};

// `file_name` for messages; `by`, `at` as import_decisions() takes them. Into an empty store, with the program and the
// rules that the report of everything was made with, the same report comes out again, byte for byte. Importing twice
// adds nothing. Errors of the store.
Result<ReportImport> import_report(Store& store, const ReportFile& file, const std::string& file_name,
                                   const ReportReading& reading, const std::string& by, const std::string& at);

}  // namespace hearsay

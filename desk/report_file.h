#pragma once
// A JSON report as another desk wrote it (docs/report.schema.json), read back: what is needed to make its store again,
// and what it says was found, to compare with what is found here.
//
//   Result<ReportFile> file = read_report(bytes, "their-report.json");

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/decision.h"
#include "core/value/flag.h"
#include "core/value/result.h"
#include "core/value/source.h"

namespace hearsay {

struct ReportedArticle {
  std::string id;
  std::string sha256;  // of its source
  std::size_t part = 0;
  std::string outlet;     // empty: not known
  std::string published;  // EDTF; empty: not known
  std::string text;
  std::set<std::string> claims;  // ids
};

struct ReportedDecision {
  Decision decision;
  DecisionState state = DecisionState::standing;
};

struct ReportFile {
  std::string about;    // "everything", "flag 01ab…"
  std::string program;  // that made it: "hearsay 0.1.0"
  std::string rules_sha256;
  std::vector<Source> sources;
  std::vector<ReportedArticle> articles;    // in the order of ingest there
  std::vector<ReportedDecision> decisions;  // in the order of the log there
  std::set<std::string> flags;              // ids
  std::vector<Flag> retired;                // spans in code points; no blocks
};

// malformed: no JSON (the line is named), not of the schema (the member is named), bytes that do not have their hash.
// unsupported: a report of another format.
Result<ReportFile> read_report(std::string_view bytes, const std::string& name);

}  // namespace hearsay

#pragma once
// Flags as rows: for people a table with one line a flag, for programs the lines of `check` (docs/cli.md).

#include <vector>

#include "cli/command.h"
#include "cli/listing.h"
#include "core/store/store.h"
#include "core/value/flag.h"

namespace hearsay {

// Prints on session.out; kTrouble with a message when an article of the evidence cannot be read, else kNothingToReport.
int print_flags(Session& session, Store& store, const std::vector<Flag>& flags, Format format);

}  // namespace hearsay

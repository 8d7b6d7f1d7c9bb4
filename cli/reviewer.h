#pragma once
// `hearsay review`: one flag a screen, one key a verdict.

#include <string>

#include "cli/command.h"
#include "core/store/store.h"

namespace hearsay {

struct ReviewOptions {
  FlagFilter filter;
  std::string by;
  bool lines = false;  // a line at a time, nothing redrawn
};

// Until the queue is through or the person quits; what was decided is in the store, each with its own line of
// acknowledgement. kNothingToReport or kTrouble.
int review_flags(Session& session, Store& store, ReviewOptions options);

}  // namespace hearsay

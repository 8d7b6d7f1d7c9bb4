#pragma once
// `hearsay names --pairs`: pairs of names that may be one, the surest first; one key a verdict.

#include <string>

#include "cli/command.h"
#include "core/store/store.h"

namespace hearsay {

struct NameQueueOptions {
  EntityKind kind = EntityKind::person;
  std::string by;
  bool lines = false;
};

// Until the pairs are through or the person quits. The rules look again when it ends. kNothingToReport or kTrouble.
int review_names(Session& session, Store& store, const NameQueueOptions& options);

// Runs the rules over what decisions about names and claims touched; kTrouble with a message if that fails.
int check_decided(Session& session, Store& store);

}  // namespace hearsay

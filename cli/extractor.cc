#include "cli/extractor.h"

namespace hearsay {

Result<std::unique_ptr<Extractor>> make_extractor(Session& session, const Lexicon& lexicon) {
  if (!session.model.empty() && session.model != "none") {
    return Error{ErrorCode::unsupported, session.model, "this build reads no model", "use --model none", ""};
  }
  return std::make_unique<Extractor>(lexicon);
}

}  // namespace hearsay

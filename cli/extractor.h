#pragma once
// The extractor as --model asks for it.

#include <memory>

#include "cli/command.h"
#include "core/extract/extract.h"

namespace hearsay {

// With the tagger compiled in; of --model FILE; or, with --model none, by rules alone, which it says on the session's
// `err`, as it does where the program was built without a model. The tagger reads its features from the shipped lexicon
// whatever --rules says, since it was trained with that. `lexicon` must outlive the result. not_found, unreadable,
// malformed, unsupported: the model's file.
Result<std::unique_ptr<Extractor>> make_extractor(Session& session, const Lexicon& lexicon);

}  // namespace hearsay

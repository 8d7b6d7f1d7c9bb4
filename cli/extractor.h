#pragma once
// The extractor as --model asks for it.

#include <memory>

#include "cli/command.h"
#include "core/extract/extract.h"

namespace hearsay {

// With the tagger compiled in; of --model FILE; or, with --model none, by rules alone. `lexicon` must outlive the
// result. not_found, unreadable, malformed: of the model's file.
Result<std::unique_ptr<Extractor>> make_extractor(Session& session, const Lexicon& lexicon);

}  // namespace hearsay

#include "cli/extractor.h"

#include <utility>

#include "core/extract/tagger.h"
#include "desk/inputs.h"

namespace hearsay {
namespace {

// Null: rules alone.
Result<std::shared_ptr<const Tagger>> tagger_for(Session& session) {
  if (session.model == "none") return std::shared_ptr<const Tagger>();
  if (session.model.empty()) return Tagger::shipped();
  const Result<std::string> bytes = read_bytes({session.model}, session.in);
  if (!bytes) return bytes.error();
  Result<std::shared_ptr<const Tagger>> tagger = Tagger::load(*bytes, Lexicon::shipped());
  if (tagger) return tagger;
  Error error = tagger.error();
  error.where = session.model;
  return error;
}

}  // namespace

Result<std::unique_ptr<Extractor>> make_extractor(Session& session, const Lexicon& lexicon) {
  Result<std::shared_ptr<const Tagger>> tagger = tagger_for(session);
  if (!tagger) return tagger.error();
  if (*tagger == nullptr)
    session.err << "hearsay: statements are read by rules alone, without a trained model; fewer will be found\n";
  return std::make_unique<Extractor>(lexicon, std::move(tagger).value());
}

}  // namespace hearsay

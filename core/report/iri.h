#pragma once
// Names that other programs know our things by: "urn:hearsay:" and a local part, the same in every format.

#include <optional>
#include <string>
#include <string_view>

#include "core/report/report.h"

namespace hearsay {

inline constexpr std::string_view kNamespace = "urn:hearsay:";

// All but letters, digits, "-", "." and "_" as %hh of their UTF-8 bytes.
std::string percent_encoded(std::string_view text);

// Local parts: "source:<hash>", "article:<id>", "claim:<article>:<claim>", "person:<entity id>" ...
std::string source_name(const Source& source);
std::string article_name(const ReportArticle& page);
std::string claim_name(const StoredClaim& claim);
std::string flag_name(const Flag& flag);
std::string outlet_name(std::string_view outlet);
// The id of an article with this full name, "urn:hearsay:article:fire"; none: it is the name of something else.
std::optional<std::string> article_named(std::string_view iri);
// Of a claim's speaker: by entity, or by its own claim where it has none.
std::string speaker_iri_name(const StoredClaim& claim);

}  // namespace hearsay

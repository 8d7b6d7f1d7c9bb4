#include "core/value/claim.h"

#include "core/value/hash.h"

namespace hearsay {
namespace {

void add(std::string& key, Span span) { key += std::to_string(span.begin) + "-" + std::to_string(span.end) + " "; }

}  // namespace

std::string content_text(const Claim& claim, std::string_view text) {
  std::string out;
  for (const Span& span : claim.content) {
    if (!out.empty()) out += " […] ";
    out += span.of(text);
  }
  return out;
}

std::string claim_id(const Claim& claim, std::string_view text_sha256) {
  std::string key{text_sha256};
  key += "\ncontent ";
  for (const Span& span : claim.content) add(key, span);
  key += "\nspeaker ";
  if (claim.speaker && claim.speaker->span) add(key, *claim.speaker->span);
  key += "\ncue ";
  if (claim.cue) add(key, *claim.cue);
  return sha256_hex(key).substr(0, 16);
}

}  // namespace hearsay

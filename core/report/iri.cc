#include "core/report/iri.h"

#include <charconv>

namespace hearsay {

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' || c == '.' || c == '_';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 0xFU];
    }
  }
  return out;
}

std::optional<std::string> article_named(std::string_view iri) {
  const std::string start = std::string(kNamespace) + "article:";
  if (!iri.starts_with(start)) return std::nullopt;
  std::string id;
  for (std::size_t i = start.size(); i < iri.size(); ++i) {
    unsigned byte = 0;
    const bool encoded = iri[i] == '%' && i + 2 < iri.size() &&
                         std::from_chars(&iri[i + 1], &iri[i + 1] + 2, byte, 16).ptr == &iri[i + 1] + 2;
    id += encoded ? static_cast<char>(byte) : iri[i];
    if (encoded) i += 2;
  }
  return id;
}

std::string source_name(const Source& source) { return "source:" + source.sha256; }
std::string article_name(const ReportArticle& page) { return "article:" + percent_encoded(page.entry.id); }
std::string claim_name(const StoredClaim& claim) {
  return "claim:" + percent_encoded(claim.ref.article) + ":" + claim.ref.claim;
}
std::string flag_name(const Flag& flag) { return "flag:" + flag.id; }
std::string outlet_name(std::string_view outlet) { return "outlet:" + percent_encoded(outlet); }
std::string speaker_iri_name(const StoredClaim& claim) {
  if (!claim.entity.empty()) return "name:" + claim.entity;
  return "speaker:" + percent_encoded(claim.ref.article) + ":" + claim.ref.claim;
}

}  // namespace hearsay

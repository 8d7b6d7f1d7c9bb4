// Names are compared by their letters and digits alone: "The Harbour Post" is spelled by "harbourpost".

#include "core/ingest/site_name.h"

#include <algorithm>
#include <array>

#include "core/ingest/layout.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 9> kSeparators = {" | ", "｜", " - ", " – ", " — ", " :: ", " · ", " » ", " « "};
constexpr std::array<std::string_view, 5> kHostLeads = {"www.", "m.", "amp.", "mobile.", "edition."};
constexpr std::size_t kSpelling = 3;  // letters; fewer spell nothing
constexpr std::size_t kMaxParts = 4;  // dropped from one title

std::string letters_of(std::string_view name) {
  std::string letters;
  std::string plain = unaccented(name);
  if (plain.starts_with("the ")) plain.erase(0, 4);
  for (const char c : plain) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) letters += c;
  }
  return letters;
}

bool names_site(std::string_view part, std::string_view site, std::string_view domain) {
  const std::string letters = letters_of(part);
  if (letters.size() < kSpelling) return false;
  return letters == letters_of(site) || letters_of(domain).starts_with(letters);
}

struct Cut {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

Cut last_separator(std::string_view title) {
  Cut last;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string_view::npos || at == 0 || (last.begin != std::string_view::npos && at < last.begin)) continue;
    last = {at, at + separator.size()};
  }
  return last;
}

Cut first_separator(std::string_view title) {
  Cut first;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.find(separator);
    if (at == std::string_view::npos || at == 0 || at > first.begin) continue;
    first = {at, at + separator.size()};
  }
  return first;
}

}  // namespace

std::string domain_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  const bool relative = address.starts_with("//");
  if (scheme == std::string_view::npos && !relative) return "";
  address.remove_prefix(relative ? 2 : scheme + 3);
  std::string_view host = address.substr(0, address.find_first_of("/?#"));
  host = host.substr(host.rfind('@') + 1);
  host = host.substr(0, host.find(':'));
  std::string domain = fold(host);
  for (const std::string_view lead : kHostLeads) {
    const bool more = domain.find('.', lead.size()) != std::string::npos;
    if (domain.starts_with(lead) && more) domain.erase(0, lead.size());
  }
  return domain.find('.') == std::string::npos ? "" : domain;
}

std::string without_site(std::string title, std::string_view site, std::string_view domain) {
  for (std::size_t i = 0; i < kMaxParts; ++i) {
    const Cut cut = last_separator(title);
    if (cut.begin == std::string_view::npos) break;
    const std::string_view separator = std::string_view(title).substr(cut.begin, cut.end - cut.begin);
    const bool bar = separator == " | " || separator == "｜";
    if (!bar && !names_site(std::string_view(title).substr(cut.end), site, domain)) break;
    title = std::string(trimmed(title, {0, cut.begin}).of(title));
  }
  const Cut lead = first_separator(title);
  if (lead.begin != std::string_view::npos && names_site(std::string_view(title).substr(0, lead.begin), site, domain)) {
    title = std::string(trimmed(title, {lead.end, title.size()}).of(title));
  }
  return title;
}

std::optional<std::string> site_at_end(std::string_view title, std::string_view domain) {
  const Cut cut = last_separator(title);
  if (cut.begin == std::string_view::npos || domain.empty()) return std::nullopt;
  const Span name = trimmed(title, {cut.end, title.size()});
  const std::string letters = letters_of(name.of(title));
  const bool spells = letters.size() >= kSpelling && letters_of(domain).starts_with(letters);
  return spells ? std::optional(std::string(name.of(title))) : std::nullopt;
}

bool extends_with_site(std::string_view title, std::string_view heading) {
  if (heading.empty() || title.size() <= heading.size()) return false;
  return std::any_of(kSeparators.begin(), kSeparators.end(), [&](std::string_view separator) {
    const std::string lead = fold_spaces(heading) + fold(separator);
    return fold_spaces(title).starts_with(lead);
  });
}

}  // namespace hearsay

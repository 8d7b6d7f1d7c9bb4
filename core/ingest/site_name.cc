// Names are compared by their letters and digits alone: "The Harbour Post" is spelled by "harbourpost".

#include "core/ingest/site_name.h"

#include <libpsl.h>

#include <algorithm>
#include <array>

#include "core/ingest/layout.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 13> kSeparators = {" | ", "｜",  " - ", " – ", " — ", " :: ", " · ",
                                                          " » ", " « ", " • ", "--",  "_",   "－"};
constexpr std::array<std::string_view, 5> kHostLeads = {"www.", "m.", "amp.", "mobile.", "edition."};
constexpr std::size_t kLabel = 2;      // letters of a name or domain that can be compared
constexpr std::size_t kSpelling = 3;   // letters; fewer spell nothing
constexpr std::size_t kMaxParts = 4;   // dropped from one title
constexpr std::size_t kSmallWord = 3;  // letters of a word that an abbreviation may leave out
constexpr std::size_t kMaxNameWords = 8;
constexpr std::size_t kLatinShare = 4;  // times as many Latin letters as others

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

bool names_site(std::string_view part, const std::vector<std::string>& sites, std::string_view domain) {
  const std::string letters = letters_of(part);
  if (letters.size() < kSpelling) return false;
  return letters_of(domain).starts_with(letters) ||
         std::any_of(sites.begin(), sites.end(), [&](const std::string& site) { return letters == letters_of(site); });
}

// Whether `letters` are beginnings of words, one a word, in order, of which small ones ("of", "the") may be left out:
// "latimes" of "Los Angeles Times". `words` are not empty.
bool abbreviates(std::string_view letters, const std::vector<std::string>& words, std::size_t from) {
  if (letters.empty()) return from == words.size();
  if (from == words.size()) return false;
  const std::string& word = words[from];
  for (std::size_t taken = 1; taken <= word.size() && taken <= letters.size(); ++taken) {
    if (word[taken - 1] != letters[taken - 1]) break;
    if (abbreviates(letters.substr(taken), words, from + 1)) return true;
  }
  return word.size() <= kSmallWord && abbreviates(letters, words, from + 1);
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : unaccented(name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
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
  if (const std::size_t kept = address.find("://web.archive.org/web/"); kept != std::string_view::npos) {
    const std::size_t page = address.find("/http", kept);
    if (page != std::string_view::npos) address.remove_prefix(page + 1);
  }
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

std::string registered_domain(const std::string& host) {
  const psl_ctx_t* const list = psl_builtin();
  const char* const found = list == nullptr ? nullptr : psl_registrable_domain(list, host.c_str());
  return found == nullptr ? host : found;
}

DomainSpelling spelling_of(std::string_view name, const std::string& host) {
  const std::string domain = registered_domain(host);
  const std::string label = letters_of(std::string_view(domain).substr(0, domain.find('.')));
  const std::string letters = letters_of(name);
  if (letters.size() < kLabel || label.size() < kLabel) return DomainSpelling::none;
  if (letters == label || letters == letters_of(domain) || letters == letters_of(host)) return DomainSpelling::whole;
  if (letters.starts_with(label) || (letters.size() >= kSpelling && label.starts_with(letters)))
    return DomainSpelling::begins;
  const std::vector<std::string> words = words_of(name);
  const bool short_form = words.size() > 1 && words.size() <= kMaxNameWords && abbreviates(label, words, 0);
  return short_form ? DomainSpelling::begins : DomainSpelling::none;
}

bool is_latin(std::string_view name) {
  std::size_t latin = 0;
  std::size_t other = 0;
  const std::string plain = unaccented(name);
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint point = code_point_at(plain, at);
    at += point.length;
    latin += point.value >= 'a' && point.value <= 'z' ? 1U : 0U;
    other += point.value >= 0x370 && point.value != 0x2019 ? 1U : 0U;
  }
  return latin > kLatinShare * other;
}

std::string without_site(std::string title, const std::vector<std::string>& sites, std::string_view domain) {
  for (std::size_t i = 0; i < kMaxParts; ++i) {
    const Cut cut = last_separator(title);
    if (cut.begin == std::string_view::npos) break;
    const std::string_view separator = std::string_view(title).substr(cut.begin, cut.end - cut.begin);
    const bool bar = separator == " | " || separator == "｜";
    if (!bar && !names_site(std::string_view(title).substr(cut.end), sites, domain)) break;
    title = std::string(trimmed(title, {0, cut.begin}).of(title));
  }
  const Cut lead = first_separator(title);
  if (lead.begin != std::string_view::npos &&
      names_site(std::string_view(title).substr(0, lead.begin), sites, domain)) {
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

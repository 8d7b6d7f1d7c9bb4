// Candidates are gathered place by place, then put in order by how they go with the domain; within one class the order
// of places stays.

#include "core/ingest/page_outlet.h"

#include <algorithm>

#include "core/ingest/one_line.h"
#include "core/ingest/outlet.h"
#include "core/ingest/site_name.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::string_view kNamePlaces[] = {"meta:og:site_name",
                                            "ld:publisher",
                                            "ld:isPartOf",
                                            "item:publisher",
                                            "meta:application-name",
                                            "meta:apple-mobile-web-app-title",
                                            "ld:NewsMediaOrganization",
                                            "ld:WebSite",
                                            "meta:dc.publisher",
                                            "meta:publisher",
                                            "ld:sourceOrganization"};
constexpr std::string_view kPlacesBeside[] = {"meta:al:ios:app_name", "meta:twitter:app:name:iphone", "logo", "feed",
                                              "search"};
constexpr std::string_view kAddressPlaces[] = {
    "link:canonical",    "meta:og:url", "ld:url",       "ld:mainEntityOfPage", "saved",         "meta:twitter:url",
    "meta:parsely-link", "base",        "link:amphtml", "link:shortlink",      "link:alternate"};
constexpr std::string_view kBreaks[] = {" | ", " - ", " – ", " — ", " » ", ": ", " :: "};

constexpr std::size_t kMaxOutlet = 100;  // bytes of a publisher's name

// "The Quay - news of the harbour" and "Feed » The Quay": the part that spells the domain, else the first; a name
// without such parts as it is.
std::string name_without_motto(const std::string& line, const std::string& domain) {
  std::string first;
  for (const std::string_view separator : kBreaks) {
    const std::size_t at = line.find(separator);
    if (at == std::string::npos || at == 0) continue;
    std::string left = line.substr(0, at);
    std::string right = line.substr(at + separator.size());
    if (!domain.empty() && spelling_of(left, domain) == DomainSpelling::whole) return left;
    if (!domain.empty() && spelling_of(right, domain) == DomainSpelling::whole) return right;
    if (first.empty()) first = left;
  }
  return first.empty() ? line : first;
}

std::string outlet_name(std::string_view value, const std::string& domain) {
  const std::string line = one_line(value);
  const bool address = line.find("://") != std::string::npos || line.starts_with('@');
  if (line.empty() || address || line.size() > kMaxOutlet) return "";
  return name_without_motto(line, domain);
}

// How much a name says of the publisher of a page at `domain`: less is better.
std::size_t class_of(const FieldCandidate& name, const std::string& domain) {
  if (name.place == "address" || name.place == "links") return 3;
  if (!is_latin(name.value)) return 4;
  const DomainSpelling spelling = domain.empty() ? DomainSpelling::none : spelling_of(name.value, domain);
  if (spelling == DomainSpelling::whole && like_outlet(name.value)) return 0;
  if (spelling == DomainSpelling::whole && name.value.find('.') != std::string::npos) return 0;
  return spelling == DomainSpelling::none ? 2 : 1;
}

class OutletNames {
 public:
  OutletNames(const HtmlPage& page, std::string domain) : page_(page), domain_(std::move(domain)) {}

  void add(std::string value, std::string place, std::optional<Span> source) {
    found_.push_back({"outlet", std::move(value), std::move(place), 0, source, false});
  }

  // Names at a place; `spelt`: only those that spell the domain.
  void add_from(std::string_view place, bool spelt) {
    for (const PageField& given : page_.fields) {
      if (given.name != place) continue;
      std::string name = outlet_name(given.value, domain_);
      const bool fits =
          !spelt || (!domain_.empty() && like_outlet(name) && spelling_of(name, domain_) == DomainSpelling::whole);
      if (!name.empty() && fits) add(std::move(name), given.name, given.source);
    }
  }

  void add_title_ends() {
    for (const PageField& given : page_.fields) {
      if (given.name != "title") continue;
      if (std::optional<std::string> name = site_at_end(one_line(given.value), domain_))
        add(std::move(*name), "title", given.source);
    }
  }

  void add_domain() {
    if (!domain_.empty()) return add(registered_domain(domain_), "address", std::nullopt);
    for (const PageField& given : page_.fields) {
      if (given.name == "links") add(domain_of(given.value), "links", std::nullopt);
    }
  }

  std::vector<FieldCandidate> ranked() {
    std::stable_sort(found_.begin(), found_.end(), [&](const FieldCandidate& a, const FieldCandidate& b) {
      return class_of(a, domain_) < class_of(b, domain_);
    });
    for (std::size_t i = 0; i < found_.size(); ++i) found_[i].rank = i;
    return std::move(found_);
  }

 private:
  const HtmlPage& page_;
  std::string domain_;
  std::vector<FieldCandidate> found_;
};

}  // namespace

std::string address_of(const HtmlPage& page, std::string_view known) {
  if (!known.empty()) return std::string(known);
  for (const std::string_view place : kAddressPlaces) {
    for (const PageField& given : page.fields) {
      if (given.name == place && !domain_of(given.value).empty()) return one_line(given.value);
    }
  }
  return "";
}

std::vector<FieldCandidate> outlets_of(const HtmlPage& page, std::string_view address,
                                       const std::optional<Stated>& in_text) {
  OutletNames names(page, domain_of(address));
  for (const std::string_view place : kNamePlaces) names.add_from(place, false);
  if (in_text) names.add(in_text->value, "text", std::nullopt);
  names.add_title_ends();
  for (const std::string_view place : kPlacesBeside) names.add_from(place, true);
  names.add_domain();
  return names.ranked();
}

}  // namespace hearsay

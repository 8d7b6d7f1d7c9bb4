// Each kind of tag has its own few lines; nothing is weighed here (page_metadata, page_outlet do that).

#include "core/ingest/html_fields.h"

#include <algorithm>

#include "core/ingest/html_page.h"
#include "core/ingest/site_name.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxShown = 120;     // bytes of a logo's or feed's name
constexpr std::size_t kMaxAddress = 2000;  // bytes
constexpr std::size_t kMaxHosts = 200;     // different ones that are counted

bool holds(const std::string* value, std::string_view part) {
  return value != nullptr && value->find(part) != std::string::npos;
}

bool names_logo(const HtmlToken& image) {
  for (const char* attribute : {"class", "id", "src", "alt"}) {
    const std::string* value = image.attribute(attribute);
    if (value == nullptr || value->size() > kMaxAddress) continue;
    if (value->find("logo") != std::string::npos || value->find("Logo") != std::string::npos) return true;
  }
  return false;
}

void link(const HtmlToken& token, std::vector<PageField>& fields) {
  const std::string* rel = token.attribute("rel");
  const std::string* href = token.attribute("href");
  if (rel == nullptr || href == nullptr) return;
  const std::string* type = token.attribute("type");
  const std::string* title = token.attribute("title");
  const bool feed = holds(type, "rss") || holds(type, "atom");
  if (title != nullptr && title->size() <= kMaxShown && (*rel == "search" || (*rel == "alternate" && feed)))
    fields.push_back({feed ? "feed" : "search", *title, token.source});
  const bool abroad = *rel == "alternate" && token.attribute("hreflang") != nullptr;
  if (*rel == "canonical" || *rel == "amphtml" || *rel == "shortlink" || abroad)
    fields.push_back({"link:" + *rel, *href, token.source});
}

}  // namespace

void HtmlFields::meta(const HtmlToken& token, std::vector<PageField>& fields) const {
  const std::string* content = token.attribute("content");
  if (content == nullptr) return;
  for (const std::string_view key : {"property", "name", "itemprop"}) {
    if (const std::string* name = token.attribute(key)) {
      fields.push_back({"meta:" + fold(*name), *content, token.source});
    }
  }
}

void HtmlFields::count_link(const HtmlToken& token) {
  const std::string* href = token.attribute("href");
  if (href == nullptr || !href->starts_with("http") || href->size() > kMaxAddress) return;
  std::string host = domain_of(*href);
  if (host.empty()) return;
  ++links_;
  if (hosts_.size() < kMaxHosts || hosts_.contains(host)) ++hosts_[std::move(host)];
}

void HtmlFields::start_tag(const HtmlToken& token, std::size_t depth, std::vector<PageField>& fields) {
  const std::string_view name = token.name;
  if (name == "a") return count_link(token);
  if (name == "meta") meta(token, fields);
  if (name == "link") link(token, fields);
  if (name == "base") {
    if (const std::string* href = token.attribute("href")) fields.push_back({"base", *href, token.source});
  }
  if (name == "time") {
    if (const std::string* when = token.attribute("datetime")) fields.push_back({"time", *when, token.source});
  }
  if (name == "img" && names_logo(token)) {
    const std::string* alt = token.attribute("alt");
    if (alt != nullptr && alt->size() <= kMaxShown) fields.push_back({"logo", *alt, token.source});
  }
  const std::string* item = token.attribute("itemprop");
  if (item == nullptr) return;
  if (*item == "publisher" && publisher_depth_ == 0) publisher_depth_ = depth + 1;
  const std::string* content = token.attribute("content");
  if (*item == "name" && publisher_depth_ > 0 && content != nullptr)
    fields.push_back({"item:publisher", *content, token.source});
  if (*item == "datePublished" && content == nullptr) content = token.attribute("datetime");
  if (*item == "datePublished" && content != nullptr) fields.push_back({"item:datePublished", *content, token.source});
}

void HtmlFields::end_tag(std::size_t depth) {
  if (depth < publisher_depth_) publisher_depth_ = 0;
}

// "<!-- saved from url=(0030)https://quay.example/piers -->", and the line " url: https://quay.example/piers" of
// SingleFile.
void HtmlFields::comment(const HtmlToken& token, std::vector<PageField>& fields) {
  const std::string_view data = std::string_view(token.data).substr(0, kMaxAddress);
  std::size_t at = data.find("saved from url=(");
  if (at != std::string_view::npos) {
    at = data.find(')', at);
  } else if (data.find("SingleFile") != std::string_view::npos) {
    at = data.find("url:");
  }
  if (at == std::string_view::npos) return;
  at = data.find("http", at);
  if (at == std::string_view::npos) return;
  const std::size_t end = std::min(data.find_first_of(" \n\r\t", at), data.size());
  fields.push_back({"saved", std::string(data.substr(at, end - at)), token.source});
}

void HtmlFields::end(std::vector<PageField>& fields) const {
  std::unordered_map<std::string, std::size_t> domains;
  for (const auto& [host, count] : hosts_) domains[registered_domain(host)] += count;
  for (const auto& [domain, count] : domains) {
    const bool most = static_cast<double>(count) >= kMostLinks * static_cast<double>(links_);
    if (count >= kFewestLinks && most && !domain.empty()) fields.push_back({"links", "https://" + domain + "/", {}});
  }
}

}  // namespace hearsay

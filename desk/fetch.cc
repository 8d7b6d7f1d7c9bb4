#include "desk/fetch.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "core/text/normalise.h"
#include "desk/ingest.h"

namespace hearsay {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view kProduct = "hearsay";

// Why an answer is no page; nullopt: it is one.
std::optional<Error> fault_of(const Response& response) {
  const int status = response.status;
  const std::string number = " (status " + std::to_string(status) + ")";
  const std::string later = response.retry_after.empty() ? "" : ": it says Retry-After " + response.retry_after;
  const auto unreadable = [&](const std::string& message, const std::string& hint) {
    return Error{ErrorCode::unreadable, "", message + number, hint, ""};
  };
  if (status == 206) return unreadable("the server sent only a part", "try again later");
  if (status >= 200 && status <= 299 && !response.body.empty()) return std::nullopt;
  if (status >= 200 && status <= 299) return unreadable("the server sent nothing", "look at it in a browser");
  if (status == 404 || status == 410) {
    return Error{ErrorCode::not_found, "", "there is no such page" + number,
                 "check the address; a copy from a web archive can be given as a file", ""};
  }
  if (status == 429) return unreadable("the server was asked too often", "try again later" + later);
  if (status >= 500) return unreadable("the server failed", "try again later" + later);
  if (status >= 400) return unreadable("the server refuses it", "open it in a browser, save the page, give the file");
  return unreadable("the server sent no page", "look at it in a browser");
}

}  // namespace

Fetcher::Fetcher(FetchOptions options, std::function<std::string()> now)
    : options_(std::move(options)), now_(std::move(now)), transfer_(options_.allowed) {
  if (!options_.wait) options_.wait = [](Milliseconds time) { std::this_thread::sleep_for(time); };
}

Result<Source> Fetcher::fetch(const std::string& address) {
  Result<WebAddress> asked = web_address(address);
  if (!asked) return asked.error();
  Result<Reached> reached = follow(*asked, options_.limits, true);
  std::optional<Error> fault;
  if (!reached) {
    fault = reached.error();
  } else if (reached->lost) {
    fault = Error{ErrorCode::unreadable, "", "more than " + std::to_string(options_.redirects) + " redirects",
                  "open it in a browser, and give the address it ends at", ""};
  } else if (fault = fault_of(reached->response); fault && reached->address != *asked) {
    fault->message = "leads to " + reached->address.text + ": " + fault->message;
  }
  if (fault) {
    fault->where = address;
    return *std::move(fault);
  }
  Source source = received(std::move(reached->response.body), address, reached->address.text, now_());
  const std::string& type = reached->response.media_type;
  if (!fold_spaces(type.substr(0, type.find(';'))).ends_with("/octet-stream")) source.media_type = type;
  return source;
}

// Hop by hop, so that each is checked: its scheme, the robots.txt of its site, the pause of its host.
Result<Fetcher::Reached> Fetcher::follow(WebAddress address, TransferLimits limits, bool page) {
  const std::string asked = address.text;
  const auto through = [&](Error error) {
    if (address.text != asked) error.message = "leads to " + address.text + ": " + error.message;
    return error;
  };
  std::string host;
  for (int redirects = 0;; ++redirects) {
    if (page) {
      if (std::optional<Error> no = forbidden(address)) return through(*std::move(no));
      if (address.host != host) pause_for(address);  // a redirect inside a host belongs to the same request
      host = address.host;
    }
    const Clock::time_point begin = Clock::now();
    Result<Response> response = transfer_.get(address, limits);
    if (page) asked_[host] = Clock::now();
    limits.whole -= std::chrono::duration_cast<Milliseconds>(Clock::now() - begin);
    if (!response) return through(response.error());
    const bool leads_on = response->status >= 300 && response->status <= 399 && !response->location.empty();
    if (!leads_on) return Reached{address, std::move(response).value(), false};
    if (redirects == options_.redirects) return Reached{address, {}, true};
    Result<WebAddress> next = web_address(response->location);
    if (!next) {
      Error error = next.error();
      error.message = "leads to " + error.where + ", which " + error.message;
      return error;
    }
    address = std::move(next).value();
  }
}

std::optional<Error> Fetcher::forbidden(const WebAddress& address) {
  if (options_.ignore_robots) return std::nullopt;
  const Site& site = site_of(address.origin);
  if (site.unknown) return site.unknown;
  const RobotsRule* rule = site.robots.deciding(address.target);
  if (rule == nullptr || rule->allow) return std::nullopt;
  return Error{ErrorCode::unreadable, "",
               "the site asks programs not to fetch it (" + address.origin + "/robots.txt, line " +
                   std::to_string(rule->line) + ")",
               "save the page from a browser and give the file, or give --ignore-robots if you may", ""};
}

// What RFC 9309, 2.3.1 says of each outcome: no robots.txt, everything may be fetched; a failure, nothing.
Fetcher::Site& Fetcher::site_of(const std::string& origin) {
  const auto [at, is_new] = sites_.try_emplace(origin);
  Site& site = at->second;
  if (!is_new) return site;
  TransferLimits limits = options_.limits;
  limits.bytes = std::min(limits.bytes, kMaxRobotsBytes);
  limits.cut = true;
  const std::string text = origin + "/robots.txt";
  Result<WebAddress> address = web_address(text);
  Result<Reached> reached = address ? follow(*address, limits, false) : Result<Reached>(address.error());
  if (!reached) {
    site.unknown = reached.error();
    site.unknown->message = "its robots.txt cannot be asked for: " + site.unknown->message;
  } else if (reached->response.status >= 500) {
    site.unknown = fault_of(reached->response);
    site.unknown->message = "the server failed to send " + text + ", which counts as a no (status " +
                            std::to_string(reached->response.status) + ")";
    site.unknown->hint += ", or give --ignore-robots if you may";
  } else if (reached->response.status >= 200 && reached->response.status <= 299) {
    site.robots = robots_of(reached->response.body, kProduct);
  }
  return site;
}

void Fetcher::pause_for(const WebAddress& address) {
  const auto last = asked_.find(address.host);
  if (last == asked_.end()) return;
  Milliseconds pause = options_.pause;
  if (const auto site = sites_.find(address.origin); site != sites_.end() && site->second.robots.crawl_delay) {
    const double most = std::chrono::duration<double>(options_.longest_pause).count();
    const double seconds = std::min(*site->second.robots.crawl_delay, most);
    pause = std::max(pause, Milliseconds(static_cast<Milliseconds::rep>(seconds * 1000)));
  }
  const auto left = std::chrono::ceil<Milliseconds>(last->second + pause - Clock::now());
  if (left.count() > 0) options_.wait(left);
}

}  // namespace hearsay

#pragma once
// The door to the web: the page at an address, as a Source.
//
//   Fetcher fetcher({}, now);
//   Result<Source> source = fetcher.fetch("https://quay.example/2026/fire");
//   // source->url: where redirects led to; source->name: what was asked for
//
// One request at a time. A site's robots.txt is asked for once (desk/robots.h), also that of a site that a redirect
// leads to; between two pages of one host there is a pause. What a connection may and may not is in desk/transfer.h.
// A page that builds its text with scripts is not run: what the server sends is what is read.

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "core/value/result.h"
#include "core/value/source.h"
#include "desk/robots.h"
#include "desk/transfer.h"

namespace hearsay {

struct FetchOptions {
  TransferLimits limits;  // `whole` is shared by all redirects of a page; robots.txt has as much once more
  int redirects = 5;
  std::chrono::milliseconds pause{1000};            // from one page of a host to the next; its Crawl-delay where longer
  std::chrono::milliseconds longest_pause{10'000};  // whatever the Crawl-delay
  bool ignore_robots = false;
  std::function<bool(const sockaddr&)> allowed = is_public;
  std::function<void(std::chrono::milliseconds)> wait;  // how a pause is made; empty: sleep
};

class Fetcher {
 public:
  // `now`: RFC 3339 in UTC; asked when a page has come.
  Fetcher(FetchOptions options, std::function<std::string()> now);

  // The bytes of the source are those the server sent, once chunks are joined and content encodings (gzip, br, ...)
  // undone; its media type is the server's, with the charset, which outranks what the page says of itself (a type that
  // says nothing, application/octet-stream, is left out). Errors are those of Transfer; not_found also for status 404
  // and 410, unreadable for other statuses, too many redirects and what robots.txt forbids. `where` is `address`.
  Result<Source> fetch(const std::string& address);

 private:
  struct Reached {  // behind all redirects
    WebAddress address;
    Response response;
    bool lost = false;  // too many of them
  };
  struct Site {  // by origin
    Robots robots;
    std::optional<Error> unknown;  // why its robots.txt is not known; `where` is empty
  };
  using Milliseconds = std::chrono::milliseconds;

  Result<Reached> follow(WebAddress address, TransferLimits limits, bool page);
  std::optional<Error> forbidden(const WebAddress& address);
  Site& site_of(const std::string& origin);
  void pause_for(const WebAddress& address);

  FetchOptions options_;
  std::function<std::string()> now_;
  Transfer transfer_;
  std::map<std::string, Site> sites_;
  std::map<std::string, std::chrono::steady_clock::time_point> asked_;  // by host: when its last page had come
};

}  // namespace hearsay

#pragma once
// One request to a web server, by libcurl: the only place that opens a connection.
//
//   Transfer transfer({});
//   Result<Response> response = transfer.get(*web_address("https://quay.example/fire"), {});
//
// Follows no redirect, sends no credentials, cookies or referrer, and uses no proxy of the environment, which would
// connect in its own name to where this program must not. Certificates are checked against the system's authorities.
// Every connection is checked when it is opened, by the address that the name was found to have: whatever the name says
// or says later, no connection is opened to an address that is not `allowed`.

#include <sys/socket.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "core/value/result.h"
#include "desk/public_address.h"
#include "desk/web_address.h"

namespace hearsay {

struct TransferLimits {
  std::size_t bytes = 64U << 20U;             // of the body, unpacked; stopped while it streams in
  bool cut = false;                           // a longer body is cut there, else it is an error
  std::chrono::milliseconds connect{10'000};  // until the connection stands, looking up the name included
  std::chrono::milliseconds whole{30'000};    // until the last byte
};

inline constexpr std::size_t kMaxResponseHeaderBytes = 256U << 10U;

struct Response {
  int status = 0;
  std::string body;         // of status 2xx, whole; chunks joined and content encodings undone. Of others empty
  std::string media_type;   // with its parameters, as sent; empty if it was not, or with control characters
  std::string location;     // of status 3xx, made absolute; not judged: it may name any scheme
  std::string retry_after;  // as sent
};

class Transfer {
 public:
  explicit Transfer(std::function<bool(const sockaddr&)> allowed = is_public);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer();

  // Any answer of the server is a value. not_found: no such host. too_large: over limits.bytes. unreadable: no
  // connection, not allowed, TLS, time, cut off. malformed: what came is no HTTP, or not packed as it says (a
  // packed body that ends early inside the length it was stated to have is read as far as it goes: libcurl does not
  // tell). `where` of an error is the address.
  Result<Response> get(const WebAddress& address, const TransferLimits& limits);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay

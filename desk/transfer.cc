// libcurl calls back with headers, bytes and sockets; what they find is kept in Impl until the call returns.

#include "desk/transfer.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace hearsay {
namespace {

constexpr const char* kUserAgent = "hearsay/" HEARSAY_VERSION;
constexpr const char* kAccept =
    "Accept: text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5";

bool controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
}

// The library is made ready once and taken down never: other handles may live until the very end.
bool ready() {
  static const bool kReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return kReady;
}

}  // namespace

struct Transfer::Impl {
  explicit Impl(std::function<bool(const sockaddr&)> check) : allowed(std::move(check)) {
    if (ready()) handle = curl_easy_init();
    accept = curl_slist_append(nullptr, kAccept);
    if (handle != nullptr) set_for_all();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    curl_easy_cleanup(handle);
    curl_slist_free_all(accept);
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    settable = curl_easy_setopt(handle, option, value) == CURLE_OK && settable;
  }
  void set_for_all();
  [[nodiscard]] int status() const;
  [[nodiscard]] std::string header(const char* name) const;  // empty: not sent, or with control characters
  Error failure(CURLcode code, const WebAddress& address) const;
  Error refusal(CURLcode code) const;

  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static std::size_t take_header(char* bytes, std::size_t one, std::size_t count, void* self);
  static std::size_t take_body(char* bytes, std::size_t one, std::size_t count, void* self);

  std::function<bool(const sockaddr&)> allowed;
  CURL* handle = nullptr;
  curl_slist* accept = nullptr;
  bool settable = true;
  std::array<char, CURL_ERROR_SIZE> words{};

  // of the request under way
  TransferLimits limits;
  std::string body;
  std::size_t header_bytes = 0;
  bool over = false;     // the body is longer than the limit
  bool unasked = false;  // a body that nobody reads, of a status other than 2xx
  std::string refused;   // an address no connection was opened to
  bool opened = false;   // a connection was tried to another
};

void Transfer::Impl::set_for_all() {
  set(CURLOPT_ERRORBUFFER, words.data());
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_USERAGENT, kUserAgent);
  set(CURLOPT_HTTPHEADER, accept);
  set(CURLOPT_ACCEPT_ENCODING, "");  // whatever the library can undo
  set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_HEADERFUNCTION, take_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, take_body);
  set(CURLOPT_WRITEDATA, this);
}

int Transfer::Impl::status() const {
  long code = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
  return static_cast<int>(code);
}

std::string Transfer::Impl::header(const char* name) const {
  curl_header* found = nullptr;
  if (curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return "";
  return controls(found->value) ? "" : found->value;
}

curl_socket_t Transfer::Impl::open_socket(void* self, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& impl = *static_cast<Impl*>(self);
  if (!impl.allowed(address->addr)) {
    impl.refused = numeric(address->addr);
    return CURL_SOCKET_BAD;
  }
  impl.opened = true;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t Transfer::Impl::take_header(char* /*bytes*/, std::size_t one, std::size_t count, void* self) {
  auto& impl = *static_cast<Impl*>(self);
  impl.header_bytes += one * count;
  return impl.header_bytes <= kMaxResponseHeaderBytes ? one * count : 0;
}

std::size_t Transfer::Impl::take_body(char* bytes, std::size_t one, std::size_t count, void* self) {
  auto& impl = *static_cast<Impl*>(self);
  const int status = impl.status();
  impl.unasked = status < 200 || status > 299;
  if (impl.unasked) return 0;
  const std::size_t size = one * count;
  const std::size_t room = impl.limits.bytes - impl.body.size();
  impl.body.append(bytes, std::min(size, room));
  impl.over = size > room;
  return impl.over ? 0 : size;
}

// Of a connection that could not be made.
Error Transfer::Impl::refusal(CURLcode code) const {
  if (!refused.empty() && !opened) {
    return {ErrorCode::unreadable, "", refused + " is no address of the public internet, and not connected to",
            "if it is a server of your own, give --private-addresses", ""};
  }
  if (code == CURLE_COULDNT_RESOLVE_HOST) {
    return {ErrorCode::not_found, "", "no host of that name is found", "check the address and the network", ""};
  }
  return {ErrorCode::unreadable, "", "the server takes no connection", "check the address, or try again later", ""};
}

Error Transfer::Impl::failure(CURLcode code, const WebAddress& address) const {
  const std::string said = words.front() == '\0' ? curl_easy_strerror(code) : words.data();
  Error error{ErrorCode::unreadable, "", "the request failed: " + said, "try again later", ""};
  const auto is = [&](std::initializer_list<CURLcode> codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  if (over || code == CURLE_FILESIZE_EXCEEDED) {
    error = {ErrorCode::too_large, "", "sends more than " + std::to_string(limits.bytes >> 20U) + " MiB",
             "download it, and give the file if it is one you want", ""};
  } else if (header_bytes > kMaxResponseHeaderBytes) {
    error.code = ErrorCode::malformed;
    error.message = "its header is longer than " + std::to_string(kMaxResponseHeaderBytes >> 10U) + " KiB";
    error.hint = "save the page from a browser and give the file";
  } else if (is({CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT})) {
    error = refusal(code);
  } else if (code == CURLE_OPERATION_TIMEDOUT) {
    error.message = "did not answer in time: " + said;
  } else if (is({CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER,
                 CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED})) {
    error.message = "no secure connection (TLS): " + said;
    error.hint = "open it in a browser to see what is wrong with its certificate, and save the page if you trust it";
  } else if (is({CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2_STREAM, CURLE_HTTP2})) {
    error.message = "the connection was cut before all had come: " + said;
  } else if (code == CURLE_GOT_NOTHING) {
    error.message = "the server ended the connection without an answer";
  } else if (is({CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR, CURLE_WEIRD_SERVER_REPLY,
                 CURLE_UNSUPPORTED_PROTOCOL})) {
    error.code = ErrorCode::malformed;
    error.message = "what came is no answer of a web server, or not packed as it says: " + said;
    error.hint = "save the page from a browser and give the file";
  }
  error.where = address.text;
  return error;
}

Transfer::Transfer(std::function<bool(const sockaddr&)> allowed) : impl_(std::make_unique<Impl>(std::move(allowed))) {}

Transfer::~Transfer() = default;

Result<Response> Transfer::get(const WebAddress& address, const TransferLimits& limits) {
  Impl& impl = *impl_;
  if (impl.handle == nullptr || !impl.settable) {
    return Error{ErrorCode::internal, address.text, "libcurl cannot do what is asked of it", "", ""};
  }
  impl.limits = limits;
  impl.body.clear();
  impl.refused.clear();
  impl.header_bytes = 0;
  impl.over = impl.unasked = impl.opened = false;
  impl.words.front() = '\0';
  impl.set(CURLOPT_URL, address.text.c_str());
  impl.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  impl.set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<std::chrono::milliseconds::rep>(limits.whole.count(), 1)));
  impl.set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.cut ? 0 : limits.bytes));
  const CURLcode code = curl_easy_perform(impl.handle);
  const bool wanted = code == CURLE_OK || impl.unasked || (impl.over && limits.cut);
  if (!wanted) return impl.failure(code, address);
  Response response;
  response.status = impl.status();
  response.body = std::exchange(impl.body, {});
  response.media_type = impl.header("Content-Type");
  response.retry_after = impl.header("Retry-After");
  if (response.status >= 300 && response.status <= 399) response.location = resolved(address, impl.header("Location"));
  return response;
}

}  // namespace hearsay

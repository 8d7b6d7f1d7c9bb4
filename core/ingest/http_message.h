#pragma once
// An HTTP response as a web archive keeps it (RFC 9112): status, media type, and the body as it was before transfer.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Lines "Name: value" in order, the names in lower case; a line that begins with a blank goes on with the one before.
struct HeaderLines {
  std::vector<std::pair<std::string, std::string>> lines;

  // The value of the first line of that name; empty where there is none.
  [[nodiscard]] std::string_view value(std::string_view name) const;
};

// `text`: without the empty line at its end; CRLF or LF.
HeaderLines header_lines(std::string_view text);

// Where the empty line that ends a header begins and ends, from `at` on; nullopt where there is none in the next
// kMaxHeaderBytes.
struct HeaderEnd {
  std::size_t header = 0;  // behind the header's last line
  std::size_t body = 0;
};
std::optional<HeaderEnd> header_end(std::string_view bytes, std::size_t at);
inline constexpr std::size_t kMaxHeaderBytes = 1U << 16U;

struct HttpMessage {
  int status = 0;
  std::string media_type;  // with its parameters, as sent
  std::string body;        // chunks joined and unpacked, where that is what they are
  std::string fault;       // empty, or for a person: "says it is chunked and is not"; body is then as it stands
};

// nullopt: `bytes` are no response. A body that does not unpack, or to more than `limit` bytes, is cut there.
std::optional<HttpMessage> http_message(std::string_view bytes, std::size_t limit);

}  // namespace hearsay

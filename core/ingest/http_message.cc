#include "core/ingest/http_message.h"

#include <algorithm>
#include <charconv>

#include "core/ingest/inflate.h"
#include "core/ingest/layout.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

// The chunks of a body one behind the other; nullopt where it is not made of chunks.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string joined;
  for (std::size_t at = 0; at < body.size();) {
    std::size_t size = 0;
    const char* const end = body.data() + body.size();
    const auto [stop, fault] = std::from_chars(body.data() + at, end, size, 16);
    const std::size_t line = body.find('\n', at);
    if (fault != std::errc() || line == std::string_view::npos) return std::nullopt;
    if (size == 0) return joined;
    const std::size_t begin = line + 1;
    if (size > body.size() - begin) return std::nullopt;
    joined += body.substr(begin, size);
    at = begin + size;
    if (body.substr(at, 2) == "\r\n") {
      at += 2;
    } else if (at < body.size() && body[at] == '\n') {
      ++at;
    }
  }
  return joined;
}

void unpack_body(HttpMessage& message, std::string_view encoding, std::size_t limit) {
  if (encoding.empty() || encoding == "identity") return;
  const bool deflate = encoding == "deflate";
  if (encoding != "gzip" && encoding != "x-gzip" && !deflate) {
    message.fault = "is packed as '" + std::string(encoding) + "', which is not read";
    return;
  }
  if (!deflate && !is_gzip(message.body)) {
    message.fault = "says it is gzip and is not";
    return;
  }
  Inflated unpacked = inflated(message.body, 0, limit);
  if (deflate && !unpacked.fault.empty() && unpacked.bytes.empty()) unpacked = inflated_raw(message.body, limit);
  message.body = std::move(unpacked.bytes);
  message.fault = std::move(unpacked.fault);
}

}  // namespace

std::string_view HeaderLines::value(std::string_view name) const {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.first == name; });
  return found == lines.end() ? std::string_view() : std::string_view(found->second);
}

HeaderLines header_lines(std::string_view text) {
  HeaderLines header;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const std::string_view words = trimmed(line, {0, line.size()}).of(line);
    if (!line.empty() && (line[0] == ' ' || line[0] == '\t') && !header.lines.empty()) {
      header.lines.back().second += ' ';
      header.lines.back().second += words;
      continue;
    }
    const std::size_t colon = words.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view value = trimmed(words, {colon + 1, words.size()}).of(words);
    header.lines.emplace_back(fold(words.substr(0, colon)), value);
  }
  return header;
}

std::optional<HeaderEnd> header_end(std::string_view bytes, std::size_t at) {
  const std::string_view window = bytes.substr(0, std::min(bytes.size(), at + kMaxHeaderBytes));
  for (std::size_t line = window.find('\n', at); line != std::string_view::npos; line = window.find('\n', line + 1)) {
    if (window.substr(line + 1, 2) == "\r\n") return HeaderEnd{line, line + 3};
    if (window.substr(line + 1, 1) == "\n") return HeaderEnd{line, line + 2};
  }
  return std::nullopt;
}

std::optional<HttpMessage> http_message(std::string_view bytes, std::size_t limit) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  const std::optional<HeaderEnd> end = header_end(bytes, 0);
  if (!end) return std::nullopt;
  HttpMessage message;
  const std::size_t space = bytes.find(' ');
  if (space >= end->header) return std::nullopt;
  std::from_chars(bytes.data() + space + 1, bytes.data() + end->header, message.status);
  const HeaderLines header = header_lines(bytes.substr(0, end->header));
  message.media_type = header.value("content-type");
  message.body = bytes.substr(end->body);
  if (fold(header.value("transfer-encoding")).find("chunked") != std::string::npos) {
    if (std::optional<std::string> joined = joined_chunks(message.body)) {
      message.body = *std::move(joined);
    } else {
      message.fault = "says it is chunked and is not";
    }
  }
  unpack_body(message, fold_spaces(header.value("content-encoding")), limit);
  return message;
}

}  // namespace hearsay

#pragma once
// Bytes as text (RFC 4648, section 4, with padding).

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

std::string base64(std::string_view bytes);
// Nothing unless `text` is exactly what base64() gives for some bytes.
std::optional<std::string> bytes_of_base64(std::string_view text);

}  // namespace hearsay

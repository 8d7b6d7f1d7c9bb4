#pragma once
// Bytes of sources, smaller (Zstandard, RFC 8878). Private to core/store.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/value/result.h"

namespace hearsay {

std::string compressed(std::string_view bytes);

// malformed: `frame` was not made by compressed(), or does not hold exactly `size` bytes.
Result<std::string> expanded(std::string_view frame, std::size_t size);

}  // namespace hearsay

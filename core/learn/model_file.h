#pragma once
// The envelope of a model file: eight bytes "hearsay\n", the version of what is inside, its length and its FNV-1a
// checksum, each little-endian, then what is inside.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/value/result.h"

namespace hearsay {

std::string seal_model(std::uint32_t version, std::string_view inside);

// A view into `bytes`. malformed: no model file, cut off, or changed since it was written; unsupported: another
// version.
Result<std::string_view> open_model(std::string_view bytes, std::uint32_t version);

}  // namespace hearsay

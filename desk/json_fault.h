#pragma once
// A file of JSON that cannot be parsed, as an error that names the line. Private to desk.

#include <rapidjson/document.h>

#include <string>
#include <string_view>

#include "core/value/result.h"

namespace hearsay {

// `document` has a parse error from `bytes`.
Error json_fault(const rapidjson::Document& document, std::string_view bytes, const std::string& name);

}  // namespace hearsay

#include "desk/json_fault.h"

#include <rapidjson/error/en.h>

#include <algorithm>

namespace hearsay {

Error json_fault(const rapidjson::Document& document, std::string_view bytes, const std::string& name) {
  const std::string_view read = bytes.substr(0, document.GetErrorOffset());
  const auto line = 1 + std::count(read.begin(), read.end(), '\n');
  return {ErrorCode::malformed, name + ":" + std::to_string(line),
          "no JSON from here on: " + std::string(rapidjson::GetParseError_En(document.GetParseError())),
          "the file is cut off or was changed; ask for it again", ""};
}

}  // namespace hearsay

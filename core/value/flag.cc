#include "core/value/flag.h"

#include "core/value/hash.h"

namespace hearsay {

std::string flag_id(std::string_view rule, std::string_view subject) {
  std::string key{rule};
  key += '\n';
  key += subject;
  return sha256_hex(key).substr(0, 16);
}

}  // namespace hearsay

#include "core/value/result.h"

namespace hearsay {

std::string Error::text() const {
  std::string out;
  if (!where.empty()) out += where + ": ";
  out += message;
  if (!hint.empty()) out += "; " + hint;
  if (!excerpt.empty()) out += "\n" + excerpt;
  return out;
}

}  // namespace hearsay

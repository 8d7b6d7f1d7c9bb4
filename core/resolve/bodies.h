#pragma once
// Organisations, governments, outlets and places by the name or the letters they go by.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "core/resolve/cast.h"

namespace hearsay {

class Bodies {
 public:
  explicit Bodies(Cast& cast) : cast_(cast) {}  // must outlive this

  // The body of that name, with or without article and accents, or of those initials; a new one where none is known.
  std::size_t named(const Reference& reference);

 private:
  Cast& cast_;
  std::map<std::string, std::size_t> by_name_;
  std::map<std::string, std::size_t> by_initials_;
};

}  // namespace hearsay

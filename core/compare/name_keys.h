#pragma once
// Keys under which the spellings of one name meet, so that names are compared in blocks and not each with all: two
// names that compare same or variant share a key (see the limits in name_keys.cc; a test measures how many pairs do). A
// key is a function of the name alone, never of what else is stored.
//
//   "Greg Wexfordin"   w:wexfordin  d:greg/wexfordi ...
//   "Greg Wexfordi"    w:wexfordi   d:greg/wexfordi ...
//   "Seo Min-hyeok"     k:0/금         "Kim Gum Hyok" the same

#include <string>
#include <string_view>
#include <vector>

#include "core/compare/name.h"

namespace hearsay {

class NameKeys {
 public:
  static constexpr std::size_t kMostKeys = 64;

  // `reader` must outlive the keys.
  explicit NameKeys(const NameReader& reader) : reader_(reader) {}

  // In byte order, without duplicates, at most kMostKeys; UTF-8 without white space. Empty for what holds no name.
  [[nodiscard]] std::vector<std::string> of(std::string_view written) const { return of(reader_.read(written)); }
  [[nodiscard]] std::vector<std::string> of(const Name& name) const;

 private:
  const NameReader& reader_;
};

}  // namespace hearsay

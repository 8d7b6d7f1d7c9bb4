#pragma once
// The files of a ZIP archive (libzip), one after the other, in memory: nothing is ever written to a path of the
// archive.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/result.h"

namespace hearsay {

struct ZipEntry {
  std::string name;  // as the archive gives it: valid UTF-8, no "..", no drive, not absolute
  std::string bytes;

  // By the end of its name: pages, feeds, texts, JSON.
  [[nodiscard]] bool may_hold_article() const;
};

using ZipFaults = std::vector<Error>;  // `where`: the entry's name, empty for the archive

bool is_zip(std::string_view bytes);

// Calls `each` for every file that can be unpacked, until it answers false. Faults: an archive that is damaged or has
// more than kMaxZipEntries files; entries with names that lead out of the archive, that are encrypted, damaged, or
// larger than kMaxUnpackedBytes once unpacked.
ZipFaults for_each_zip_entry(std::string_view bytes, const std::function<bool(const ZipEntry&)>& each);

}  // namespace hearsay

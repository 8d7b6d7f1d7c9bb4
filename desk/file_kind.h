#pragma once
// What a file that somebody hands over for import is, by its bytes.

#include <string_view>

namespace hearsay {

enum class FileKind {
  decisions,    // JSON lines or CSV, as `export` writes them (desk/exchange.h)
  report,       // JSON, as `report --format json` writes it (desk/report_file.h)
  annotations,  // W3C Web Annotations (desk/annotation_file.h)
};

// A file that is none of the three counts as decisions: whoever reads those says what is wrong with it.
FileKind file_kind(std::string_view bytes);

}  // namespace hearsay

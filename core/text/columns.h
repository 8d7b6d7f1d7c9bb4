#pragma once
// Text for a screen or a page of fixed columns.

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

// Control characters (C0, DEL, C1, bidirectional overrides) made visible as U+FFFD; a newline or tab becomes a space.
std::string printable(std::string_view text);

// Columns that `text` takes: wide East Asian characters two, combining marks none.
std::size_t columns_of(std::string_view text);

// `text` cut to `columns` with "…" where something was cut. Never inside a code point.
std::string cut_to(std::string_view text, std::size_t columns);

// `text` wrapped at spaces to `columns`, each further line indented by `indent` spaces. No newline at the end.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent = 0);

}  // namespace hearsay

#pragma once
// How an article is called by where it came from.

#include <string>
#include <string_view>

namespace hearsay {

// The last part of an address's path, of at most 80 bytes; the host where the path is empty:
// "https://quay.example/2024/piers.html?x" -> "piers.html".
std::string last_part(std::string_view address);

// The last part of a path or address without its ending: "stories/fire.txt" -> "fire"; a host keeps its own.
std::string article_name(std::string_view name);

}  // namespace hearsay

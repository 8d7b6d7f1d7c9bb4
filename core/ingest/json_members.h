#pragma once
// Where the values of a JSON text stand, so that each string can be traced to its bytes: a parsed value no longer knows
// them. Every text given here is valid JSON, checked by json_fault(); offsets are bytes of it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ingest/json_text.h"
#include "core/value/span.h"

namespace hearsay {

// Where the JSON value at `at` ends, whatever follows it; nullopt with the reason in `fault` where none stands there.
// Stops at the first fault: linear in what is read. Iterative.
std::optional<std::size_t> json_value_end(std::string_view json, std::size_t at, std::string& fault);

// What keeps `json` from being one JSON value and blanks around it, for a person ("byte 12: Missing a comma"); empty
// where nothing does. Iterative: depth costs no stack.
std::string json_fault(std::string_view json);

// The members of the object that begins at `at`: key, and where its value begins. Empty where no object does.
std::vector<std::pair<std::string, std::size_t>> json_members(std::string_view json, std::size_t at);

// Where the elements of the list at `at` begin. Empty where no list does.
std::vector<std::size_t> json_elements(std::string_view json, std::size_t at);

// The value at a path of keys from the object at `at`: "meta.source.name". A key that has dots itself ("dc.title") is
// found too, and outranks the path that is written alike. nullopt where a key is missing.
std::optional<std::size_t> json_value(std::string_view json, std::size_t at, std::string_view path);

// The string at that path; nullopt where there is none.
std::optional<JsonText> json_string(std::string_view json, std::size_t at, std::string_view path);

// The string at that path, or the strings of a list there.
std::vector<JsonText> json_strings(std::string_view json, std::size_t at, std::string_view path);

// Where the value at `at` ends.
std::size_t json_end(std::string_view json, std::size_t at);

}  // namespace hearsay

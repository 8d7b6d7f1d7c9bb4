#pragma once
// The door to files: what a person names on the command line, as bytes. Everything behind it works on values. Addresses
// are named beside files and go through desk/fetch.h.

#include <deque>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/named_text.h"
#include "core/value/result.h"

namespace hearsay {

inline constexpr std::size_t kMaxInputBytes = 256U << 20U;  // a larger file is refused, not half read

// A file to read, "-" for standard input, or an address of the web (is_web_address()).
struct Input {
  std::string path;

  friend auto operator<=>(const Input&, const Input&) = default;
};

// Files and folders to a list of files: a folder stands for every regular file below it whose name does not begin with
// a dot, in order of their paths; an address stands for itself; a path that is not there and holds * ? or [ is a
// pattern (glob(7)) for files and folders; a file named twice is there twice. not_found: the path is not there; the
// others are still listed.
struct Inputs {
  std::vector<Input> files;
  std::vector<Error> errors;
};
Inputs find_inputs(const std::vector<std::string>& paths);

// The addresses of a list, one a line, behind those that are there. Empty lines and those that begin with # are none;
// a line that is no http:// or https:// address is an error, with its number in the list `name`.
void add_addresses(std::string_view list, const std::string& name, Inputs& inputs);

// All bytes of one input. not_found, unreadable (permissions, a folder, a device), too_large.
Result<std::string> read_bytes(const Input& input, std::istream& standard_input);

// The files of a folder whose names end in `ending`, with their texts; `keep` owns the texts the result views.
Result<std::vector<NamedText>> read_folder(const std::string& folder, const std::string& ending,
                                           std::deque<std::string>& keep);

// Writes a file whole or not at all: to a name beside it first, then renamed over it. unreadable: cannot be written.
Result<Done> write_file(const std::string& path, const std::string& bytes);

}  // namespace hearsay

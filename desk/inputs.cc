#include "desk/inputs.h"

#include <glob.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include "core/ingest/layout.h"
#include "desk/web_address.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

void add_folder(const fs::path& folder, Inputs& inputs) {
  std::error_code failed;
  std::vector<std::string> found;
  auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    std::error_code ignored;
    if (hidden(entry->path())) {
      if (entry->is_directory(ignored)) entry.disable_recursion_pending();
    } else if (entry->is_regular_file(ignored)) {
      found.push_back(entry->path().string());
    }
  }
  if (failed) {
    inputs.errors.push_back({ErrorCode::unreadable, folder.string(), failed.message(), "check its permissions", ""});
  }
  std::sort(found.begin(), found.end());
  for (std::string& path : found) inputs.files.push_back({std::move(path)});
}

void add_path(const std::string& path, Inputs& inputs) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (path == "-") {
    inputs.files.push_back({path});
  } else if (status.type() == fs::file_type::not_found) {
    inputs.errors.push_back({ErrorCode::not_found, path, "no such file or folder", "check the path", ""});
  } else if (failed) {
    inputs.errors.push_back({ErrorCode::unreadable, path, failed.message(), "check its permissions", ""});
  } else if (fs::is_directory(status)) {
    add_folder(path, inputs);
  } else {
    inputs.files.push_back({path});
  }
}

// What a pattern of the shell stands for, in order; nothing where `path` is no pattern or fits nothing.
std::vector<std::string> matches_of(const std::string& path) {
  if (path.find_first_of("*?[") == std::string::npos) return {};
  glob_t found{};
  std::vector<std::string> matches;
  if (glob(path.c_str(), 0, nullptr, &found) == 0) matches.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return matches;
}

Result<std::string> all_of(std::istream& in, const std::string& where) {
  std::string bytes;
  std::string block(1U << 16U, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kMaxInputBytes) {
      return Error{ErrorCode::too_large, where, "more than " + std::to_string(kMaxInputBytes >> 20U) + " MiB",
                   "split it", ""};
    }
  }
  return bytes;
}

}  // namespace

Inputs find_inputs(const std::vector<std::string>& paths) {
  Inputs inputs;
  for (const std::string& path : paths) {
    if (is_web_address(path)) {
      inputs.files.push_back({path});
      continue;
    }
    std::error_code failed;
    const bool there = path == "-" || fs::status(path, failed).type() != fs::file_type::not_found;
    const std::vector<std::string> matches = there ? std::vector<std::string>{} : matches_of(path);
    if (matches.empty()) add_path(path, inputs);
    for (const std::string& match : matches) add_path(match, inputs);
  }
  return inputs;
}

void add_addresses(std::string_view list, const std::string& name, Inputs& inputs) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find('\n', at), list.size());
    const std::string_view line = list.substr(at, end - at);
    const std::string address(trimmed(line, {0, line.size()}).of(line));
    at = end + 1;
    ++number;
    if (is_web_address(address)) {
      inputs.files.push_back({address});
    } else if (!address.empty() && !address.starts_with('#')) {
      inputs.errors.push_back({ErrorCode::malformed, name + ":" + std::to_string(number),
                               "'" + address + "' is no http:// or https:// address", "give files as arguments", ""});
    }
  }
}

Result<std::string> read_bytes(const Input& input, std::istream& standard_input) {
  if (input.path == "-") return all_of(standard_input, "standard input");
  std::error_code failed;
  if (fs::is_directory(input.path, failed)) {
    return Error{ErrorCode::unreadable, input.path, "is a folder", "name the files in it", ""};
  }
  std::ifstream file(input.path, std::ios::binary);
  if (!file) {
    const int why = errno;
    return Error{why == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable, input.path, std::strerror(why),
                 "check the path and its permissions", ""};
  }
  return all_of(file, input.path);
}

Result<std::vector<NamedText>> read_folder(const std::string& folder, const std::string& ending,
                                           std::deque<std::string>& keep) {
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) {
    return Error{ErrorCode::not_found, folder, "no such folder", "check the path", ""};
  }
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().filename().string().ends_with(ending) && !hidden(entry.path())) found.push_back(entry.path());
  }
  if (failed) return Error{ErrorCode::unreadable, folder, failed.message(), "check its permissions", ""};
  std::sort(found.begin(), found.end());
  std::vector<NamedText> texts;
  std::istringstream none;
  for (const fs::path& path : found) {
    Result<std::string> bytes = read_bytes({path.string()}, none);
    if (!bytes) return bytes.error();
    keep.push_back(std::move(bytes).value());
    texts.push_back({path.filename().string(), ""});
  }
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i].text = keep[keep.size() - texts.size() + i];
  return texts;
}

Result<Done> write_file(const std::string& path, const std::string& bytes) {
  const std::string beside = path + ".part";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code failed;
  if (file) fs::rename(beside, path, failed);
  if (!file || failed) {
    const std::string why = failed ? failed.message() : std::strerror(errno);
    fs::remove(beside, failed);
    return Error{ErrorCode::unreadable, path, "cannot be written: " + why,
                 "check the folder, its permissions and space", ""};
  }
  return Done{};
}

}  // namespace hearsay

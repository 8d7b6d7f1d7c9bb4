#include "core/ingest/zip.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/ingest/archive.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

struct CloseZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseZip>;

constexpr std::array<std::string_view, 12> kEndings = {".html", ".htm", ".xhtml", ".txt",   ".xml",    ".rss",
                                                       ".atom", ".md",  ".json",  ".jsonl", ".ndjson", ".text"};
constexpr std::array<std::string_view, 2> kPackageFiles = {"datapackage.json", "datapackage-digest.json"};

bool leads_out(std::string_view name) {
  const bool absolute = name.starts_with('/') || name.starts_with('\\') || (name.size() > 1 && name[1] == ':');
  if (absolute || name.find('\0') != std::string_view::npos) return true;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
    if (name.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

Error fault(std::string_view name, std::string message, std::string hint) {
  return {ErrorCode::malformed, std::string(name), std::move(message), std::move(hint), ""};
}

// nullopt with the reason in `why`.
std::optional<std::string> bytes_of(zip_t* archive, zip_uint64_t index, const zip_stat_t& about, std::string& why) {
  const bool stored = about.comp_method == ZIP_CM_STORE;
  const zip_uint64_t limit = stored ? about.comp_size : kMaxUnpackedBytes;
  if (about.size > limit) {
    why = "unpacks to " + std::to_string(about.size) + " bytes, more than " + std::to_string(limit);
    return std::nullopt;
  }
  const std::unique_ptr<zip_file_t, CloseZip> file(zip_fopen_index(archive, index, 0));
  if (!file) {
    why = zip_strerror(archive);
    return std::nullopt;
  }
  std::string bytes(about.size, '\0');
  const zip_int64_t got = zip_fread(file.get(), bytes.data(), bytes.size());
  char more = 0;
  const bool whole = got == static_cast<zip_int64_t>(bytes.size()) && zip_fread(file.get(), &more, 1) == 0;
  if (!whole) {
    why = "is damaged, or not as long as it says";
    return std::nullopt;
  }
  return bytes;
}

}  // namespace

bool ZipEntry::may_hold_article() const {
  const std::string folded = fold(name);
  const std::string_view file = std::string_view(folded).substr(folded.rfind('/') + 1);
  if (std::find(kPackageFiles.begin(), kPackageFiles.end(), file) != kPackageFiles.end()) return false;
  const bool pages = folded == "pages/pages.jsonl" || folded == "pages/extrapages.jsonl";  // a WACZ's list of pages
  return !pages && std::any_of(kEndings.begin(), kEndings.end(), [&](auto ending) { return file.ends_with(ending); });
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with(std::string_view("PK\x05\x06", 4));
}

ZipFaults for_each_zip_entry(std::string_view bytes, const std::function<bool(const ZipEntry&)>& each) {
  ZipFaults faults;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const memory = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  const Archive archive(memory == nullptr ? nullptr : zip_open_from_source(memory, ZIP_RDONLY, &error));
  if (!archive) {
    if (memory != nullptr) zip_source_free(memory);
    faults.push_back(fault("", std::string("the ZIP file cannot be read: ") + zip_error_strerror(&error),
                           "get it again, or unpack it with another program"));
    zip_error_fini(&error);
    return faults;
  }
  const auto entries = static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(archive.get(), 0), 0));
  if (entries > kMaxZipEntries) {
    faults.push_back(fault(
        "", "the ZIP file names " + std::to_string(entries) + " files, more than " + std::to_string(kMaxZipEntries),
        "split it"));
    return faults;
  }
  for (zip_uint64_t i = 0; i < entries; ++i) {
    zip_stat_t about;
    if (zip_stat_index(archive.get(), i, 0, &about) != 0) continue;
    const std::string name = decode_utf8(about.name == nullptr ? "" : about.name).text;
    if (name.ends_with('/')) continue;
    if (leads_out(name)) {
      faults.push_back(fault(name, "its name leads out of the archive", "it is left out"));
      continue;
    }
    if (about.encryption_method != ZIP_EM_NONE) {
      faults.push_back(fault(name, "is encrypted", "unpack it first"));
      continue;
    }
    std::string why;
    std::optional<std::string> content = bytes_of(archive.get(), i, about, why);
    if (!content) {
      faults.push_back(fault(name, why, "it is left out"));
    } else if (!each({name, *std::move(content)})) {
      break;
    }
  }
  return faults;
}

}  // namespace hearsay

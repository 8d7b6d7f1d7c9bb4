// The checksum guards against damage, not against malice: readers of what is inside check every size themselves.

#include "core/learn/model_file.h"

#include "core/learn/bytes.h"
#include "core/learn/feature.h"

namespace hearsay {
namespace {

constexpr std::string_view kMagic = "hearsay\n";

Error malformed(std::string message) {
  return {ErrorCode::malformed, "model", std::move(message), "make it again with the trainer, or leave --model out",
          ""};
}

}  // namespace

std::string seal_model(std::uint32_t version, std::string_view inside) {
  std::string bytes(kMagic);
  put_u32(bytes, version);
  put_u32(bytes, static_cast<std::uint32_t>(inside.size()));
  put_u32(bytes, static_cast<std::uint32_t>(hash_bytes(inside)));
  bytes.append(inside);
  return bytes;
}

Result<std::string_view> open_model(std::string_view bytes, std::uint32_t version) {
  if (!bytes.starts_with(kMagic)) return malformed("this is no model file");
  bytes.remove_prefix(kMagic.size());
  std::uint32_t found = 0;
  std::uint32_t size = 0;
  std::uint32_t checksum = 0;
  if (!take_u32(bytes, found) || !take_u32(bytes, size) || !take_u32(bytes, checksum)) {
    return malformed("the file ends inside its head");
  }
  if (found != version) {
    return Error{
        ErrorCode::unsupported, "model",
        "a model of version " + std::to_string(found) + ", this program reads version " + std::to_string(version),
        "train it again with this program's trainer", ""};
  }
  if (bytes.size() != size) return malformed("the file is cut off or longer than it says");
  if (static_cast<std::uint32_t>(hash_bytes(bytes)) != checksum)
    return malformed("the file was damaged: its checksum is wrong");
  return bytes;
}

}  // namespace hearsay

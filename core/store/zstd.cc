// One frame a source. The size is stored beside it and is the limit when it is read again, so that a damaged frame
// cannot ask for more memory than the source had.

#include "core/store/zstd.h"

#include <zstd.h>

#include <new>

namespace hearsay {
namespace {

constexpr int kLevel = 6;  // ingest waits for this: the last level before the slow searches

}  // namespace

std::string compressed(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // the bound is large enough: memory is all that can lack
  frame.resize(size);
  return frame;
}

Result<std::string> expanded(std::string_view frame, std::size_t size) {
  const Error damaged{ErrorCode::malformed, "", "the compressed bytes are damaged", "restore the store from a copy",
                      ""};
  const unsigned long long stated = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (stated != size) return damaged;  // covers both "unknown" and "error", which no source is as large as
  std::string bytes(size, '\0');
  const std::size_t got = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) != 0 || got != size) return damaged;
  return bytes;
}

}  // namespace hearsay

#pragma once
// Bytes packed as gzip, as a server or an archive packs them.

#include <zlib.h>

#include <stdexcept>
#include <string>

namespace hearsay {

// `times`: so often one behind the other, without the whole ever being in memory; then of bytes that pack to a
// hundredth at least.
inline std::string gzipped(const std::string& bytes, std::size_t times = 1) {
  z_stream stream{};
  constexpr int kGzip = 15 + 16;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib");
  }
  std::string packed(deflateBound(&stream, bytes.size() * times) / (times > 1 ? 100 : 1) + 64, '\0');
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  int state = Z_OK;
  for (std::size_t i = 1; i <= times; ++i) {
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    state = deflate(&stream, i == times ? Z_FINISH : Z_NO_FLUSH);
  }
  if (state != Z_STREAM_END) throw std::runtime_error("zlib");
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace hearsay

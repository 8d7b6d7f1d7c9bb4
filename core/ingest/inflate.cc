// Output grows by doubling up to the limit; one byte more is asked for, so that a limit that is met exactly is no
// fault.

#include "core/ingest/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace hearsay {
namespace {

constexpr std::size_t kFirstBlock = 1U << 16U;
constexpr int kGzipOrZlib = 15 + 32;
constexpr int kRaw = -15;

Inflated run(std::string_view bytes, std::size_t at, std::size_t limit, int window) {
  Inflated result;
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) {
    result.fault = "cannot be unpacked: out of memory";
    result.next = at;
    return result;
  }
  // zlib's input pointer is not const, but it is only read
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data() + at));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size() - at, std::numeric_limits<uInt>::max()));
  const std::size_t most = limit + 1;
  int state = Z_OK;
  std::size_t made = 0;
  while (state == Z_OK && made < most) {
    const std::size_t next = std::max(kFirstBlock, made * 2);
    result.bytes.resize(next < limit ? next : most);
    stream.next_out = reinterpret_cast<Bytef*>(result.bytes.data() + made);
    stream.avail_out = static_cast<uInt>(result.bytes.size() - made);
    state = inflate(&stream, Z_NO_FLUSH);
    made = result.bytes.size() - stream.avail_out;
    if (state == Z_OK && stream.avail_in == 0 && stream.avail_out > 0) break;  // the input ends too early
  }
  result.next = at + stream.total_in;
  result.over = made > limit;
  if (result.over) {
    result.fault = "holds more than " + std::to_string(limit >> 20U) + " MiB unpacked";
  } else if (state == Z_OK || state == Z_BUF_ERROR) {
    result.fault = "is cut off";
  } else if (state != Z_STREAM_END) {
    result.fault = std::string("is damaged") + (stream.msg == nullptr ? "" : std::string(" (") + stream.msg + ")");
  }
  result.bytes.resize(std::min(made, limit));
  inflateEnd(&stream);
  return result;
}

}  // namespace

Inflated inflated(std::string_view bytes, std::size_t at, std::size_t limit) {
  return run(bytes, at, limit, kGzipOrZlib);
}

Inflated inflated_raw(std::string_view bytes, std::size_t limit) { return run(bytes, 0, limit, kRaw); }

}  // namespace hearsay

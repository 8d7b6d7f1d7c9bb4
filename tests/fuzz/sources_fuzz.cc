// Whatever the bytes, as a page, as JSON lines and as an archive: what is read has zones inside its text, in order and
// apart, and every byte of the text leads to a byte of the source.

#include <cstdlib>
#include <string>

#include "core/ingest/archive.h"
#include "core/ingest/reader.h"
#include "core/text/utf8.h"
#include "tests/fuzz/target.h"

namespace {

using namespace hearsay;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_article(const Article& article, const Source& source) {
  check(decode_utf8(article.text).invalid == 0);
  std::size_t end = 0;
  for (const Zone& zone : article.zones) {
    check(end <= zone.span.begin && zone.span.begin <= zone.span.end && zone.span.end <= article.text.size());
    end = zone.span.end;
  }
  for (std::size_t at = 0; at < article.text.size(); at += 7) {
    if (zone_at(article, at) != nullptr) check(article.offsets.source_of(at) < source.bytes.size());
  }
}

void read_as(const Source& source, const std::string& media_type) {
  Source typed = source;
  typed.media_type = media_type;
  const Result<std::vector<Article>> articles = read(typed, Lexicon::shipped(), {});
  if (!articles.ok()) {
    check(!articles.error().message.empty());
    return;
  }
  for (const Article& article : *articles) check_article(article, typed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Source source{
      std::string(reinterpret_cast<const char*>(data), size), "fuzz", "", "", "2026-01-01T00:00:00Z", ""};
  for (const char* type : {"text/html", "application/x-ndjson", "text/plain", ""}) read_as(source, type);
  const Unpacked unpacked = unpack(source, [](const Source& part) { read_as(part, part.media_type); });
  for (const Error& fault : unpacked.faults) check(!fault.where.empty() && !fault.message.empty());
  return 0;
}

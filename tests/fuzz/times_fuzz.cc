// Whatever the bytes and the day of publication: times come in order and apart, inside the text, and every value is a
// real stretch of the calendar.

#include <cstdlib>
#include <string_view>

#include "core/extract/times.h"
#include "core/text/words.h"
#include "core/value/edtf.h"
#include "tests/fuzz/target.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static const TimeFinder kFinder(Lexicon::shipped());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Words words = split_words(text, {{0, text.size()}}, Lexicon::shipped().abbreviations());
  for (const char* published : {"2018-08-20", "2016-02-29", "XXXX-12-31", "0001-01-01", "9999-12-31", ""}) {
    std::size_t end = 0;
    for (const Time& time : kFinder.find(words, published)) {
      check(end <= time.span.begin && time.span.begin < time.span.end && time.span.end <= size);
      check(time.edtf.empty() || days_of(time.edtf).has_value());
      check(time.edtf.empty() || time.duration.empty());
      end = time.span.end;
    }
  }
  return 0;
}

// Whatever the bytes: figures come in order and apart, inside the text, their number inside their span, low never above
// high.

#include <cstdlib>
#include <string_view>

#include "core/extract/quantities.h"
#include "core/text/words.h"
#include "tests/fuzz/target.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static const QuantityFinder kFinder(Lexicon::shipped());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Words words = split_words(text, {{0, text.size()}}, Lexicon::shipped().abbreviations());
  std::size_t end = 0;
  for (const Quantity& quantity : kFinder.find(words)) {
    check(end <= quantity.span.begin && quantity.span.begin < quantity.span.end && quantity.span.end <= size);
    check(quantity.span.contains(quantity.number));
    check(!quantity.low || !quantity.high || *quantity.low <= *quantity.high);
    check(!quantity.noun_span || quantity.noun_span->end <= size);
    end = quantity.span.end;
  }
  return 0;
}

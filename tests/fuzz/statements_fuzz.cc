// Whatever two texts are laid side by side: the comparison has an answer with a reason, the same in either
// order.

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/compare/statements.h"
#include "core/extract/statement_reader.h"
#include "core/text/utf8.h"
#include "tests/fuzz/target.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static const StatementReader kReader(Lexicon::shipped());
  static const StatementComparer kComparer(Lexicon::shipped());
  const std::string text = decode_utf8(std::string_view(reinterpret_cast<const char*>(data), size)).text;
  const std::size_t cut = std::min(text.find('\n'), text.size());
  const std::string first(text.substr(0, cut));
  const std::string second(text.substr(std::min(cut + 1, text.size())));
  const Statement a = kReader.read(first, "2018-08-20");
  const Statement b = kReader.read(second, "2018-09-01");
  const StatementVerdict verdict = kComparer.compare(a, b);
  const StatementVerdict turned = kComparer.compare(b, a);
  check(verdict.answer == turned.answer && verdict.kind == turned.kind);
  check(!verdict.reason.empty());
  return 0;
}

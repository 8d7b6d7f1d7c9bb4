// Two names parted by the first tab, whatever the bytes: reading, keys and comparison hold what their headers promise.

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "core/compare/name_keys.h"
#include "core/compare/names.h"
#include "core/text/utf8.h"
#include "tests/fuzz/target.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static const NameComparer kComparer(Lexicon::shipped());
  static const NameKeys kKeys(kComparer.reader());
  const Decoded decoded = decode_utf8({reinterpret_cast<const char*>(data), size});
  const std::string_view text = decoded.text;
  const std::size_t cut = std::min(text.find('\t'), text.size());
  const Name a = kComparer.reader().read(text.substr(0, cut));
  const Name b = kComparer.reader().read(cut < text.size() ? text.substr(cut + 1) : std::string_view());
  for (const Name* name : {&a, &b}) {
    check(name->tokens.size() <= NameReader::kMostTokens);
    for (const NameToken& token : name->tokens) check(!token.text.empty());
    check(kKeys.of(*name).size() <= NameKeys::kMostKeys);
    const bool full = std::any_of(name->tokens.begin(), name->tokens.end(), [](const NameToken& token) {
      return token.part == NamePart::word && !token.initial;
    });  // initials alone are no name
    if (full) check(kComparer.compare(*name, *name).answer == NameAnswer::same);
  }
  const NameComparison there = kComparer.compare(a, b);
  const NameComparison back = kComparer.compare(b, a);
  check(there.answer == back.answer && there.score >= 0 && there.score <= 1);
  check((there.answer != NameAnswer::different) == (there.score >= NameComparer::kVariantScore));
  check(!there.reason.empty() && there.reason.find('\n') == std::string::npos);
  return 0;
}

// ICU's transliterators do the work; one is made on first use and shared, which is safe as it never changes.

#include "core/compare/latin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace hearsay {

std::string latin_letters(std::string_view text) {
  static const std::unique_ptr<const icu::Transliterator> kToLatin = [] {
    UErrorCode status = U_ZERO_ERROR;
    icu::Transliterator* made = icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower; [^a-z0-9\\ \\-] Remove", UTRANS_FORWARD, status);
    return std::unique_ptr<const icu::Transliterator>(U_SUCCESS(status) != 0 ? made : nullptr);
  }();
  if (!kToLatin) return {};
  icu::UnicodeString characters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  kToLatin->transliterate(characters);
  std::string latin;
  characters.toUTF8String(latin);
  return latin;
}

}  // namespace hearsay

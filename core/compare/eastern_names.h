#pragma once
// Names that both read as Korean, or both as Chinese: compared by syllables instead of letters, whatever their order,
// hyphens and spaces.

#include <optional>

#include "core/compare/hangul.h"
#include "core/compare/names.h"
#include "core/compare/pinyin.h"

namespace hearsay {

// No answer unless both names can be read so.
std::optional<NameComparison> compare_korean(const Name& a, const Name& b, const Hangul& hangul);
std::optional<NameComparison> compare_chinese(const Name& a, const Name& b, const Pinyin& pinyin);

}  // namespace hearsay

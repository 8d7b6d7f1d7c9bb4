// UTF-8 by core/text; every other encoding a character at a time through ICU's converter, so that each character's byte
// is known.

#include "core/ingest/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kDeclaration = 2048;  // bytes of a page in which its charset is looked for

constexpr std::array<std::string_view, 6> kLatinNames = {"iso-8859-1", "iso8859-1", "latin1",
                                                         "latin-1",    "us-ascii",  "ascii"};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string declared(std::string_view bytes) {
  const std::string head = fold(decode_utf8(bytes.substr(0, kDeclaration)).text);
  if (head.find('<') == std::string::npos) return "";
  const std::string_view key = head.starts_with("<?xml") ? "encoding=" : "charset=";
  std::size_t at = head.find(key);
  if (at == std::string::npos) return "";
  at += key.size();
  if (at < head.size() && (head[at] == '"' || head[at] == '\'')) ++at;
  return head.substr(at, head.find_first_of("\"' />;?", at) - at);
}

}  // namespace

std::string charset_of(std::string_view media_type) {
  const std::string type = fold_spaces(media_type);
  std::size_t at = type.find("charset=");
  if (at == std::string::npos) return "";
  at += 8;
  if (at < type.size() && (type[at] == '"' || type[at] == '\'')) ++at;
  std::string name = type.substr(at, type.find_first_of("\"' ;", at) - at);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
  return U_FAILURE(status) != 0 ? "" : name;
}

std::string encoding_of(std::string_view bytes, std::string_view given, std::string_view served) {
  if (!given.empty()) return std::string(given);
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (!served.empty()) return std::string(served);
  if (decode_utf8(bytes).invalid == 0) return "UTF-8";
  const std::string name = declared(bytes);
  return name.empty() ? "UTF-8" : name;
}

Result<Decoded> decode(std::string_view bytes, const std::string& encoding) {
  const std::string folded = fold_spaces(encoding);
  if (folded == "utf-8" || folded == "utf8") return decode_utf8(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const bool latin = std::ranges::find(kLatinNames, folded) != kLatinNames.end();
  const std::string name = latin ? "windows-1252" : encoding;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status) != 0) {
    return Error{ErrorCode::unsupported, "", "no encoding is called '" + encoding + "'",
                 "give its IANA name, for example windows-1252", ""};
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);  // no substitutes
  Decoded decoded;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while (at < end) {
    const auto source = static_cast<std::size_t>(at - bytes.data());
    status = U_ZERO_ERROR;
    const UChar32 character = ucnv_getNextUChar(converter.get(), &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    const bool invalid = U_FAILURE(status) != 0 || character == 0xFFFD;
    if (invalid) {
      if (at == bytes.data() + source) ++at;  // never stand still
      ++decoded.invalid;
      if (!decoded.first_invalid) decoded.first_invalid = source;
    }
    if (decoded.offsets.source_of(decoded.text.size()) != source)
      decoded.offsets.entries.push_back({decoded.text.size(), source});
    append(decoded.text, invalid ? 0xFFFD : static_cast<char32_t>(character));
  }
  return decoded;
}

}  // namespace hearsay

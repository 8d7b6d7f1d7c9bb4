// The map leads from each byte of text to where it was read from; how long a character is there, only the bytes tell.

#include "core/ingest/source_place.h"

#include <algorithm>
#include <optional>

#include "core/ingest/html_reader.h"
#include "core/ingest/html_references.h"
#include "core/ingest/json_text.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

bool beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// The length of the one escape of a JSON string at `at` that stands for `character`; 0 where none does.
std::size_t escape_length(std::string_view bytes, std::size_t at, std::string_view character) {
  for (const std::size_t length : {2U, 6U, 12U}) {
    if (at + length > bytes.size()) break;
    const std::optional<JsonText> one = json_text("\"" + std::string(bytes.substr(at, length)) + "\"", 0);
    if (one && one->text == character) return length;
  }
  return 0;
}

std::size_t reference_length(std::string_view bytes, std::size_t at, std::string_view character) {
  const std::optional<HtmlReference> reference = html_reference(bytes, at, false);
  return reference && reference->text.find(character) != std::string::npos ? reference->length : 0;
}

// How many bytes stand at `at` for `character`; 0 where they do not. In a page "&amp;" stands for "&".
std::size_t length_at(std::string_view bytes, std::size_t at, std::string_view character, bool page) {
  if (page && character == "&" && at < bytes.size() && bytes[at] == '&')
    return std::max(reference_length(bytes, at, character), std::size_t{1});
  if (bytes.substr(at, character.size()) == character) return character.size();
  if (at >= bytes.size()) return 0;
  if (bytes[at] == '\\') return escape_length(bytes, at, character);
  return bytes[at] == '&' ? reference_length(bytes, at, character) : 0;
}

// Where the next stretch that was read begins, up to a tag between; at most a character of any encoding further on.
std::size_t end_in_other_encoding(const Article& article, std::size_t text_end, std::size_t at,
                                  std::string_view bytes) {
  constexpr std::size_t kMaxCharacter = 4;
  const auto& entries = article.offsets.entries;
  const auto next = std::lower_bound(entries.begin(), entries.end(), text_end,
                                     [](const OffsetMap::Entry& entry, std::size_t end) { return entry.text < end; });
  std::size_t end = std::min(at + 1, bytes.size());
  if (next == entries.end() || next->text != text_end || next->source <= at) return end;
  while (end < std::min({next->source, at + kMaxCharacter, bytes.size()}) && bytes[end] != '<') ++end;
  return end;
}

}  // namespace

SourcePlace source_place(const Article& article, Span words, std::string_view bytes) {
  const std::string_view text = article.text;
  const std::size_t last = previous_border(text, words.end);
  const std::string_view first_character = text.substr(words.begin, code_point_at(text, words.begin).length);
  const std::string_view last_character = text.substr(last, words.end - last);
  const bool page = is_html_type(article.media_type);
  SourcePlace place;
  place.bytes.begin = std::min(article.offsets.source_of(words.begin), bytes.size());
  const std::size_t at = std::min(article.offsets.source_of(last), bytes.size());
  const auto foreign = [&](std::size_t where, std::string_view character) {
    return where < bytes.size() && beyond_ascii(character[0]) && beyond_ascii(bytes[where]);
  };
  const std::size_t length = length_at(bytes, at, last_character, page);
  place.bytes.end = length > 0 ? at + length : end_in_other_encoding(article, words.end, at, bytes);
  place.bytes.end = std::max(place.bytes.begin, place.bytes.end);
  place.spelled =
      (length_at(bytes, place.bytes.begin, first_character, page) > 0 || foreign(place.bytes.begin, first_character)) &&
      (length > 0 || foreign(at, last_character));
  return place;
}

}  // namespace hearsay

// A speaker before a colon is up to six capitalised words at the very start of a paragraph, none of them a label of
// rules/lexicon/word-classes.tsv. A headline's quotation is by the name behind its colon, or by whoever "speaks" or
// "says" there. A signature is a dash and a name behind a quotation that opens the paragraph. Known
// limit: labels nobody has listed ("Verdict: ...") read as speakers.

#include "core/extract/speaker_lines.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::size_t kLongestSpeaker = 6;  // words

// Where a run of capitalised words from `first` on ends.
std::size_t name_end(const MarkedText& text, std::size_t first, std::size_t last) {
  std::size_t at = first;
  while (at < last && at < first + 2 * kLongestSpeaker) {
    const bool joins = at > first && (text.word(at) == "." || text.word(at) == "of" || text.word(at) == "'" ||
                                      text.word(at) == "-" || text.word(at) == "and" || text.word(at) == "&");
    if (!joins && (!text.is(at, kCapital) || text.is(at, kLabel | kTime))) break;
    ++at;
  }
  return at;
}

// “LEE: We won. ...: a transcript in quotation marks, its speaker in capitals.
std::optional<SpeakerLine> read_quoted_transcript(const MarkedText& text, TokenRange tokens) {
  const Quotation* quotation = text.quotation_at(tokens.first);
  if (quotation == nullptr || quotation->first_token != tokens.first) return std::nullopt;
  const std::size_t first = tokens.first + 1;
  const std::size_t end = name_end(text, first, quotation->last_token);
  if (end == first || end - first > kLongestSpeaker || end + 2 >= tokens.last || text.word(end) != ":")
    return std::nullopt;
  for (std::size_t i = first; i < end; ++i) {
    const std::string_view written = text.words().of(i);
    if (std::any_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return std::nullopt;
  }
  const bool closing = quotation->closed && quotation->last_token == tokens.last;
  return SpeakerLine{{end + 1, tokens.last - closing}, {first, end}, {end, end + 1}, true};
}

std::optional<SpeakerLine> read_colon(const MarkedText& text, TokenRange tokens) {
  const std::size_t end = name_end(text, tokens.first, tokens.last);
  if (end == tokens.first || end - tokens.first > kLongestSpeaker || end + 1 >= tokens.last) return std::nullopt;
  if (text.word(end) != ":" || text.is(end + 1, kMark) != (text.quotation_at(end + 1) != nullptr)) return std::nullopt;
  std::size_t last = tokens.last;
  if (text.quotation_at(last - 1) == nullptr && text.word(last - 1) == ".") --last;
  if (last <= end + 2) return std::nullopt;
  return SpeakerLine{{end + 1, last}, {tokens.first, end}, {end, end + 1}};
}

std::optional<SpeakerLine> read_signature(const MarkedText& text, TokenRange tokens) {
  const Quotation* quotation = text.quotation_at(tokens.first);
  if (quotation == nullptr || !quotation->closed) return std::nullopt;
  const std::size_t dash = quotation->last_token;
  if (dash + 1 >= tokens.last || text.word(dash) != "-") return std::nullopt;
  const std::size_t end = name_end(text, dash + 1, tokens.last);
  if (end == dash + 1 || end - dash > kLongestSpeaker + 1) return std::nullopt;
  if (end < tokens.last && text.word(end) != "," && text.word(end) != "(") return std::nullopt;
  return SpeakerLine{{tokens.first, dash}, {dash + 1, end}, {dash, dash + 1}};
}

// “I was told to sail”: the captain speaks. “We won”: Ann Lee
std::optional<SpeakerLine> read_headline_quotation(const MarkedText& text, TokenRange tokens) {
  constexpr std::size_t kLongestRest = 12;
  const Quotation* quotation = text.quotation_at(tokens.first);
  if (quotation == nullptr || !quotation->closed) return std::nullopt;
  const std::size_t colon = quotation->last_token;
  if (colon + 1 >= tokens.last || text.word(colon) != ":" || tokens.last - colon > kLongestRest) return std::nullopt;
  const std::size_t last = tokens.last - 1;
  const CueWord* verb = text.verb_at(last);
  const bool speaks =
      (verb != nullptr && (verb->forms & kThird) != 0 && verb->sense->quote) || text.word(last) == "speaks";
  const bool named = name_end(text, colon + 1, tokens.last) == tokens.last;
  if (text.is(colon + 1, kQuestion | kMark) || !(speaks || named) || (speaks && last == colon + 1)) return std::nullopt;
  return SpeakerLine{{tokens.first, colon}, {colon + 1, speaks ? last : tokens.last}, {colon, colon + 1}};
}

}  // namespace

std::optional<SpeakerLine> read_speaker_line(const MarkedText& text, TokenRange tokens) {
  if (tokens.last - tokens.first < 3) return std::nullopt;
  if (const auto line = read_quoted_transcript(text, tokens)) return line;
  if (const auto line = read_colon(text, tokens)) return line;
  if (const auto line = read_headline_quotation(text, tokens)) return line;
  return read_signature(text, tokens);
}

}  // namespace hearsay

#pragma once
// Bytes in whatever encoding to UTF-8, with the way back to the bytes.

#include <string>
#include <string_view>

#include "core/text/utf8.h"
#include "core/value/result.h"

namespace hearsay {

// The encoding of `bytes`: `given` by a person (IANA name) if not empty; what a byte order mark says; what the server
// `served` it as, if not empty; UTF-8 where the bytes are that; the charset a page of HTML declares in its first 2,048
// bytes; else UTF-8, whose invalid bytes are then replaced. Never guessed.
std::string encoding_of(std::string_view bytes, std::string_view given, std::string_view served = {});

// The charset of a media type as servers send it ("text/html; charset=windows-1252"); empty where it names none that is
// known.
std::string charset_of(std::string_view media_type);

// `bytes` as UTF-8. "ISO-8859-1", "Latin-1" and "US-ASCII" are read as windows-1252, as browsers do (WHATWG Encoding,
// 4.2): who states them has its quotation marks; what the encoding does not know becomes U+FFFD and is counted.
// unsupported: no encoding of that name.
Result<Decoded> decode(std::string_view bytes, const std::string& encoding);

}  // namespace hearsay

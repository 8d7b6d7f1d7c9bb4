#pragma once
// JSON lines to articles: one object a line, its fields named by default or by the person.

#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/reader.h"

namespace hearsay {

// Whether a source is JSON lines, by its media type, the end of its name, or its first line: an object that holds a
// text field.
bool looks_like_json_lines(const Source& source, const FieldNames& names);

// An article for every line that has a text or HTML field; `whole` is the source decoded: id, hash, address, text (the
// JSON) and the map to the bytes received. Article::part counts the articles, the id is the line's own id where it has
// one. The text stays as the field gives it, every byte leads back to the source's. Empty lines are passed over.
// malformed: no line holds an article; otherwise bad lines become warnings of the first article, by number.
Result<std::vector<Article>> read_json_lines(const Article& whole, const Lexicon& lexicon, const FieldNames& names);

}  // namespace hearsay

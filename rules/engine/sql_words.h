#pragma once
// The words of an SQL text, as far as the sandbox must see them: to point at one, and to refuse what SQLite would
// accept. Not a parser: comments are skipped, strings and numbers are one word each.

#include <string>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

struct SqlWord {
  Span span;            // of the text given; quotation marks included
  std::string folded;   // ASCII lower case; an identifier in "", [] or `` without them; a string as written
  bool name = false;    // an identifier or keyword, quoted or not
  bool quoted = false;  // in "", [] or ``: an identifier, also where it spells a keyword
};

// Words from byte `from` on, in order. An unclosed string or comment ends with the text. Linear.
std::vector<SqlWord> sql_words(std::string_view text, std::size_t from);

// Names that stand where FROM clauses name tables, in order; of "schema.table" both.
std::vector<std::string> sources_of(const std::vector<SqlWord>& words);

}  // namespace hearsay

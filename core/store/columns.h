#pragma once
// Lists in one column: JSON arrays, and back. Reading is forgiving: what does not have the expected shape is left out,
// and verify() notices by the article's `reading`. Private to core/store.

#include <string>
#include <string_view>
#include <vector>

#include "core/value/article.h"
#include "core/value/decision.h"
#include "core/value/span.h"

namespace hearsay {

std::string json_of(const std::vector<Span>& spans);                // [[3,9],[12,40]]
std::string json_of(const std::vector<std::string>& texts);         // ["a","b"]
std::string json_of(const std::vector<Stated>& values);             // [["A. Writer",3,9],["B. Writer"]]
std::string json_of(const std::vector<OffsetMap::Entry>& offsets);  // [[0,0],[118,120]]
std::string json_of(const std::vector<Ground>& grounds);            // [["fire","14"],["toll","17"]]

// Words that must all occur, as a query of FTS5: each quoted, so that nothing in them is an operator; "walk*" takes any
// ending. Empty for no words.
std::string match_expression(std::string_view words);

std::vector<Span> spans_in(std::string_view json);
std::vector<std::string> texts_in(std::string_view json);
std::vector<Stated> stated_in(std::string_view json);
std::vector<OffsetMap::Entry> offsets_in(std::string_view json);
std::vector<Ground> grounds_in(std::string_view json);

}  // namespace hearsay

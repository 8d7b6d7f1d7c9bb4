#pragma once
// The numbered cases of fixtures/quantities and fixtures/times: tab-separated columns, the last one the expected spans.

#include <fstream>
#include <string>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/text/words.h"

namespace hearsay {

struct SpanCase {
  std::string id;
  std::vector<std::string> cells;  // what stands between the id and the expectation
  std::string expected;
};

// Rows below the header; empty when the file cannot be read.
inline std::vector<SpanCase> span_cases(const std::string& path, std::size_t columns) {
  std::vector<SpanCase> cases;
  std::ifstream file(path);
  bool header = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (header) {
      header = false;
      continue;
    }
    std::vector<std::string> cells;
    for (std::size_t at = 0;;) {
      const std::size_t tab = line.find('\t', at);
      cells.push_back(line.substr(at, tab - at));
      if (tab == std::string::npos) break;
      at = tab + 1;
    }
    cells.resize(columns);
    cases.push_back({cells.front(), {cells.begin() + 1, cells.end() - 1}, cells.back()});
  }
  return cases;
}

inline Words split_text(std::string_view text) {
  return split_words(text, {{0, text.size()}}, Lexicon::shipped().abbreviations());
}

// Odd and broken texts that every finder must take without losing a span's words.
inline std::vector<std::string> odd_texts() {
  std::string hyphens = "9";
  std::string words;
  std::string scales = "one";
  for (int i = 0; i < 3000; ++i) {
    hyphens += "-9";
    words += "between and from to last next of the ";
    scales += " million and a half";
  }
  return {"",
          " ",
          "\xEF\xBB\xBF"
          "12 men",
          "$ $ $ €€ % % - - -",
          "1,2,3,4,5.6.7.8",
          "99999999999999999999999999999999999999 people",
          "one hundred thousand million billion trillion quadrillion quadrillion",
          "½⅔¾ of of of",
          "the the the first of of the last last",
          "since since before after until between from",
          "31/31/3131 0/0/0000 99.99.9999 2015-02-30 Feb. 31",
          "9999 years ago and 10000 years before 1000",
          "in 12’s ’s’s’s ’90s’s",
          "Dec. Dec. Dec. 31, 9999 after Dec. 31, 9999",
          "minus minus five -5 --5 – 5",
          "１２ ３ people",
          hyphens,
          words,
          scales};
}

}  // namespace hearsay

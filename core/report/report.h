#pragma once
// What leaves the desk: a Report, assembled once from the store, and the writers that put it on paper. The same store,
// the same rules and the same `at` give the same bytes. A report walks the whole way back: decision, flag, claims,
// sentence, bytes.
//
//   Result<Report> report = assemble(store, {}, {.at = now, .program = "hearsay 0.1.0"});
//   out << markdown(*report);

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/store/store.h"
#include "core/value/decision.h"
#include "core/value/flag.h"
#include "core/value/result.h"

namespace hearsay {

// What a report is about. All empty: everything.
struct ReportScope {
  std::string flag;     // flag id or unique prefix
  std::string claim;    // "article#claim" or claim id: flags that rest on it
  std::string entity;   // entity id or name: its claims' flags and its spellings
  std::string article;  // article id

  [[nodiscard]] bool everything() const { return flag.empty() && claim.empty() && entity.empty() && article.empty(); }
};

struct ReportHeader {
  std::string at;            // RFC 3339, given by the caller
  std::string program;       // "hearsay 0.1.0"
  std::string rules_sha256;  // of all rule files the flags were found with; filled by assemble()
  std::string store_sha256;  // Store::state_hash(); filled by assemble()
};

// One place a flag rests on, with the words around it. before + words + after is one unbroken stretch of the article's
// text.
struct ReportPlace {
  std::string article;
  std::string title;   // of the article, or its id
  std::string outlet;  // empty: the text does not name it
  std::string published;
  std::string sha256;  // of the source
  std::string url;
  Span span;  // code points of the article's text
  std::string before;
  std::string words;
  std::string after;
  std::string claim;    // empty where no claim holds the place
  std::string speaker;  // resolved name; "the outlet itself" for its own statements
  std::string mention;  // the speaker's words in the text, where they differ
  std::string role;
  std::string cue;
  std::string type;  // direct, mixed, indirect, assertion
  std::string modality;
  std::string said;                // EDTF, empty if not known
  std::vector<std::string> chain;  // speaker, via..., outlet: who passed it to whom
};

struct ReportFlag {
  Flag flag;
  std::vector<ReportPlace> places;
  std::vector<Decision> decisions;  // oldest first
};

struct ReportSpelling {
  std::string text;
  std::string article;
  std::size_t count = 0;
};

struct ReportName {
  std::string name;
  std::string kind;
  std::string role;
  std::vector<ReportSpelling> spellings;
};

struct ReportArticle {
  ArticleEntry entry;
  std::size_t attributed = 0;  // claims with a speaker other than the outlet
  std::size_t flags = 0;       // flags of this report that rest on it
};

struct Report {
  ReportHeader header;
  std::string about;              // "everything", "flag 01ab…", "article fire": the scope in words
  std::vector<ReportFlag> flags;  // by severity, rule, subject
  std::vector<ReportName> names;  // persons with more than one spelling
  std::vector<ReportArticle> articles;
  std::size_t claims = 0;
};

// not_found, conflict: as the store says of the scope's id. Reads only.
Result<Report> assemble(Store& store, const ReportScope& scope, ReportHeader header);

// Documents, UTF-8, ending in a newline. HTML is one file without scripts, images or addresses to fetch.
std::string markdown(const Report& report);
std::string html(const Report& report);
std::string json(const Report& report);

}  // namespace hearsay

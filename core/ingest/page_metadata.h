#pragma once
// What a page says about itself, weighed: for each field of an article the candidates in order of rank, the first of
// which is taken.

#include <string>
#include <vector>

#include "core/ingest/html_page.h"
#include "core/lexicon/lexicon.h"
#include "core/value/article.h"

namespace hearsay {

// The headline the page gives in its metadata or its first heading, without the site's name; empty if it gives none.
// `address` may be empty.
std::string headline_of(const HtmlPage& page, std::string_view address);

// Fills title, byline, outlet, published, url and language of an article whose text has been read, and leaves all
// candidates in article.candidates, by field and rank. What the page states outranks what was read off its words; those
// of the words are candidates at "text". `decoding` maps the page to the bytes received.
void add_metadata(Article& article, const HtmlPage& page, const OffsetMap& decoding, const Lexicon& lexicon);

// The candidates that disagree with the taken one of their field, for a person: "byline: Jane Roe
// (meta:author) against Bo Li (meta:byl)"; one line for each place that gives other values. What merely spells or cuts
// a value otherwise (case, blanks, a title inside a longer one, a domain) is no conflict; nor is a change after
// publication ("ld:dateModified", "versionCreated"), which is another fact. One before it is.
std::vector<std::string> conflicts_of(const std::vector<FieldCandidate>& candidates);

}  // namespace hearsay

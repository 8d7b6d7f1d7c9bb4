#pragma once
// What the names a page gives its elements say about them: class="author-bio", id="comments", itemprop="articleBody".

#include "core/ingest/html_tokenizer.h"
#include "core/lexicon/lexicon.h"

namespace hearsay {

enum class PartRole {
  plain,       // nothing is said
  outside,     // none of the article: navigation, comments, related stories
  author,      // beside it: who wrote it
  date,        // beside it: when
  beside,      // set into the article, none of its running text: share bars, teasers, notes
  caption,     // what stands under a picture, and its credit
  standfirst,  // the summary under the headline
  body,        // holds the article's running text
};

class HtmlParts {
 public:
  // Table "page-parts". `lexicon` must outlive this.
  explicit HtmlParts(const Lexicon& lexicon);

  // Of a start tag, by its itemprop, class, id, role and rel: `body` where one of them says so, else the first of
  // outside, author, date, beside, caption, standfirst. The page's own frame (html, body, main, article) is never any
  // of the first four.
  [[nodiscard]] PartRole role_of(const HtmlToken& token) const;

 private:
  [[nodiscard]] PartRole role_of_names(std::string_view names) const;
  [[nodiscard]] PartRole role_of_word(const std::string& word) const;

  std::unordered_map<std::string, PartRole> roles_;
};

}  // namespace hearsay

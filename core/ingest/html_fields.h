#pragma once
// What the tags of a page say about it: metadata, addresses, and the names a site puts beside its logo and feeds.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/ingest/html_tokenizer.h"

namespace hearsay {

struct PageField;

class HtmlFields {
 public:
  // Adds to `fields` what one start tag states: "meta:" with the tag's property, name or itemprop in lower case;
  // "link:canonical", "link:amphtml", "link:shortlink", "link:alternate" (the page in another language), "base": an
  // address; "feed" and "search": the name a site gives its feed or its search; "logo": what stands for a picture that
  // is named as a logo; "time"; "item:datePublished"; "item:publisher" (microdata).
  void start_tag(const HtmlToken& token, std::size_t depth, std::vector<PageField>& fields);

  // An end tag was seen; `depth` elements are open now.
  void end_tag(std::size_t depth);

  // "saved": the address a browser wrote into the page it saved.
  static void comment(const HtmlToken& token, std::vector<PageField>& fields);

  // "links": the host that most of the page's links to whole addresses lead to, as an address. Nothing where fewer than
  // kFewestLinks lead there, or less than kMostLinks of all.
  void end(std::vector<PageField>& fields) const;

 private:
  void meta(const HtmlToken& token, std::vector<PageField>& fields) const;
  void count_link(const HtmlToken& token);

  std::size_t publisher_depth_ = 0;  // of the element that holds the publisher's microdata; 0: none is open
  std::unordered_map<std::string, std::size_t> hosts_;
  std::size_t links_ = 0;
};

inline constexpr std::size_t kFewestLinks = 8;
inline constexpr double kMostLinks = 0.6;

}  // namespace hearsay

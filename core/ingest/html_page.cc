// One pass over the tokens with a stack of open elements: no tree is built, since all that is asked of an element is
// whether it shows and what it is. End tags close the nearest open element of their name; a paragraph ends where a
// block begins, a list item where the next one does. Known limits: no formatting elements are reconstructed; styles are
// read only where they stand on the element itself.

#include "core/ingest/html_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/ingest/html_fields.h"
#include "core/ingest/html_tokenizer.h"
#include "core/ingest/layout.h"
#include "core/ingest/page_data.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::size_t kMaxShownField = 120;  // bytes of an author's name or a date
constexpr std::size_t kLost = 2;             // times as much text left out as kept

constexpr std::array<std::string_view, 14> kVoid = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                    "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::array<std::string_view, 42> kBlocks = {
    "address", "article", "aside", "blockquote", "body", "button",   "caption",    "center", "dd",
    "details", "dialog",  "div",   "dl",         "dt",   "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",   "h5",       "h6",         "header", "hr",
    "label",   "legend",  "li",    "main",       "nav",  "ol",       "option",     "p",      "pre",
    "section", "summary", "table", "td",         "tr",   "ul"};
constexpr std::array<std::string_view, 22> kUnseen = {
    "script", "style", "noscript", "template", "svg",      "math",    "iframe", "object",
    "audio",  "video", "canvas",   "select",   "textarea", "button",  "nav",    "footer",
    "aside",  "head",  "map",      "datalist", "dialog",   "frameset"};

constexpr std::array<std::string_view, 6> kScriptDates = {R"("datePublished":")",   R"("publishedAt":")",
                                                          R"("published_at":")",    R"("publishDate":")",
                                                          R"("publicationDate":")", R"("pubDate":")"};

struct Element {
  std::string name;
  bool shown = true;
  bool by_name = false;                   // not shown for its class or id, or for those of an element around it
  std::size_t part = PageElement::kNone;  // index of the innermost recorded element, this one or around it
  bool recorded = false;                  // it is that one
};

constexpr std::array<std::pair<std::string_view, ZoneKind>, 9> kKinds = {{{"figure", ZoneKind::caption},
                                                                          {"figcaption", ZoneKind::caption},
                                                                          {"li", ZoneKind::bullet},
                                                                          {"h2", ZoneKind::subhead},
                                                                          {"h3", ZoneKind::subhead},
                                                                          {"h4", ZoneKind::subhead},
                                                                          {"h5", ZoneKind::subhead},
                                                                          {"h6", ZoneKind::subhead},
                                                                          {"blockquote", ZoneKind::body}}};

std::optional<ZoneKind> kind_of(std::string_view name, PartRole role) {
  if (role == PartRole::caption) return ZoneKind::caption;
  if (role == PartRole::standfirst) return ZoneKind::standfirst;
  for (const auto& [element, kind] : kKinds) {
    if (element == name) return kind;
  }
  return std::nullopt;
}

class PageReader {
 public:
  PageReader(std::string_view html, const Lexicon& lexicon, bool by_name)
      : tokens_(html), parts_(lexicon), by_name_(by_name) {}

  // Whether most of the page was left out for its classes and ids: then they do not mean what they say.
  [[nodiscard]] bool lost() const { return left_by_name_ > kLost * (kept_ + 1); }

  HtmlPage run() {
    for (HtmlToken token; tokens_.next(token);) {
      if (token.kind == HtmlToken::Kind::text) text(token);
      if (token.kind == HtmlToken::Kind::start_tag) open(token);
      if (token.kind == HtmlToken::Kind::end_tag) close(token.name);
      if (token.kind == HtmlToken::Kind::comment) HtmlFields::comment(token, page_.fields);
    }
    while (!stack_.empty()) pop();
    add_shown_fields();
    fields_.end(page_.fields);
    kept_ = page_.text.size();
    return std::move(page_);
  }

 private:
  [[nodiscard]] bool shown() const { return stack_.empty() || stack_.back().shown; }

  void text(const HtmlToken& token) {
    if (!collecting_.empty()) {
      collected_ += token.data;
      collected_source_.end = token.source.end;
    }
    if (!stack_.empty() && stack_.back().name == "script" && collecting_.empty()) script_date(token);
    if (!shown()) {
      if (!stack_.empty() && stack_.back().by_name) left_by_name_ += token.data.size();
      return;
    }
    const bool verbatim = token.data.size() == token.source.size();
    for (std::size_t at = 0; at < token.data.size();) {
      const CodePoint point = code_point_at(token.data, at);
      const std::size_t source = verbatim ? token.source.begin + at : token.source.begin;
      if (is_blank(point.value) && point.value != 0xA0) {
        pending_space_ = true;
      } else if (point.value != 0) {
        put(std::string_view(token.data).substr(at, point.length), source);
      }
      at += point.length;
    }
  }

  // The first date of publication among the data that a script carries.
  void script_date(const HtmlToken& token) {
    for (const std::string_view key : kScriptDates) {
      const std::size_t at = token.data.find(key);
      if (at == std::string::npos) continue;
      const std::size_t begin = at + key.size();
      const std::size_t end = std::min(token.data.find('"', begin), begin + kMaxShownField);
      page_.fields.push_back({"script", token.data.substr(begin, end - begin), token.source});
      return;
    }
  }

  // Adds a visible character and what separates it from the last one.
  void put(std::string_view character, std::size_t source) {
    if (page_.text.empty()) {
      pending_break_ = 0;
      pending_space_ = false;
    }
    const std::size_t breaks = std::min<std::size_t>(pending_break_, 2);
    if (breaks > 0) end_link();  // a link over several blocks is one in each
    if (breaks > 0) {
      page_.text.append(breaks, '\n');
    } else if (pending_space_) {
      page_.text += ' ';
    }
    pending_break_ = 0;
    pending_space_ = false;
    std::vector<OffsetMap::Entry>& entries = page_.offsets.entries;
    const std::size_t text = page_.text.size();
    if (in_link_ && !link_begin_) link_begin_ = text;
    if (entries.empty() || entries.back().source + (text - entries.back().text) != source)
      entries.push_back({text, source});
    page_.text += character;
  }

  // Keeps the text of the open link so far; it goes on with the next character.
  void end_link() {
    if (link_begin_) page_.links.push_back({*link_begin_, page_.text.size()});
    link_begin_.reset();
  }

  void break_lines(std::size_t lines) { pending_break_ = std::max(pending_break_, lines); }

  void open(const HtmlToken& token) {
    const std::string& name = token.name;
    read_metadata(token);
    if (name == "br") {
      break_lines(pending_break_ == 1 ? 2 : 1);
      return;
    }
    const bool block = among(kBlocks, name);
    if (block) {
      close_implied(name);
      break_lines(2);
    }
    if (among(kVoid, name)) return;
    if (name == "a") close(name);  // links do not nest
    if (name == "script") {
      tokens_.set_content(HtmlContent::script);
    } else if (name == "style" || name == "noscript" || name == "iframe" || name == "noembed" || name == "noframes" ||
               name == "xmp") {
      tokens_.set_content(HtmlContent::rawtext);
    } else if (name == "title" || name == "textarea") {
      tokens_.set_content(HtmlContent::rcdata);
    }
    if (stack_.size() >= kMaxHtmlDepth) return;
    const bool seen = !among(kUnseen, name) && !hidden(token);
    const PartRole role = seen ? parts_.role_of(token) : PartRole::plain;
    const bool outside = by_name_ && role == PartRole::outside;
    const bool by_name = seen && ((shown() && outside) || (!shown() && stack_.back().by_name));
    push({name, shown() && seen && !by_name, by_name}, role, block);
  }

  void push(Element element, PartRole role, bool block) {
    element.part = stack_.empty() ? PageElement::kNone : stack_.back().part;
    if (element.shown && (block || role != PartRole::plain)) {
      page_.elements.push_back({role, kind_of(element.name, role), {page_.text.size(), 0}, element.part});
      element.part = page_.elements.size() - 1;
      element.recorded = true;
    }
    if (element.shown && element.name == "a") in_link_ = true;
    stack_.push_back(std::move(element));
  }

  // A new paragraph or block ends an open paragraph, a new item its neighbour.
  void close_implied(std::string_view name) {
    if (stack_.empty()) return;
    const std::string& last = stack_.back().name;
    const bool item =
        (name == "li" && last == "li") || ((name == "dt" || name == "dd") && (last == "dt" || last == "dd")) ||
        (name == "tr" && last == "td") || (name == "td" && last == "td") || (name == "option" && last == "option");
    if (last == "p" || item) pop();
  }

  void close(const std::string& name) {
    if (among(kBlocks, name)) break_lines(2);
    const auto found =
        std::find_if(stack_.rbegin(), stack_.rend(), [&](const Element& element) { return element.name == name; });
    if (found == stack_.rend()) return;
    const auto depth = static_cast<std::size_t>(stack_.rend() - found);
    while (stack_.size() >= depth) pop();
  }

  void pop() {
    const Element element = std::move(stack_.back());
    stack_.pop_back();
    fields_.end_tag(stack_.size());
    if (element.name == collecting_) finish_field();
    if (element.recorded) page_.elements[element.part].text.end = page_.text.size();
    if (element.name == "a") {
      end_link();
      in_link_ = false;
    }
  }

  static bool hidden(const HtmlToken& token) {
    if (token.attribute("hidden") != nullptr) return true;
    const std::string* aria = token.attribute("aria-hidden");
    if (aria != nullptr && *aria == "true") return true;
    const std::string* style = token.attribute("style");
    if (style == nullptr) return false;
    std::string plain;
    for (const char c : *style) {
      if (c != ' ') plain += c;
    }
    return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
  }

  void read_metadata(const HtmlToken& token) {
    fields_.start_tag(token, stack_.size(), page_.fields);
    if (token.name == "html") {
      if (const std::string* lang = token.attribute("lang")) page_.language = *lang;
    } else if (token.name == "script") {
      const std::string* type = token.attribute("type");
      if (type != nullptr && fold_spaces(*type) == "application/ld+json") collect("script", token.source.end);
    }
    if (token.name == "title" && collecting_.empty()) collect("title", token.source.end);
    if (token.name == "h1" && collecting_.empty()) collect("h1", token.source.end);
  }

  // The words of elements that are named as the author's name or as a date.
  void add_shown_fields() {
    for (const PageElement& element : page_.elements) {
      const bool author = element.role == PartRole::author;
      if (!author && element.role != PartRole::date) continue;
      const Span words = trimmed(page_.text, element.text);
      if (words.empty() || words.size() > kMaxShownField) continue;
      const Span source{page_.offsets.source_of(words.begin), page_.offsets.source_of(words.end - 1) + 1};
      page_.fields.push_back({author ? "author" : "date", std::string(words.of(page_.text)), source});
    }
  }

  void collect(const std::string& element, std::size_t from) {
    collecting_ = element;
    collected_.clear();
    collected_source_ = {from, from};
  }

  void finish_field() {
    if (collecting_ == "script") {
      read_page_data(collected_, collected_source_, page_.fields);
    } else {
      const Span words = trimmed(collected_, {0, collected_.size()});
      if (!words.empty()) page_.fields.push_back({collecting_, std::string(words.of(collected_)), collected_source_});
    }
    collecting_.clear();
  }

  HtmlTokenizer tokens_;
  HtmlParts parts_;
  HtmlFields fields_;
  bool by_name_;                  // whether class and id may leave an element out
  std::size_t kept_ = 0;          // bytes of text
  std::size_t left_by_name_ = 0;  // bytes of text left out for it
  HtmlPage page_;
  std::vector<Element> stack_;
  std::size_t pending_break_ = 0;  // line ends due before the next character
  bool pending_space_ = false;
  bool in_link_ = false;
  std::optional<std::size_t> link_begin_;  // of the text of the open link, once it has any
  std::string collecting_;                 // the element whose text is a field
  std::string collected_;
  Span collected_source_;
};

}  // namespace

HtmlPage html_page(std::string_view html, const Lexicon& lexicon) {
  PageReader reader(html, lexicon, true);
  HtmlPage page = reader.run();
  return reader.lost() ? PageReader(html, lexicon, false).run() : page;
}

}  // namespace hearsay

// The standard's states, grouped into the function that reads each construct: a construct that the end of the input
// cuts off is dropped (tags) or kept (comments, doctypes) as the standard says. Comments and doctypes are in
// html_declarations.cc. Content that only its own end tag ends (script, style, title) is found as a whole first, then
// handed out as text.

#include "core/ingest/html_tokenizer.h"

#include <algorithm>
#include <utility>

#include "core/ingest/html_references.h"

namespace hearsay {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_html_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool ends_name(char c) { return is_html_blank(c) || c == '/' || c == '>'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

void lower_last(std::string& text) {
  if (!text.empty()) text.back() = lower(text.back());
}

}  // namespace

void HtmlToken::clear() {
  kind = Kind::text;
  name.clear();
  data.clear();
  attributes.clear();
  self_closing = false;
  public_id.reset();
  system_id.reset();
  quirks = false;
  source = {};
}

const std::string* HtmlToken::attribute(std::string_view wanted) const {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name == wanted) return &attribute.value;
  }
  return nullptr;
}

bool HtmlTokenizer::ahead_is(std::string_view lower_case) const {
  const std::string_view found = html_.substr(at_, lower_case.size());
  return found.size() == lower_case.size() &&
         std::equal(found.begin(), found.end(), lower_case.begin(), [](char a, char b) { return lower(a) == b; });
}

void HtmlTokenizer::skip_blanks() {
  while (!at_end() && is_html_blank(here())) ++at_;
}

void HtmlTokenizer::take_into(std::string& text) {
  const char c = html_[at_++];
  if (c == '\0') {
    text += kReplacement;
  } else if (c == '\r') {
    text += '\n';
    if (!at_end() && here() == '\n') ++at_;
  } else {
    text += c;
  }
}

// The run of characters that stand for themselves in an attribute's value.
void HtmlTokenizer::take_plain(std::string& value, char quote) {
  const std::size_t begin = at_;
  while (!at_end()) {
    const char c = here();
    if (c == '&' || c == '\r' || c == '\0' || (quote != '\0' ? c == quote : is_html_blank(c) || c == '>')) break;
    ++at_;
  }
  value += html_.substr(begin, at_ - begin);
}

bool HtmlTokenizer::next(HtmlToken& token) {
  token.clear();
  while (content_ == HtmlContent::data && html_.substr(at_, 3) == "</>") {  // nothing
    at_ += 3;
    content_end_.reset();
  }
  if (at_end()) return false;
  token.source.begin = at_;
  if (!content_end_) content_end_ = content_end();
  if (at_ < *content_end_) {
    return text(token, *content_end_, content_ == HtmlContent::data || content_ == HtmlContent::rcdata);
  }
  content_end_.reset();
  const HtmlContent ended = std::exchange(content_, HtmlContent::data);
  if (ended == HtmlContent::data) return markup(token);
  if (ended == HtmlContent::cdata) {
    at_ += 3;
    return next(token);
  }
  at_ += 2;
  return tag(token, HtmlToken::Kind::end_tag);
}

// One piece of text that ends at `end` at the latest. NUL stays in markup and CDATA (the tree drops it), elsewhere it
// is U+FFFD.
bool HtmlTokenizer::text(HtmlToken& token, std::size_t end, bool references) {
  const bool keep_nul = content_ == HtmlContent::data || content_ == HtmlContent::cdata;
  const auto special = [&](char c) { return c == '\r' || (c == '\0' && !keep_nul) || (c == '&' && references); };
  const std::size_t begin = at_;
  if (references && here() == '&') {
    if (std::optional<HtmlReference> reference = html_reference(html_.substr(0, end), at_, false)) {
      at_ += reference->length;
      token.data = std::move(reference->text);
    } else {
      ++at_;
      token.data = "&";
    }
  } else if (special(here())) {
    take_into(token.data);
  } else {
    while (at_ < end && !special(html_[at_])) ++at_;
    token.data = html_.substr(begin, at_ - begin);
  }
  token.source = {begin, at_};
  return true;
}

// The next bytes as text, whatever they are.
bool HtmlTokenizer::literal(HtmlToken& token, std::size_t bytes) {
  token.data = std::string(html_.substr(at_, bytes));
  at_ = std::min(at_ + bytes, html_.size());
  token.source.end = at_;
  return true;
}

bool HtmlTokenizer::markup(HtmlToken& token) {
  const char second = ahead(1);
  if (is_letter(second)) {
    ++at_;
    return tag(token, HtmlToken::Kind::start_tag);
  }
  if (second == '!') {
    at_ += 2;
    return declaration(token);
  }
  if (second == '?') {
    ++at_;
    return bogus_comment(token);
  }
  if (second != '/') return literal(token, 1);
  if (at_ + 2 >= html_.size()) return literal(token, 2);
  at_ += 2;
  if (is_letter(here())) return tag(token, HtmlToken::Kind::end_tag);
  return bogus_comment(token);
}

bool HtmlTokenizer::tag(HtmlToken& token, HtmlToken::Kind kind) {
  token.kind = kind;
  while (!at_end() && !ends_name(here())) {
    take_into(token.name);
    lower_last(token.name);
  }
  if (!attributes(token)) return false;
  token.source.end = at_;
  if (kind == HtmlToken::Kind::start_tag) last_start_tag_ = token.name;
  return true;
}

// From behind the tag's name through its '>'; false where the input ends before.
bool HtmlTokenizer::attributes(HtmlToken& token) {
  for (;;) {
    skip_blanks();
    if (at_end()) return false;
    if (here() == '>') {
      ++at_;
      return true;
    }
    if (here() == '/') {
      ++at_;
      if (at_end() || here() != '>') continue;
      token.self_closing = true;
      ++at_;
      return true;
    }
    HtmlAttribute attribute;
    do {  // a '=' in front belongs to the name
      take_into(attribute.name);
      lower_last(attribute.name);
    } while (!at_end() && !ends_name(here()) && here() != '=');
    skip_blanks();
    if (!at_end() && here() == '=') {
      ++at_;
      if (!attribute_value(attribute.value)) return false;
    }
    if (token.attributes.size() < kMaxHtmlAttributes && token.attribute(attribute.name) == nullptr) {
      token.attributes.push_back(std::move(attribute));
    }
  }
}

bool HtmlTokenizer::attribute_value(std::string& value) {
  skip_blanks();
  if (at_end()) return false;
  const char quote = here() == '"' || here() == '\'' ? here() : '\0';
  if (quote != '\0') ++at_;
  while (!at_end()) {
    if (quote != '\0' ? here() == quote : is_html_blank(here()) || here() == '>') {
      if (quote != '\0') ++at_;
      return true;
    }
    std::optional<HtmlReference> reference;
    if (here() == '&') reference = html_reference(html_, at_, true);
    if (reference) {
      value += reference->text;
      at_ += reference->length;
    } else {
      take_into(value);
      take_plain(value, quote);
    }
  }
  return false;
}

// Whether "</" and the last start tag's name stand at `at`, ended like a tag's name.
bool HtmlTokenizer::closes_content(std::size_t at) const {
  const std::size_t behind = at + 2 + last_start_tag_.size();
  if (behind >= html_.size() || html_[at] != '<' || html_[at + 1] != '/' || !ends_name(html_[behind])) return false;
  return !last_start_tag_.empty() &&
         std::equal(last_start_tag_.begin(), last_start_tag_.end(), html_.begin() + static_cast<std::ptrdiff_t>(at + 2),
                    [](char a, char b) { return a == lower(b); });
}

// Where the content being read ends: at its end tag, at the next "<" of markup, or with the input.
std::size_t HtmlTokenizer::content_end() const {
  if (content_ == HtmlContent::plaintext) return html_.size();
  if (content_ == HtmlContent::script) return script_end();
  if (content_ == HtmlContent::data) return std::min(html_.find('<', at_), html_.size());
  if (content_ == HtmlContent::cdata) return std::min(html_.find("]]>", at_), html_.size());
  for (std::size_t at = html_.find("</", at_); at != std::string_view::npos; at = html_.find("</", at + 2)) {
    if (closes_content(at)) return at;
  }
  return html_.size();
}

// "<!--" hides end tags of scripts that a "<script" inside it opens, until "-->" (the standard's escaped states).
std::size_t HtmlTokenizer::script_end() const {
  enum class Level { plain, escaped, twice };
  Level level = Level::plain;
  std::size_t dashes = 0;  // right before `at`
  const auto is_script = [this](std::size_t at) {
    constexpr std::string_view kScript = "script";
    const std::string_view found = html_.substr(at, kScript.size());
    return std::equal(found.begin(), found.end(), kScript.begin(), kScript.end(),
                      [](char a, char b) { return lower(a) == b; }) &&
           at + kScript.size() < html_.size() && ends_name(html_[at + kScript.size()]);
  };
  for (std::size_t at = at_; at < html_.size();) {
    const char c = html_[at];
    if (level == Level::plain) {
      if (closes_content(at)) return at;
      if (html_.substr(at, 4) == "<!--") {
        level = Level::escaped;
        dashes = 2;
        at += 4;
      } else {
        ++at;
      }
      continue;
    }
    if (c == '>' && dashes >= 2) {
      level = Level::plain;
    } else if (c == '<' && level == Level::escaped) {
      if (closes_content(at)) return at;
      if (is_script(at + 1)) level = Level::twice;
    } else if (c == '<' && at + 1 < html_.size() && html_[at + 1] == '/' && is_script(at + 2)) {
      level = Level::escaped;
      at += 8;
    }
    dashes = c == '-' ? dashes + 1 : 0;
    ++at;
  }
  return html_.size();
}

}  // namespace hearsay

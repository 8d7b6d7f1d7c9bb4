#pragma once
// HTML bytes to tokens, after the WHATWG HTML standard (section 13.2.5), each with the bytes it was read from. Checked
// against html5lib's tokenizer cases. Parse errors are not reported: any bytes have tokens.
//
//   HtmlTokenizer tokens(html);
//   for (HtmlToken token; tokens.next(token);) {
//     if (token.kind == HtmlToken::Kind::start_tag && token.name == "script") tokens.set_content(HtmlContent::script);
//   }

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/span.h"

namespace hearsay {

// How what follows is read: as markup, or up to the end tag of the last start tag.
enum class HtmlContent { data, rcdata, rawtext, script, plaintext, cdata };

struct HtmlAttribute {
  std::string name;  // lower case
  std::string value;

  friend bool operator==(const HtmlAttribute&, const HtmlAttribute&) = default;
};

struct HtmlToken {
  enum class Kind { text, start_tag, end_tag, comment, doctype };

  Kind kind = Kind::text;
  std::string name;  // of a tag, in lower case; of a doctype
  std::string data;  // of a text or comment
  std::vector<HtmlAttribute>
      attributes;  // of a start tag, in order, the first of each name, at most kMaxHtmlAttributes
  bool self_closing = false;
  std::optional<std::string> public_id;  // of a doctype
  std::optional<std::string> system_id;
  bool quirks = false;
  Span source;  // bytes of the input. A text whose data is as long as its source is those very bytes

  // Empties it for the next token; what it has allocated is used again.
  void clear();

  // The value of an attribute, nullptr where the tag has none.
  [[nodiscard]] const std::string* attribute(std::string_view name) const;
};

inline constexpr std::size_t kMaxHtmlAttributes = 1024;

class HtmlTokenizer {
 public:
  // `html` must outlive the tokenizer. Bytes above 0x7F are passed through, whatever they are.
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}

  // The next token, or false at the end. Text comes in pieces: runs as they stand, and characters that stand for
  // others. Linear over all calls.
  bool next(HtmlToken& token);

  void set_content(HtmlContent content) {
    content_ = content;
    content_end_.reset();
  }
  // The name whose end tag ends rcdata, rawtext and script; set by each start tag.
  void set_last_start_tag(std::string name) { last_start_tag_ = std::move(name); }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= html_.size(); }
  [[nodiscard]] char here() const { return html_[at_]; }
  [[nodiscard]] char ahead(std::size_t bytes) const { return at_ + bytes < html_.size() ? html_[at_ + bytes] : '\0'; }
  [[nodiscard]] bool ahead_is(std::string_view lower_case) const;
  void skip_blanks();
  void take_into(std::string& text);  // one character, CR and CRLF as LF, NUL as U+FFFD
  void take_plain(std::string& value, char quote);

  bool text(HtmlToken& token, std::size_t end, bool references);
  bool literal(HtmlToken& token, std::size_t bytes);
  bool markup(HtmlToken& token);
  bool tag(HtmlToken& token, HtmlToken::Kind kind);
  bool attributes(HtmlToken& token);
  bool attribute_value(std::string& value);
  bool declaration(HtmlToken& token);
  bool comment(HtmlToken& token);
  bool bogus_comment(HtmlToken& token);
  bool doctype(HtmlToken& token);
  [[nodiscard]] bool closes_content(std::size_t at) const;
  [[nodiscard]] std::size_t content_end() const;
  [[nodiscard]] std::size_t script_end() const;

  std::string_view html_;
  std::size_t at_ = 0;
  HtmlContent content_ = HtmlContent::data;
  std::string last_start_tag_;
  std::optional<std::size_t> content_end_;  // of the text being read, once found
};

}  // namespace hearsay

// What begins with "<!": comments, doctypes, and the bogus comments that other declarations become.

#include <cstdint>

#include "core/ingest/html_tokenizer.h"

namespace hearsay {
namespace {

bool is_html_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

enum class CommentState : std::uint8_t {
  start,
  start_dash,
  body,
  less,            // "<"
  less_bang,       // "<!"
  less_bang_dash,  // "<!-"
  end_dash,        // "-"
  end,             // "--"
  end_bang,        // "--!"
};

// Reads a quoted identifier whose quote is at `html[at]`; false where '>' or the end cuts it off.
bool identifier(std::string_view html, std::size_t& at, std::optional<std::string>& into) {
  const char quote = html[at++];
  into.emplace();
  for (; at < html.size() && html[at] != '>'; ++at) {
    if (html[at] == quote) {
      ++at;
      return true;
    }
    if (html[at] == '\0') {
      *into += "\xEF\xBF\xBD";
    } else if (html[at] != '\r') {
      *into += html[at];
    } else {
      *into += '\n';
      if (at + 1 < html.size() && html[at + 1] == '\n') ++at;
    }
  }
  return false;
}

}  // namespace

bool HtmlTokenizer::declaration(HtmlToken& token) {
  if (ahead_is("--")) {
    at_ += 2;
    return comment(token);
  }
  if (ahead_is("doctype")) {
    at_ += 7;
    return doctype(token);
  }
  return bogus_comment(token);
}

bool HtmlTokenizer::bogus_comment(HtmlToken& token) {
  token.kind = HtmlToken::Kind::comment;
  while (!at_end() && here() != '>') take_into(token.data);
  if (!at_end()) ++at_;
  token.source.end = at_;
  return true;
}

bool HtmlTokenizer::comment(HtmlToken& token) {
  using State = CommentState;
  token.kind = HtmlToken::Kind::comment;
  State state = State::start;
  bool open = true;
  while (open && !at_end()) {
    const char c = here();
    const bool ends = c == '>' && (state == State::start || state == State::start_dash || state == State::end ||
                                   state == State::end_bang);
    if (ends) {
      open = false;
      ++at_;
      continue;
    }
    switch (state) {
      case State::start:
        state = c == '-' ? State::start_dash : State::body;
        break;
      case State::start_dash:
        state = c == '-' ? State::end : State::body;
        if (c != '-') token.data += '-';
        break;
      case State::body:
        if (c == '<') {
          token.data += c;
          state = State::less;
        } else if (c == '-') {
          state = State::end_dash;
        } else {
          take_into(token.data);
          continue;
        }
        ++at_;
        continue;
      case State::less:
        if (c != '<' && c != '!') {
          state = State::body;
          continue;
        }
        token.data += c;
        if (c == '!') state = State::less_bang;
        ++at_;
        continue;
      case State::less_bang:
        state = c == '-' ? State::less_bang_dash : State::body;
        break;
      case State::less_bang_dash:
        // a comment inside a comment: read on as behind the dashes it brought
        state = c == '-' ? State::end : State::end_dash;
        if (c != '-') continue;
        ++at_;
        continue;
      case State::end_dash:
        state = c == '-' ? State::end : State::body;
        if (c != '-') token.data += '-';
        break;
      case State::end:
        if (c == '-') {
          token.data += '-';
          ++at_;
          continue;
        }
        if (c == '!') {
          state = State::end_bang;
          ++at_;
          continue;
        }
        token.data += "--";
        state = State::body;
        continue;
      case State::end_bang:
        token.data += "--!";
        state = c == '-' ? State::end_dash : State::body;
        break;
    }
    if (state != State::body) ++at_;  // a dash; anything else is read again as body
  }
  token.source.end = at_;
  return true;
}

bool HtmlTokenizer::doctype(HtmlToken& token) {
  token.kind = HtmlToken::Kind::doctype;
  const auto done = [&](bool quirks) {
    token.quirks = token.quirks || quirks;
    while (!at_end() && here() != '>') ++at_;  // what is left is bogus
    if (!at_end()) ++at_;
    token.source.end = at_;
    return true;
  };
  const auto quote_here = [&] { return !at_end() && (here() == '"' || here() == '\''); };
  skip_blanks();
  if (at_end() || here() == '>') return done(true);
  while (!at_end() && here() != '>' && !is_html_blank(here())) {
    take_into(token.name);
    token.name.back() = lower(token.name.back());
  }
  if (at_end()) return done(true);
  skip_blanks();
  if (at_end()) return done(true);
  if (here() == '>') return done(false);
  const bool has_public = ahead_is("public");
  if (!has_public && !ahead_is("system")) return done(true);
  at_ += 6;
  skip_blanks();
  if (!quote_here()) return done(true);
  if (!identifier(html_, at_, has_public ? token.public_id : token.system_id)) return done(true);
  skip_blanks();
  if (has_public && quote_here()) {
    if (!identifier(html_, at_, token.system_id)) return done(true);
    skip_blanks();
    return done(at_end());
  }
  return done(at_end() || (has_public && here() != '>'));
}

}  // namespace hearsay

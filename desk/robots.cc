#include "desk/robots.h"

#include <algorithm>
#include <charconv>

namespace hearsay {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kHex = "0123456789ABCDEF";

std::string lower(std::string_view text) {
  std::string copy(text);
  for (char& c : copy) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return copy;
}

std::string_view stripped(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_unreserved(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

void append_encoded(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4U];
  out += kHex[byte & 15U];
}

// Percent-encoding made one, so that paths compare by their bytes (RFC 9309, 2.2.2): encoded where it need not be is
// decoded, bytes beyond ASCII, blanks and the two marks of patterns are encoded. `keep`: a character left as it is.
std::string normal_path(std::string_view path, char keep) {
  std::string normal;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const char c = path[i];
    unsigned value = 0;
    const bool encoded =
        c == '%' && i + 2 < path.size() &&
        std::from_chars(path.data() + i + 1, path.data() + i + 3, value, 16).ptr == path.data() + i + 3;
    const char plain = encoded ? static_cast<char>(value) : c;
    if (encoded) i += 2;
    const bool mark = plain == '*' || plain == '$';
    const bool special = static_cast<unsigned char>(plain) <= ' ' || static_cast<unsigned char>(plain) >= 0x7F || mark;
    if (!encoded && c == keep) {
      normal += c;
    } else if (encoded ? !is_unreserved(plain) : special) {
      append_encoded(normal, plain);
    } else {
      normal += plain;
    }
  }
  return normal;
}

bool fits(const RobotsRule& rule, std::string_view target) {
  std::string_view pattern = rule.path;
  std::size_t star = pattern.find('*');
  std::string_view piece = pattern.substr(0, star);
  if (!target.starts_with(piece)) return false;
  std::size_t at = piece.size();
  if (star == std::string_view::npos) return !rule.to_the_end || at == target.size();
  for (;;) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    piece = pattern.substr(0, star);
    const bool last = star == std::string_view::npos;
    if (last && rule.to_the_end) return target.size() - at >= piece.size() && target.ends_with(piece);
    const std::size_t found = target.find(piece, at);
    if (found == std::string_view::npos) return false;
    if (last) return true;
    at = found + piece.size();
  }
}

// Walks the lines; a group is the user-agent lines that follow each other and the rules behind them.
class RobotsReader {
 public:
  explicit RobotsReader(std::string_view product) : product_(lower(product)) {}

  void line(std::string_view text, std::size_t number) {
    text = stripped(text.substr(0, text.find('#')));
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return;
    const std::string key = lower(stripped(text.substr(0, colon)));
    const std::string_view value = stripped(text.substr(colon + 1));
    if (key == "user-agent") {
      user_agent(value);
    } else if (key == "allow" || key == "disallow") {
      names_end_ = true;
      rule(key == "allow", value, number);
    } else if (key == "crawl-delay") {  // no record of the RFC: does not end the names of a group
      delay(value);
    }
  }

  Robots answer() && { return named_ ? std::move(ours_) : std::move(everyones_); }

 private:
  void user_agent(std::string_view value) {
    if (names_end_) {
      for_us_ = for_everyone_ = names_end_ = false;
    }
    const auto end =
        std::find_if_not(value.begin(), value.end(), [](char c) { return is_letter(c) || c == '-' || c == '_'; });
    if (lower({value.begin(), end}) == product_) for_us_ = named_ = true;
    if (value.starts_with('*')) for_everyone_ = true;
  }

  void rule(bool allow, std::string_view path, std::size_t number) {
    if (path.empty() || (!for_us_ && !for_everyone_)) return;
    const bool to_the_end = path.ends_with('$');
    if (to_the_end) path.remove_suffix(1);
    const RobotsRule rule{allow, normal_path(path, '*'), to_the_end, number};
    if (for_us_) ours_.rules.push_back(rule);
    if (for_everyone_) everyones_.rules.push_back(rule);
  }

  void delay(std::string_view value) {
    double seconds = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (fault != std::errc() || !(seconds >= 0)) return;
    if (for_us_) ours_.crawl_delay = seconds;
    if (for_everyone_) everyones_.crawl_delay = seconds;
  }

  std::string product_;
  Robots ours_;
  Robots everyones_;
  bool named_ = false;  // a group names us
  bool for_us_ = false;
  bool for_everyone_ = false;
  bool names_end_ = false;
};

}  // namespace

const RobotsRule* Robots::deciding(std::string_view target) const {
  const std::string path = normal_path(target, '\0');
  const RobotsRule* best = nullptr;
  const auto length = [](const RobotsRule& rule) { return rule.path.size() + (rule.to_the_end ? 1 : 0); };
  for (const RobotsRule& rule : rules) {
    const bool longer = best == nullptr || length(rule) > length(*best);
    const bool milder = best != nullptr && length(rule) == length(*best) && rule.allow && !best->allow;
    if ((longer || milder) && fits(rule, path)) best = &rule;
  }
  return best;
}

bool Robots::allows(std::string_view target) const {
  const RobotsRule* rule = deciding(target);
  return rule == nullptr || rule->allow;
}

Robots robots_of(std::string_view text, std::string_view product) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  RobotsReader reader(product);
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    reader.line(text.substr(at, end - at), ++number);
    at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return std::move(reader).answer();
}

}  // namespace hearsay

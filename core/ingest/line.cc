// Judged in the order in which a mistake would cost least: furniture by whole-line patterns, then meta lines (each part
// between "|" or "•" is a date, a byline or furniture), credits, bullets, and last running text against headings. Known
// limit: a caption that ends with a stop and names no source is running text.

#include "core/ingest/line.h"

#include <algorithm>
#include <initializer_list>

#include "core/ingest/outlet.h"
#include "core/text/normalise.h"
#include "core/text/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongLine = 160;    // bytes: too long for a heading, stop or no stop
constexpr std::size_t kMostFronts = 3;    // names before the date of a line
constexpr std::size_t kFewWords = 4;      // a line of fewer, with a stop, may still be a heading ("Getty.")
constexpr std::size_t kMaxCaption = 600;  // bytes
constexpr std::size_t kSourceWords = 3;   // words of the longest name of a source
constexpr std::size_t kCreditTail = 48;   // bytes at the end of a line in which "AFP/Jane Roe" is looked for
constexpr std::size_t kTailSentences =
    300;  // bytes at the end of a paragraph in which furniture sentences are looked for

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || is_upper(c) || static_cast<unsigned char>(c) >= 0x80; }

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// The last character of the line, closing quotes, brackets and blanks left out; 0 if there is no other.
char32_t last_mark(std::string_view text, Span span) {
  for (std::size_t at = span.end; at > span.begin;) {
    at = previous_border(text, at);
    const char32_t c = code_point_at(text, at).value;
    if (!is_blank(c) && !one_of(c, U"\"')]}”’»›*")) return c;
  }
  return 0;
}

// A stop with a blank and a capital behind it: more than one sentence.
bool holds_sentence_break(std::string_view words) {
  for (std::size_t at = words.find_first_of(".?!"); at != std::string_view::npos;
       at = words.find_first_of(".?!", at + 1)) {
    if (at >= 3 && at + 2 < words.size() && words[at + 1] == ' ' && is_upper(words[at + 2]) && !is_upper(words[at - 1]))
      return true;
  }
  return false;
}

void count_words(std::string_view text, Line& line) {
  std::size_t longer = 0;
  std::size_t capitals = 0;
  const Span span = line.block.words;
  for (std::size_t at = span.begin; at < span.end && line.words < kMaxCountedWords;) {
    std::size_t end = at;
    while (end < span.end && !is_blank(code_point_at(text, end).value)) end += code_point_at(text, end).length;
    if (end == at) {
      at += code_point_at(text, at).length;
      continue;
    }
    ++line.words;
    std::size_t first = at;
    while (first < end && !is_letter(text[first])) ++first;
    if (end - first >= 4) {
      ++longer;
      capitals += is_upper(text[first]) ? 1 : 0;
    }
    at = end;
  }
  line.capitalised = longer > 0 && capitals * 4 >= longer * 3;
}

Reach reach_named(std::string_view name) {
  if (name == "sentence") return Reach::sentence;
  if (name == "list") return Reach::list;
  if (name == "rest") return Reach::rest;
  if (name == "end") return Reach::end;
  return Reach::line;
}

bool between_digits(std::string_view text, std::size_t at, Span span) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  return at > span.begin && at + 1 < span.end && digit(at - 1) && digit(at + 1);
}

// What a text is, and not who publishes it: "Press release", "Statement of the ...", "News", "HARBOUR-FIRE-TOLL".
bool is_label(std::string_view folded) {
  static constexpr std::string_view kEnds[] = {"release", "statement", "service", "edition", "transcript", "update"};
  const std::string_view last = folded.substr(folded.rfind(' ') + 1);
  return std::find(std::begin(kEnds), std::end(kEnds), last) != std::end(kEnds) || folded.starts_with("statement ") ||
         folded == "news" || (last == folded && std::count(folded.begin(), folded.end(), '-') > 1);
}

// The parts of a line between "|", "•", "·", "›", dashes with blanks around them, and slashes that part no figures.
std::vector<Span> parts_of(std::string_view text, Span span) {
  std::vector<Span> parts;
  std::size_t begin = span.begin;
  for (std::size_t at = span.begin; at < span.end;) {
    const CodePoint point = code_point_at(text, at);
    std::size_t behind = at + point.length;
    if (point.value == '-' && behind < span.end && text[behind] == '-') ++behind;
    const bool dash = (point.value == '-' || point.value == 0x2013 || point.value == 0x2014) && at > span.begin &&
                      text[at - 1] == ' ' && behind < span.end && text[behind] == ' ';
    const bool mark = one_of(point.value, U"|•·/►›»>") && !(point.value == '/' && between_digits(text, at, span));
    if (dash || mark) {
      if (const Span part = trimmed(text, {begin, at}); !part.empty()) parts.push_back(part);
      begin = behind;
    }
    at = dash ? behind : at + point.length;
  }
  if (const Span part = trimmed(text, {begin, span.end}); !part.empty()) parts.push_back(part);
  return parts;
}

}  // namespace

LineReader::LineReader(const Lexicon& lexicon)
    : date_lines_(lexicon),
      bylines_(lexicon),
      credit_table_(lexicon.table("credits")),
      name_words_(lexicon.table("name-words")),
      common_words_(lexicon.table("common-words")) {
  const Table& furniture = lexicon.table("furniture");
  for (const Table::Row& row : furniture.rows()) {
    furniture_.add(row.cells.front(), reaches_.size());
    reaches_.push_back(reach_named(furniture.cell(row, "reach")));
  }
  for (const Table::Row& row : credit_table_.rows()) {
    if (credit_table_.cell(row, "kind") == "line") credits_.add(row.cells.front(), row.line);
  }
}

Reach LineReader::reach_of(const FoldedLine& line) const {
  Reach widest = Reach::none;
  for (const LinePatterns::Match& match : furniture_.matches(line.words)) widest = std::max(widest, reaches_[match.id]);
  return widest;
}

bool LineReader::is_source(std::string_view folded_name) const {
  const std::vector<const Table::Row*> rows = credit_table_.rows_of(folded_name);
  return !rows.empty() && credit_table_.cell(*rows.front(), "kind") == "source";
}

// A pattern of the table; a source alone; a source in the last brackets ("(Jane Roe/AFP)"); or, where no stop follows,
// a source as the last words ("... Pixabay", "... AFP/ Jane Roe").
bool LineReader::is_credit(const FoldedLine& line, bool stopped) const {
  if (!credits_.matches(line.words).empty()) return true;
  std::string_view words = line.words;
  if (words.ends_with('.')) words.remove_suffix(1);
  if (is_source(words)) return true;
  if (words.ends_with(')') || words.ends_with(']')) {
    words.remove_suffix(1);
    words.remove_prefix(std::min(words.find_last_of("([") + 1, words.size()));
    if (words.ends_with('.')) words.remove_suffix(1);
    if (line.words.size() >= kLongLine && words.find('/') == std::string_view::npos)
      return false;  // a source of the text
  } else if (stopped) {
    return false;
  }
  const std::size_t slash = words.rfind('/');
  if (slash != std::string_view::npos && words.size() - slash <= kCreditTail) {
    if (is_source(words.substr(slash + 1))) return true;
    words = words.substr(0, slash);
    if (const std::size_t other = words.rfind('/');
        other != std::string_view::npos && is_source(words.substr(other + 1)))
      return true;
  }
  if (is_source(words)) return true;
  std::size_t from = words.size();
  for (std::size_t taken = 0; taken < kSourceWords && from != std::string_view::npos && from > 0; ++taken) {
    from = words.rfind(' ', from - 1);
    if (from != std::string_view::npos && is_source(words.substr(from + 1))) return true;
  }
  return false;
}

// "The Harbour Gazette, 14 May 2024", "Tarnhill, March 10, 2026", "Harbour Gazette, Tarnhill, March 10, 2026": an
// outlet, a place or both and a date, parted by commas.
std::vector<Span> LineReader::parts(std::string_view text, Span words) const {
  std::vector<Span> found;
  for (const Span part : parts_of(text, words)) {
    if (part.of(text).find(", ") == std::string_view::npos) {
      found.push_back(part);
      continue;
    }
    Span rest = part;
    std::vector<Span> named;  // an outlet, a byline
    for (std::size_t fronts = 0; fronts < kMostFronts && !date_lines_.read(text, rest); ++fronts) {
      const std::size_t comma = rest.of(text).find(", ");
      const Span front{rest.begin, rest.begin + std::min(comma, rest.size())};
      const bool byline = comma != std::string_view::npos && bylines_.read(text, front);
      if (comma == std::string_view::npos || !(byline || is_outlet(front.of(text)) || is_place(front.of(text)))) break;
      if (byline || is_outlet(front.of(text))) named.push_back(front);
      rest = trimmed(text, {std::min(front.end + 1, part.end), part.end});
    }
    const bool dated = date_lines_.read(text, rest).has_value();
    if (dated) found.insert(found.end(), named.begin(), named.end());
    found.push_back(dated ? rest : part);
  }
  return found;
}

bool LineReader::is_outlet(std::string_view name) const {
  const std::string words = fold_spaces(name);
  if (!like_outlet(name) || words == "news") return false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    if (has_class(word, "outlet") || has_class(word, "masthead")) return true;
    at = end + 1;
  }
  return false;
}

bool LineReader::has_class(std::string_view folded_word, std::string_view name) const {
  const std::vector<const Table::Row*> rows = name_words_.rows_of(folded_word);
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Table::Row* row) { return name_words_.cell(*row, "class") == name; });
}

std::optional<Stated> LineReader::first_line(std::string_view text, Span words) const {
  const std::string folded = fold_spaces(words.of(text));
  if (!like_outlet(words.of(text)) || is_label(folded)) return std::nullopt;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string word = folded.substr(at, end - at);
    at = end + 1;
    const auto listed = [&](std::string_view ending) {
      return word.ends_with(ending) && !common_words_.rows_of(word.substr(0, word.size() - ending.size())).empty();
    };
    if (word.size() >= 4 && !listed("") && !listed("s") && !listed("es") && !listed("ed") && !listed("d") &&
        !listed("ing"))
      return Stated{std::string(words.of(text)), words};
  }
  return std::nullopt;
}

std::optional<Stated> LineReader::masthead(std::string_view text, Span words) const {
  std::vector<Span> pieces = parts_of(text, words);
  if (pieces.empty()) return std::nullopt;
  Span front = pieces.front();
  if (const std::size_t bracket = front.of(text).find(" ("); bracket != std::string_view::npos)
    front.end = front.begin + bracket;
  const std::string folded = fold_spaces(front.of(text));
  if (is_label(folded)) return std::nullopt;
  const bool body = like_outlet(front.of(text)) && has_class(folded.substr(folded.rfind(' ') + 1), "organization");
  if (!body && !is_outlet(front.of(text))) return std::nullopt;
  return Stated{std::string(front.of(text)), front};
}

bool LineReader::is_place(std::string_view name) {
  constexpr std::ptrdiff_t kMostBlanks = 2;
  return like_outlet(name) && is_upper(name.front()) && std::count(name.begin(), name.end(), ' ') <= kMostBlanks;
}

bool LineReader::read_meta(std::string_view text, Line& line) const {
  bool found = false;
  const std::vector<Span> pieces = parts(text, line.block.words);
  for (const Span part : pieces) {
    if (const std::optional<DateLine> date = date_lines_.read(text, part)) {
      if (!line.date || line.date->label == DateLabel::updated) line.date = date;
      found = true;
    } else if (std::optional<Byline> byline = bylines_.read(text, part)) {
      line.names.insert(line.names.end(), byline->names.begin(), byline->names.end());
      if (byline->outlet) line.outlet = byline->outlet;
      const Span behind =
          trimmed(text, {part.begin + part.of(text).rfind(',') + 1, part.end});  // "By Ann Lee, The Star"
      if (!line.outlet && behind.begin > part.begin && is_outlet(behind.of(text)))
        line.outlet = Stated{std::string(behind.of(text)), behind};
      found = true;
    } else if (pieces.size() > 1 && like_outlet(part.of(text))) {  // else a section: "Science | 5 May 2025"
      if (!line.outlet && is_outlet(part.of(text))) line.outlet = Stated{std::string(part.of(text)), part};
    } else if (!date_lines_.is_time(text, part) && reach_of(FoldedLine(text, part)) == Reach::none) {
      return false;
    }
  }
  return found;
}

Line LineReader::read(std::string_view text, const Block& block) const {
  Line line;
  line.block = block;
  count_words(text, line);
  const char32_t last = last_mark(text, block.span);
  line.stopped = one_of(last, U".!?…:;,。！？");
  const Span words = block.words;
  if (words.size() <= kMaxLineWords) {
    Line meta = line;
    if (read_meta(text, meta)) {
      meta.kind = LineKind::meta;
      return meta;
    }
    const FoldedLine folded(text, words);
    line.reach = reach_of(folded);
    if (line.reach != Reach::none && line.reach != Reach::end) {
      line.kind = LineKind::furniture;
      return line;
    }
    if (is_credit(folded, line.stopped)) {
      line.kind = LineKind::credit;
      return line;
    }
  }
  line.several_sentences = words.size() <= kMaxLineWords && holds_sentence_break(words.of(text));
  const bool running = (line.stopped && line.words >= kFewWords && last != ':') || words.size() >= kLongLine ||
                       (words.size() >= kLongLine / 2 && line.several_sentences);
  line.kind = block.bullet() ? LineKind::bullet : running ? LineKind::text : LineKind::heading;
  return line;
}

std::size_t LineReader::furniture_tail(std::string_view text, Span paragraph) const {
  std::size_t from = paragraph.end;
  const std::size_t earliest = paragraph.size() > kTailSentences ? paragraph.end - kTailSentences : paragraph.begin;
  for (std::size_t at = paragraph.end; at-- > earliest + 1;) {
    const bool opens = text[at - 1] == ' ' && at >= 2 && one_of(static_cast<unsigned char>(text[at - 2]), U".!?\"')");
    if (!opens || !is_upper(text[at])) continue;
    for (const LinePatterns::Match& match : furniture_.matches(FoldedLine(text, {at, paragraph.end}).words)) {
      if (reaches_[match.id] == Reach::sentence) from = at;
    }
  }
  return from;
}

}  // namespace hearsay

#include "cli/review_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/screen_part.h"
#include "core/report/words.h"

namespace hearsay {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kSides = 2;
constexpr std::size_t kIndent = 3;
constexpr std::size_t kLeastMessage = 2;
constexpr std::size_t kLeastWords = 2;

std::string with_marks(const ReviewPlace& place) {
  const std::string& words = place.place.words;
  std::vector<Span> marks = place.marks;
  if (!place.compared) marks.push_back({0, words.size()});
  std::string out;
  std::size_t at = 0;
  for (const Span& mark : marks) {
    out += printable(words.substr(at, mark.begin - at)) + kMarkOpen + printable(mark.of(words)) + kMarkClose;
    at = mark.end;
  }
  return out + printable(words.substr(at));
}

// Marks become brackets, and with colour bold ones; a mark may run over a line's end.
std::string inked_marks(const Terminal& terminal, const std::string& line, bool& open) {
  std::string out = open && terminal.colour ? "\x1b[1;33m" : "";
  for (const char c : line) {
    if (c == kMarkOpen || c == kMarkClose) {
      open = c == kMarkOpen;
      if (terminal.colour) out += open ? "\x1b[1;33m[" : "]\x1b[0m";
      if (!terminal.colour) out += open ? '[' : ']';
    } else {
      out += c;
    }
  }
  return out + (open && terminal.colour ? "\x1b[0m" : "");
}

std::string outlet_text(const ToldPlace& place) {
  return fmt::format("{}, {}, {}", place.article, place.outlet.empty() ? "outlet not named" : place.outlet,
                     day_in_words(place.published));
}

// What the voice is called says it already: "anonymous: worker at the port" of "a worker at the port".
bool tells(const std::string& speaker, std::string_view words) {
  for (const std::string_view article : {"a ", "an ", "the ", "A ", "An ", "The "}) {
    if (words.starts_with(article)) return speaker.ends_with(words.substr(article.size()));
  }
  return speaker.ends_with(words);
}

// "by Ilse Varga, harbour master, through Coastwire; said 2 June 2026, indirect, as possible"
std::string voice_text(const ToldPlace& place) {
  std::string out = "by " + place.speaker;
  if (!tells(place.speaker, place.mention)) out += " (here “" + place.mention + "”)";
  if (!place.decided.empty()) out += " (" + place.decided + ")";
  if (!tells(place.speaker, place.role)) out += ", " + place.role;
  std::string through;
  for (std::size_t i = 0; i < place.chain.size(); ++i) {
    if (place.chain[i] == place.speaker || place.chain[i] == "outlet not named") continue;
    through += (through.empty() ? ", through " : ", then ") + place.chain[i];
  }
  if (place.type != "assertion") out += through;
  out += place.said.empty() ? "; " : "; said " + day_in_words(place.said) + ", ";
  return out + place.type + (place.modality == "asserted" ? "" : ", " + place.modality);
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void add(std::vector<ScreenPart>& parts, Lines lines, GivesWay gives_way = GivesWay::never, std::size_t least = 0) {
  parts.push_back({std::move(lines), gives_way, least});
}

void add_place(std::vector<ScreenPart>& parts, const ReviewPlace& place, std::size_t number, std::size_t width) {
  Lines head = wrapped_lines(printable(outlet_text(place.place)), width, kIndent);
  const std::string digits = std::to_string(number);
  head.front().replace(0, digits.size(), digits);
  add(parts, std::move(head));
  if (!place.place.claim.empty()) add(parts, wrapped_lines(printable(voice_text(place.place)), width, kIndent));
  const std::string said = printable(place.place.before) + with_marks(place) + printable(place.place.after);
  add(parts, wrapped_lines("“" + said + "”", width, kIndent), GivesWay::last, kLeastWords);
}

std::vector<ScreenPart> parts_of(const ReviewSheet& sheet, std::size_t width, bool all, const std::string& left_out) {
  const Flag& flag = sheet.flag;
  std::vector<ScreenPart> parts;
  add(parts, {fmt::format("Flag {} of {}, {}, {}, {}", sheet.number, sheet.count, name_of(flag.severity), flag.rule,
                          name_of(flag.status)),
              ""});
  add(parts, wrapped_lines(printable(flag.rule_title), width));
  add(parts, wrapped_lines(printable(flag.message), width), GivesWay::second, kLeastMessage);
  if (!flag.stale_because.empty()) {
    add(parts, wrapped_lines("Stale: " + printable(flag.stale_because) + ".", width), GivesWay::second, kLeastMessage);
  }
  add(parts, {""});
  const std::size_t shown = all ? sheet.places.size() : std::min(kSides, sheet.places.size());
  for (std::size_t i = 0; i < shown; ++i) add_place(parts, sheet.places[i], i + 1, width);
  if (!left_out.empty()) add(parts, {std::string(kIndent, ' ') + left_out});
  add(parts, {""});
  std::string origins = counted(sheet.articles, "article");
  if (sheet.articles > 1) origins += ", " + counted(sheet.outlets, "known outlet");
  add(parts, {"Rests on " + origins + "."});
  add(parts, wrapped_lines("Why it matters: " + printable(flag.rule_why), width), GivesWay::first);
  for (const DecisionEntry& entry : sheet.decisions) {
    add(parts, wrapped_lines("Decided: " + printable(decision_text(entry)), width), GivesWay::second, 1);
  }
  return parts;
}

std::string left_out_text(std::size_t places, bool words) {
  std::string out = places > 0 ? "and " + counted(places, "more place") : "";
  if (words) out += out.empty() ? "Shortened to the screen" : ", and words left out";
  return out + (out.empty() ? "" : places > 0 ? ": m shows them" : ": m shows all");
}

}  // namespace

std::string decision_text(const DecisionEntry& entry) {
  const Decision& decision = entry.decision;
  std::string out = decision.verdict + " by " + decision.by + " on " + decision.at.substr(0, 10);
  if (decision.scope != DecisionScope::evidence) out += fmt::format(", reaching as far as {}", name_of(decision.scope));
  if (!decision.note.empty()) out += ": " + decision.note;
  if (entry.state != DecisionState::standing) {
    out += fmt::format(" ({}{}{})", name_of(entry.state), entry.because.empty() ? "" : ": ", entry.because);
  }
  return out;
}

std::string review_text(const Terminal& terminal, const ReviewSheet& sheet, bool all, std::size_t most_lines) {
  const std::size_t width = std::min(terminal.width, kMostColumns);
  const std::size_t places = all || sheet.places.size() <= kSides ? 0 : sheet.places.size() - kSides;
  std::vector<ScreenPart> parts = parts_of(sheet, width, all, left_out_text(places, false));
  if (!all && most_lines > 0 && lines_of(parts) > most_lines) {
    parts = parts_of(sheet, width, all, left_out_text(places, true));
    fit(parts, most_lines, width);
  }
  const std::string title = printable(sheet.flag.rule_title);
  std::string out;
  bool open = false;
  for (const ScreenPart& part : parts) {
    for (const std::string& line : part.lines) {
      out += (line == title ? inked(terminal, Ink::bold, line) : inked_marks(terminal, line, open)) + "\n";
    }
  }
  return out;
}

}  // namespace hearsay

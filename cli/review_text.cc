#include "cli/review_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {
namespace {

// Stand for the two ends of a mark until lines are broken: printable() lets neither through from a text.
constexpr char kOpen = '\x01';
constexpr char kClose = '\x02';
constexpr std::size_t kSides = 2;
constexpr std::size_t kIndent = 3;

std::string with_marks(const ReviewPlace& place) {
  const std::string& words = place.place.words;
  std::vector<Span> marks = place.marks;
  if (!place.compared) marks.push_back({0, words.size()});
  std::string out;
  std::size_t at = 0;
  for (const Span& mark : marks) {
    out += printable(words.substr(at, mark.begin - at)) + kOpen + printable(mark.of(words)) + kClose;
    at = mark.end;
  }
  return out + printable(words.substr(at));
}

// Marks become brackets, and with colour bold ones; a mark may run over a line's end.
std::string inked_marks(const Terminal& terminal, const std::string& text) {
  std::string out;
  bool open = false;
  for (const char c : text) {
    if (c == kOpen || c == kClose) {
      open = c == kOpen;
      if (terminal.colour) out += open ? "\x1b[1;33m[" : "]\x1b[0m";
      if (!terminal.colour) out += open ? '[' : ']';
    } else if (c == '\n' && open && terminal.colour) {
      out += "\x1b[0m\n\x1b[1;33m";
    } else {
      out += c;
    }
  }
  return out;
}

std::string outlet_text(const ToldPlace& place) {
  return fmt::format("{}, {}, {}", place.article, place.outlet.empty() ? "outlet not named" : place.outlet,
                     place.published.empty() ? "no date" : place.published);
}

// "by Ilse Varga, harbour master, through Coastwire; said 2026-06-02, indirect, asserted"
std::string voice_text(const ToldPlace& place) {
  std::string out = "by " + place.speaker;
  if (!place.mention.empty()) out += " (here “" + place.mention + "”)";
  if (!place.decided.empty()) out += " (" + place.decided + ")";
  if (!place.role.empty()) out += ", " + place.role;
  std::string through;
  for (std::size_t i = 0; i < place.chain.size(); ++i) {
    if (place.chain[i] == place.speaker || place.chain[i] == "outlet not named") continue;
    through += (through.empty() ? ", through " : ", then ") + place.chain[i];
  }
  if (place.type != "assertion") out += through;
  out += place.said.empty() ? "; " : "; said " + place.said + ", ";
  return out + place.type + (place.modality == "asserted" ? "" : ", " + place.modality);
}

void add(std::string& out, std::size_t width, std::size_t indent, const std::string& text) {
  out += std::string(indent, ' ') + wrapped(text, width - indent, indent) + "\n";
}

std::string place_text(const Terminal& terminal, const ReviewPlace& place, std::size_t number, std::size_t width) {
  std::string out =
      fmt::format("{:<{}}", number, kIndent) + wrapped(printable(outlet_text(place.place)), width, kIndent) + "\n";
  if (!place.place.claim.empty()) add(out, width, kIndent, printable(voice_text(place.place)));
  std::string said;
  add(said, width, kIndent,
      "“" + printable(place.place.before) + with_marks(place) + printable(place.place.after) + "”");
  return out + inked_marks(terminal, said);
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
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

std::string review_text(const Terminal& terminal, const ReviewSheet& sheet, bool all) {
  const std::size_t width = std::min(terminal.width, kMostColumns);
  const Flag& flag = sheet.flag;
  std::string out = fmt::format("Flag {} of {}, {}, {}, {}\n\n", sheet.number, sheet.count, name_of(flag.severity),
                                flag.rule, name_of(flag.status));
  out += inked(terminal, Ink::bold, wrapped(printable(flag.rule_title), width)) + "\n";
  add(out, width, 0, printable(flag.message));
  if (!flag.stale_because.empty()) add(out, width, 0, "Stale: " + printable(flag.stale_because) + ".");
  out += "\n";
  const std::size_t shown = all ? sheet.places.size() : std::min(kSides, sheet.places.size());
  for (std::size_t i = 0; i < shown; ++i) out += place_text(terminal, sheet.places[i], i + 1, width);
  if (shown < sheet.places.size()) {
    add(out, width, kIndent, fmt::format("and {}: m shows them", counted(sheet.places.size() - shown, "more place")));
  }
  out += "\n";
  std::string origins = counted(sheet.articles, "article");
  if (sheet.articles > 1) origins += ", " + counted(sheet.outlets, "known outlet");
  add(out, width, 0, "Rests on " + origins + ".");
  add(out, width, 0, "Why it matters: " + printable(flag.rule_why));
  for (const DecisionEntry& entry : sheet.decisions) add(out, width, 0, "Decided: " + printable(decision_text(entry)));
  return out;
}

}  // namespace hearsay

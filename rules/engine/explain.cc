// A flag explains itself: what its rule looks for and when it is quiet, and the two sides with their words. For two
// claims that no flag holds, their facts are laid side by side, view by view, by the conditions the rules ask: the same
// block (the same thing), comparable (unit, rate, scope), then the values. The first condition that fails is the
// reason. Known limits: what a desk's own rules ask beyond the facts is not known here; a rule's file says it.

#include "rules/engine/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "core/compare/times.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxFigurePairs = 6;
constexpr std::size_t kLineWidth = 80;

std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 120;
  std::string plain{text};
  for (char& c : plain) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  if (plain.size() <= kMost) return plain;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(plain[end]) & 0xC0U) == 0x80U) --end;
  return plain.substr(0, end) + " …";
}

// Lines of kLineWidth columns at most where words allow it; lines after the first go in further. A column is a code
// point.
std::string wrapped(std::string_view text, std::string_view indent) {
  std::string out{indent};
  std::size_t column = indent.size();
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const auto width = static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    if (!first && column + 1 + width > kLineWidth) {
      out += fmt::format("\n{}  ", indent);
      column = indent.size() + 2;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    first = false;
  }
  return out;
}

Time time_of(const Row& row) {
  Time time;
  time.edtf = row.text("edtf");
  return time;
}

std::string number_text(double value) { return fmt::format("{:.10g}", value); }

// "14", "at least 12", "270 to 330"
std::string interval(const Row& row) {
  const std::optional<double> low = row.number("low");
  const std::optional<double> high = row.number("high");
  if (low && high) return *low == *high ? number_text(*low) : number_text(*low) + " to " + number_text(*high);
  if (low) return "at least " + number_text(*low);
  if (high) return "at most " + number_text(*high);
  return "no figure";
}

std::string said_of(const Row& row) {
  std::string out = fmt::format("\"{}\"", row.text("text"));
  if (!row.text("topic").empty()) out += " (" + row.text("topic") + ")";
  return out;
}

std::set<std::string> keys_of(const std::vector<Row>& rows, const Row& fact) {
  std::set<std::string> keys;
  for (const Row& row : rows) {
    if (row.text("span_begin") == fact.text("span_begin") && row.text("span_end") == fact.text("span_end")) {
      keys.insert(row.text("block_key"));
    }
  }
  return keys;
}

bool share_key(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& key) { return b.count(key) != 0; });
}

// One row a fact: the rows of a view stand once for every key.
std::vector<Row> each_once(const std::vector<Row>& rows) {
  std::vector<Row> out;
  std::set<std::string> seen;
  for (const Row& row : rows) {
    if (seen.insert(row.text("span_begin") + "-" + row.text("span_end") + row.text("article")).second)
      out.push_back(row);
  }
  return out;
}

// The figure of a row of the view, as the rules' own functions read it.
Quantity quantity_of(const Row& row) {
  Quantity quantity;
  quantity.low = row.number("low");
  quantity.high = row.number("high");
  quantity.unit = row.text("unit");
  quantity.rate = row.text("rate");
  quantity.noun = row.text("noun");
  quantity.modifier = modifier_named(row.text("modifier")).value_or(Modifier::none);
  return quantity;
}

// How two figures of one thing stand to each other, by name: agree, rounding, bound, update, unit, scope, or that they
// are a conflict.
Consideration figures_of_one_thing(const Row& a, const Row& b, const FigureComparer& figures) {
  const std::string both = fmt::format("{} is {}, {} is {}", said_of(a), interval(a), said_of(b), interval(b));
  const FigureVerdict verdict = figures.compare(quantity_of(a), quantity_of(b));
  const auto related = [&](std::string_view relation, const std::string& reason) {
    return Consideration{"figures", fmt::format("no conflict: {}", relation), both + ": " + reason + "."};
  };
  if (verdict.agreement == Agreement::unit || verdict.agreement == Agreement::scope)
    return related(name_of(verdict.agreement), verdict.reason);
  if (a.text("scope") != b.text("scope"))
    return related("scope", fmt::format("other scope ('{}', '{}')", a.text("scope"), b.text("scope")));
  if (verdict.agreement != Agreement::conflict && verdict.agreement != Agreement::updateable)
    return related(name_of(verdict.agreement), verdict.reason);
  const bool a_below = a.number("high") && b.number("low") && *a.number("high") < *b.number("low");
  const Row& low = a_below ? a : b;
  const Row& high = a_below ? b : a;
  if (!low.text("as_of").empty() && !high.text("as_of").empty() && low.text("as_of") < high.text("as_of")) {
    return related("update", fmt::format("the higher one is the later count ({} after {})", high.text("as_of"),
                                         low.text("as_of")));
  }
  return {"figures", "compared: they differ",
          both + ": the intervals do not meet, and the higher one is not known to be the later."};
}

std::string why_not_one_thing(const Row& a, const Row& b, const FigureComparer& figures) {
  if (a.text("noun_class") != b.text("noun_class")) {
    return fmt::format("{} counts '{}', {} counts '{}'.", said_of(a), a.text("noun_class"), said_of(b),
                       b.text("noun_class"));
  }
  if (a.text("unit") != b.text("unit")) {
    const FigureVerdict verdict = figures.compare(quantity_of(a), quantity_of(b));
    return fmt::format("{} and {} are in other units ('{}', '{}'): {}, {}.", said_of(a), said_of(b), a.text("unit"),
                       b.text("unit"), name_of(verdict.agreement), verdict.reason);
  }
  return fmt::format("{} speaks of '{}', {} of '{}': nothing shows that it is the same event.", said_of(a),
                     a.text("event"), said_of(b), b.text("event"));
}

}  // namespace

std::string Explanation::text() const {
  std::string out = wrapped(question, "");
  for (const Consideration& item : considered) {
    const std::string verdict = item.verdict.empty() ? "" : " (" + item.verdict + ")";
    out += "\n" + wrapped(fmt::format("{}{}: {}", item.about, verdict, item.reason), "  ");
  }
  return out;
}

Result<Explanation> Explainer::flag(std::string_view id) {
  Result<Flag> flag = store_.flag(id);
  if (!flag) return std::move(flag).error();
  Explanation out;
  out.question = fmt::format("Flag {} ({}, severity {}, {}): {}", flag->id, flag->rule, name_of(flag->severity),
                             name_of(flag->status), flag->subject);
  out.flagged = flag->status != FlagStatus::retired;
  out.flags = {flag->id};
  say_flag(*flag, out);
  return out;
}

// Both sides first, each text once, then what is wrong with them.
void Explainer::say_flag(const Flag& flag, Explanation& out) const {
  std::set<std::string> said;
  for (const Evidence& place : flag.evidence) {
    if (said.insert(place.article + fold_spaces(place.text)).second) {
      out.considered.push_back({place.article, "", "\"" + shortened(place.text) + "\""});
    }
  }
  out.considered.push_back({flag.rule_title, "", flag.message});
  out.considered.push_back({"Why it matters", "", flag.rule_why});
  if (!flag.retired_because.empty()) out.considered.push_back({"No longer found", "", flag.retired_because});
  if (const Rule* rule = rules_.find(flag.rule)) {
    out.considered.push_back({"It would not be flagged if", "", rule->quiet_when + "."});
    if (rule->sha256 != flag.rule_sha256) {
      out.considered.push_back({"The rule has changed since", "", "Run `hearsay check` to see what it finds now."});
    }
  }
}

Result<Explanation> Explainer::claims(std::string_view a, std::string_view b) {
  Result<StoredClaim> claim_a = store_.claim(a);
  if (!claim_a) return std::move(claim_a).error();
  Result<StoredClaim> claim_b = store_.claim(b);
  if (!claim_b) return std::move(claim_b).error();
  Explanation out;
  out.question = fmt::format("\"{}\" ({}) and \"{}\" ({})", shortened(claim_a->text), claim_a->ref.article,
                             shortened(claim_b->text), claim_b->ref.article);
  FlagFilter filter;
  filter.article = claim_a->ref.article;
  const Result<std::vector<Flag>> flags = store_.flags(filter);
  if (!flags) return flags.error();
  for (const Flag& flag : *flags) {
    const auto holds = [&flag](const ClaimRef& ref) {
      return std::find(flag.claims.begin(), flag.claims.end(), ref) != flag.claims.end();
    };
    if (!holds(claim_a->ref) || !holds(claim_b->ref)) continue;
    out.flagged = true;
    out.flags.push_back(flag.id);
    out.considered.push_back({"the rule " + flag.rule, "flagged", flag.id + ": " + flag.message});
  }
  if (Result<Done> widened = sandbox_.widen(); !widened) return std::move(widened).error();
  if (Result<Done> said = say_figures(claim_a->ref, claim_b->ref, out); !said) return std::move(said).error();
  if (Result<Done> said = say_times(claim_a->ref, claim_b->ref, out); !said) return std::move(said).error();
  if (Result<Done> said = say_statements(*claim_a, *claim_b, out); !said) return std::move(said).error();
  say_speakers(*claim_a, *claim_b, out);
  return out;
}

Result<std::vector<Row>> Explainer::facts(std::string_view view, const ClaimRef& claim) {
  return sandbox_.ask(fmt::format("SELECT * FROM {} WHERE article = ?1 AND claim = ?2 ORDER BY span_begin", view),
                      {claim.article, claim.claim});
}

Result<Done> Explainer::say_figures(const ClaimRef& a, const ClaimRef& b, Explanation& out) {
  Result<std::vector<Row>> rows_a = facts("quantities", a);
  if (!rows_a) return std::move(rows_a).error();
  Result<std::vector<Row>> rows_b = facts("quantities", b);
  if (!rows_b) return std::move(rows_b).error();
  std::size_t pairs = 0;
  for (const Row& figure_a : each_once(*rows_a)) {
    for (const Row& figure_b : each_once(*rows_b)) {
      if (++pairs > kMaxFigurePairs) return Done{};
      if (share_key(keys_of(*rows_a, figure_a), keys_of(*rows_b, figure_b))) {
        out.considered.push_back(figures_of_one_thing(figure_a, figure_b, comparers_.figures));
      } else {
        out.considered.push_back(
            {"figures", "not compared", why_not_one_thing(figure_a, figure_b, comparers_.figures)});
      }
    }
  }
  return Done{};
}

Result<Done> Explainer::say_times(const ClaimRef& a, const ClaimRef& b, Explanation& out) {
  Result<std::vector<Row>> rows_a = facts("times", a);
  if (!rows_a) return std::move(rows_a).error();
  Result<std::vector<Row>> rows_b = facts("times", b);
  if (!rows_b) return std::move(rows_b).error();
  std::size_t pairs = 0;
  for (const Row& time_a : each_once(*rows_a)) {
    for (const Row& time_b : each_once(*rows_b)) {
      if (++pairs > kMaxFigurePairs) return Done{};
      const std::string both = fmt::format("\"{}\" is {}, \"{}\" is {}", time_a.text("text"), time_a.text("edtf"),
                                           time_b.text("text"), time_b.text("edtf"));
      if (!share_key(keys_of(*rows_a, time_a), keys_of(*rows_b, time_b))) {
        out.considered.push_back({"times", "not compared", both + ": they date other events."});
        continue;
      }
      const TimeVerdict verdict = compare_times(time_of(time_a), time_of(time_b));
      const bool apart = verdict.agreement == TimeAgreement::conflict;
      out.considered.push_back({"times", apart ? "compared: they differ" : "compared: no conflict",
                                fmt::format("{}: {} ({}).", both, name_of(verdict.agreement), verdict.reason)});
    }
  }
  return Done{};
}

Result<Done> Explainer::say_statements(const StoredClaim& a, const StoredClaim& b, Explanation& out) {
  Result<std::vector<Row>> rows_a = facts("statements", a.ref);
  if (!rows_a) return std::move(rows_a).error();
  Result<std::vector<Row>> rows_b = facts("statements", b.ref);
  if (!rows_b) return std::move(rows_b).error();
  const Overlap overlap = comparers_.likeness.compare(a.text, b.text);
  std::string shared;
  for (const std::string& word : overlap.shared) shared += (shared.empty() ? "" : ", ") + word;
  const std::string words = shared.empty() ? "They share no telling word." : fmt::format("They share: {}.", shared);
  if (rows_a->empty() || rows_b->empty()) {
    out.considered.push_back({"statements", "not compared", words});
    return Done{};
  }
  const Row& first = rows_a->front();
  const Row& second = rows_b->front();
  if (!share_key(keys_of(*rows_a, first), keys_of(*rows_b, second))) {
    out.considered.push_back(
        {"statements", "not compared",
         words + fmt::format(" What happens in them is '{}' and '{}'; they stand in no block together.",
                             first.text("predicate"), second.text("predicate"))});
    return Done{};
  }
  const bool opposed = first.text("polarity") != second.text("polarity");
  out.considered.push_back(
      {"statements", opposed ? "compared: one denies what the other says" : "compared: no conflict",
       words + fmt::format(" Both say '{}'; the first is {}, the second {}.", first.text("predicate"),
                           first.text("modality"), second.text("modality"))});
  return Done{};
}

void Explainer::say_speakers(const StoredClaim& a, const StoredClaim& b, Explanation& out) const {
  if (!a.claim.speaker || !b.claim.speaker) return;
  const NameComparison names = comparers_.names.compare(a.claim.speaker->name, b.claim.speaker->name);
  out.considered.push_back({"speakers", fmt::format("compared: {}", name_of(names.answer)),
                            fmt::format("{} and {}{}{}", a.claim.speaker->name, b.claim.speaker->name,
                                        names.reason.empty() ? "." : ": ", names.reason)});
}

Explanation Explainer::names(std::string_view a, std::string_view b) const {
  const NameComparison names = comparers_.names.compare(a, b);
  Explanation out;
  out.question = fmt::format("Are \"{}\" and \"{}\" one name?", a, b);
  const bool accents = unaccented(a) == unaccented(b) && fold(a) != fold(b);
  out.considered.push_back(
      {"names", accents ? "variant (accent)" : fmt::format("{} ({})", name_of(names.answer), name_of(names.kind)),
       fmt::format("{} How sure that one name is meant: {:.0f} of 100.",
                   accents ? "Only accents differ." : names.reason + ".", 100 * names.score)});
  for (const LedgerEntry& entry : names.ledger) {
    const bool of_word = !entry.token_a.empty() || !entry.token_b.empty();
    const std::string what = of_word ? fmt::format("'{}' / '{}'", entry.token_a, entry.token_b) : "the names as wholes";
    out.considered.push_back(
        {"laid side by side", std::string{name_of(entry.rule)}, fmt::format("{}, cost {:.2f}", what, entry.cost)});
  }
  return out;
}

}  // namespace hearsay

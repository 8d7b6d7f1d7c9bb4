// One function a table, each a list of cells in the order of core/store/migrations. Code points are counted here, once
// an article; everything else is copied.

#include "core/store/rows.h"

#include <bit>
#include <optional>
#include <set>

#include "core/store/columns.h"
#include "core/text/code_points.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

Cell cell(std::string_view text) { return std::string(text); }
Cell cell(const std::string& text) { return text; }
Cell cell(std::size_t number) { return static_cast<std::int64_t>(number); }
Cell cell(std::int64_t number) { return number; }
Cell cell(int number) { return static_cast<std::int64_t>(number); }
Cell cell(bool truth) { return static_cast<std::int64_t>(truth ? 1 : 0); }
Cell cell(double number) { return number; }
template <typename T>
Cell cell(const std::optional<T>& value) {
  return value ? cell(*value) : Cell{};
}
Cell known(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

class RowMaker {
 public:
  RowMaker(const Article& article, Rows& rows) : text_(article.text), points_(article.text), rows_(rows) {}

  void add(const Article& article);
  void add(const Entity& entity) {
    row("article_entity", number(entities_), name_of(entity.kind), entity.name, entity.role);
  }
  void add(const Claim& claim);
  void add(const NameFact& fact);
  void add(const MentionFact& fact);
  void add(const QuantityFact& fact);
  void add(const TimeFact& fact);
  void add(const RoleFact& fact);
  void add(const StatementFact& fact);
  void add(const QuoteFact& fact);
  void add(const CitationFact& fact);
  void add(const SummaryFact& fact) {
    row("summary", number(summaries_), cell(fact.claim), name_of(fact.zone), fact.span.of(text_), bytes(fact.span),
        points(fact.span));
  }
  void add(const PartFact& fact) { row("part", number(parts_), fact.whole, fact.part, fact.complete); }

 private:
  struct Pair {  // a span as two cells
    Cell begin;
    Cell end;
  };
  static Pair bytes(Span span) { return {cell(span.begin), cell(span.end)}; }
  static Pair bytes(const std::optional<Span>& span) { return span ? bytes(*span) : Pair{}; }
  Pair points(Span span) const { return bytes(points_.from_bytes(span)); }

  static void append(std::vector<Cell>& cells, Pair pair) {
    cells.push_back(std::move(pair.begin));
    cells.push_back(std::move(pair.end));
  }
  static void append(std::vector<Cell>& cells, Cell value) { cells.push_back(std::move(value)); }
  template <typename T>
  static void append(std::vector<Cell>& cells, const T& value) {
    cells.push_back(cell(value));
  }
  template <typename... Values>
  static std::vector<Cell> cells_of(const Values&... values) {
    std::vector<Cell> cells;
    cells.reserve(2 * sizeof...(values));
    (append(cells, values), ...);
    return cells;
  }
  template <typename... Values>
  void row(std::string_view table, const Values&... values) {
    rows_.parts.push_back({table, cells_of(values...)});
  }
  void stand(std::string_view view, const std::vector<std::string>& keys, std::size_t fact) {
    for (const std::string& key : keys) rows_.blocks.push_back({{std::string(view), key}, fact});
  }
  static std::size_t number(std::size_t& counter) { return counter++; }

  std::string_view text_;
  CodePoints points_;
  Rows& rows_;
  std::size_t entities_ = 0, claims_ = 0, names_ = 0, mentions_ = 0, quantities_ = 0, times_ = 0, roles_ = 0,
              statements_ = 0, quotes_ = 0, citations_ = 0, parts_ = 0, summaries_ = 0;
};

void RowMaker::add(const Article& article) {
  const auto value_of = [](const std::optional<Stated>& stated) { return stated ? Cell{stated->value} : Cell{}; };
  const auto span_of = [](const std::optional<Stated>& stated) { return bytes(stated ? stated->span : std::nullopt); };
  const std::optional<Dateline>& dateline = article.dateline;
  rows_.article = cells_of(article.media_type, value_of(article.title), span_of(article.title), json_of(article.byline),
                           value_of(article.outlet), span_of(article.outlet), known(article.published.edtf),
                           name_of(article.published.basis), bytes(article.published.span),
                           dateline ? Cell{dateline->place} : Cell{}, dateline ? Cell{dateline->date} : Cell{},
                           dateline ? Cell{dateline->agency} : Cell{},
                           bytes(dateline ? std::optional(dateline->span) : std::nullopt), article.language,
                           article.text, json_of(article.offsets.entries), json_of(article.warnings));
  std::size_t zones = 0;
  for (const Zone& zone : article.zones) row("zone", number(zones), name_of(zone.kind), bytes(zone.span));
}

void RowMaker::add(const Claim& claim) {
  const Span whole{claim.content.front().begin, claim.content.back().end};
  const Speaker none;
  const Speaker& speaker = claim.speaker ? *claim.speaker : none;
  const auto of_speaker = [&](Cell value) { return claim.speaker ? std::move(value) : Cell{}; };
  row("claim", number(claims_), claim.id, name_of(claim.type), name_of(claim.zone), name_of(claim.act),
      name_of(claim.modality), json_of(claim.content), json_of(claim.quoted), content_text(claim, text_), points(whole),
      claim.speaker.has_value(), bytes(speaker.span), of_speaker(speaker.mention), of_speaker(speaker.name),
      of_speaker(cell(name_of(speaker.kind))), of_speaker(speaker.role), cell(speaker.entity), bytes(claim.cue),
      claim.nested_in, json_of(claim.via), known(claim.said.edtf), name_of(claim.said.basis), claim.confidence,
      claim.why);
}

void RowMaker::add(const NameFact& fact) {
  stand("names", fact.keys, names_);
  row("name", number(names_), cell(fact.claim), fact.entity, fact.name, name_of(fact.form), fact.role, fact.mentions,
      bytes(fact.first), bytes(fact.last), points(fact.first), points(fact.last));
}

void RowMaker::add(const MentionFact& fact) {
  const Mention& mention = fact.value;
  row("mention", number(mentions_), cell(fact.claim), cell(fact.name), mention.entity, mention.text,
      name_of(mention.form), mention.role, bytes(mention.span), points(mention.span));
}

void RowMaker::add(const QuantityFact& fact) {
  const Quantity& value = fact.value;
  stand("quantities", fact.keys, quantities_);
  row("quantity", number(quantities_), cell(fact.claim), cell(value.low), cell(value.high), value.unit,
      name_of(value.modifier), value.rate, value.ordinal, value.noun, fact.noun_class, fact.topic, fact.event,
      json_of(fact.anchors), fact.scope, fact.as_of, value.span.of(text_), bytes(value.span), bytes(value.number),
      bytes(value.noun_span), points(value.span));
}

void RowMaker::add(const TimeFact& fact) {
  const Time& value = fact.value;
  stand("times", fact.keys, times_);
  row("time", number(times_), cell(fact.claim), value.edtf, value.duration, value.vague, value.weekday_misfit,
      value.needs_anchor, fact.predicate, fact.event, json_of(fact.anchors), cell(fact.first_day), cell(fact.last_day),
      value.span.of(text_), bytes(value.span), points(value.span));
}

void RowMaker::add(const RoleFact& fact) {
  stand("roles", fact.keys, roles_);
  row("role", number(roles_), cell(fact.claim), fact.entity, fact.name, fact.role, fact.as_of, bytes(fact.span),
      points(fact.span));
}

void RowMaker::add(const StatementFact& fact) {
  stand("statements", fact.keys, statements_);
  row("statement", number(statements_), fact.claim, fact.polarity, fact.predicate, json_of(fact.anchors));
}

void RowMaker::add(const QuoteFact& fact) {
  stand("quotes", fact.keys, quotes_);
  row("quote", number(quotes_), fact.claim, fact.span.of(text_), bytes(fact.span), points(fact.span));
}

void RowMaker::add(const CitationFact& fact) {
  stand("citations", fact.keys, citations_);
  row("citation", number(citations_), fact.claim, fact.outlet);
}

// Collects the first thing that does not belong.
class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  void span(Span span, std::string_view what) {
    if (span.begin > span.end || span.end > text_.size() || !border(span.begin) || !border(span.end)) {
      wrong(std::string(what) + " [" + std::to_string(span.begin) + ", " + std::to_string(span.end) +
            ") is no stretch of the text");
    }
  }
  void span(const std::optional<Span>& maybe, std::string_view what) {
    if (maybe) span(*maybe, what);
  }
  void index(std::size_t index, std::size_t size, std::string_view what) {
    if (index >= size) wrong(std::string(what) + " " + std::to_string(index) + " is out of range");
  }
  void index(const std::optional<std::size_t>& maybe, std::size_t size, std::string_view what) {
    if (maybe) index(*maybe, size, what);
  }
  void wrong(std::string message) {
    if (first_.empty()) first_ = std::move(message);
  }
  [[nodiscard]] const std::string& first() const { return first_; }

 private:
  [[nodiscard]] bool border(std::size_t byte) const {
    return byte == text_.size() || (static_cast<unsigned char>(text_[byte]) & 0xC0U) != 0x80U;
  }

  std::string_view text_;
  std::string first_;
};

void check(Checker& checker, const Quantity& quantity) {
  checker.span(quantity.span, "a figure's span");
  checker.span(quantity.number, "a figure's number");
  checker.span(quantity.noun_span, "a figure's noun");
}

void check(Checker& checker, const Article& article) {
  const auto stated = [&](const std::optional<Stated>& value, std::string_view what) {
    if (value) checker.span(value->span, what);
  };
  for (const Zone& zone : article.zones) checker.span(zone.span, "a zone");
  for (const Stated& author : article.byline) checker.span(author.span, "the byline");
  stated(article.title, "the title");
  stated(article.outlet, "the outlet");
  checker.span(article.published.span, "the publication date");
  if (article.dateline) checker.span(article.dateline->span, "the dateline");
}

void check(Checker& checker, const Extraction& extraction) {
  std::set<std::string_view> ids;
  for (const Claim& claim : extraction.claims) {
    if (!ids.insert(claim.id).second) checker.wrong("two claims with the id '" + claim.id + "'");
    if (claim.content.empty()) checker.wrong("claim " + claim.id + " has no content");
    for (const Span& span : claim.content) checker.span(span, "a claim's content");
    for (const Span& span : claim.quoted) checker.span(span, "a claim's quoted words");
    checker.span(claim.cue, "a claim's cue");
    if (!claim.speaker) continue;
    checker.span(claim.speaker->span, "a claim's speaker");
    checker.index(claim.speaker->entity, extraction.entities.size(), "a speaker's entity");
  }
}

void check(Checker& checker, const Facts& facts, std::size_t claims, std::size_t entities) {
  for (const NameFact& fact : facts.names) {
    checker.index(fact.claim, claims, "a name's claim");
    checker.index(fact.entity, entities, "a name's entity");
    checker.span(fact.first, "a name's first place");
    checker.span(fact.last, "a name's last place");
  }
  for (const MentionFact& fact : facts.mentions) {
    checker.index(fact.claim, claims, "a mention's claim");
    checker.index(fact.name, facts.names.size(), "a mention's name");
    checker.index(fact.value.entity, entities, "a mention's entity");
    checker.span(fact.value.span, "a mention");
  }
  for (const QuantityFact& fact : facts.quantities) {
    checker.index(fact.claim, claims, "a figure's claim");
    check(checker, fact.value);
  }
  for (const TimeFact& fact : facts.times) {
    checker.index(fact.claim, claims, "a time's claim");
    checker.span(fact.value.span, "a time");
  }
  for (const RoleFact& fact : facts.roles) {
    checker.index(fact.claim, claims, "a role's claim");
    checker.index(fact.entity, entities, "a role's entity");
    checker.span(fact.span, "a role's name");
  }
  for (const StatementFact& fact : facts.statements) checker.index(fact.claim, claims, "a statement's claim");
  for (const SummaryFact& fact : facts.summaries) {
    checker.span(fact.span, "a summary");
    checker.index(fact.claim, claims, "a summary's claim");
  }
  for (const PartFact& fact : facts.parts) {
    checker.index(fact.whole, facts.quantities.size(), "a whole's figure");
    checker.index(fact.part, facts.quantities.size(), "a part's figure");
  }
  for (const CitationFact& fact : facts.citations) checker.index(fact.claim, claims, "a citation's claim");
  for (const QuoteFact& fact : facts.quotes) {
    checker.index(fact.claim, claims, "a quote's claim");
    checker.span(fact.span, "a quote");
  }
}

// Type and length before the bytes, so that no two lists of cells run together.
void digest(std::string& bytes, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    bytes += "i" + std::to_string(*number) + ";";
  } else if (const auto* real = std::get_if<double>(&cell)) {
    bytes += "d" + std::to_string(std::bit_cast<std::uint64_t>(*real)) + ";";
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    bytes += "t" + std::to_string(text->size()) + ":" + *text;
  } else {
    bytes += "n;";
  }
}

}  // namespace

Result<Done> check_whole(const Article& article, const Extraction& extraction, const Facts& facts) {
  Checker checker(article.text);
  check(checker, article);
  check(checker, extraction);
  check(checker, facts, extraction.claims.size(), extraction.entities.size());
  if (checker.first().empty()) return Done{};
  return Error{ErrorCode::malformed, article.id, checker.first(), "please report this with the article", ""};
}

Rows rows_of(const Article& article, const Extraction& extraction, const Facts& facts) {
  Rows rows;
  RowMaker make(article, rows);
  make.add(article);
  for (const Entity& entity : extraction.entities) make.add(entity);
  for (const Claim& claim : extraction.claims) make.add(claim);
  for (const NameFact& fact : facts.names) make.add(fact);
  for (const MentionFact& fact : facts.mentions) make.add(fact);
  for (const QuantityFact& fact : facts.quantities) make.add(fact);
  for (const TimeFact& fact : facts.times) make.add(fact);
  for (const RoleFact& fact : facts.roles) make.add(fact);
  for (const StatementFact& fact : facts.statements) make.add(fact);
  for (const QuoteFact& fact : facts.quotes) make.add(fact);
  for (const CitationFact& fact : facts.citations) make.add(fact);
  for (const PartFact& fact : facts.parts) make.add(fact);
  for (const SummaryFact& fact : facts.summaries) make.add(fact);
  rows.shingles = facts.shingles;
  return rows;
}

std::string reading_of(const Rows& rows) {
  std::string bytes;
  for (const Cell& cell : rows.article) digest(bytes, cell);
  for (const StoredRow& row : rows.parts) {
    bytes += row.table;
    for (const Cell& cell : row.cells) digest(bytes, cell);
  }
  return sha256_hex(bytes);
}

std::string placing_of(const Rows& rows) {
  std::set<std::string> lines;
  for (const FactInBlock& fact : rows.blocks) {
    std::string line;
    for (const Cell& part : {cell(fact.block.view), cell(fact.block.key), cell(fact.fact)}) digest(line, part);
    lines.insert(std::move(line));
  }
  std::string bytes;
  for (const std::string& line : lines) bytes += line;
  return sha256_hex(bytes);
}

}  // namespace hearsay

#pragma once
// What leaves the desk: a Report, assembled once from the store, and the writers that put it on paper or hand it to
// other programs (docs/formats.md). The same store, the same rules and the same `at` give the same bytes. A report
// walks the whole way back: decision, flag, claims, sentence, bytes.
//
//   Result<Report> report = assemble(store, {}, {.at = now, .program = "hearsay 0.1.0"});
//   out << markdown(*report);

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/store/store.h"
#include "core/text/code_points.h"
#include "core/value/decision.h"
#include "core/value/flag.h"
#include "core/value/result.h"
#include "core/value/source.h"

namespace hearsay {

// What a report is about. All empty: everything. Of several the first in this order counts.
struct ReportScope {
  std::string flag;     // flag id or unique prefix
  std::string claim;    // "article#claim" or claim id: flags that rest on it
  std::string entity;   // entity id, or a name as written: what they said, its flags, their spellings
  std::string article;  // article id
  std::string outlet;   // part of the outlet's name, without regard to ASCII case
  std::string query;    // words as ClaimFilter::search takes them: the claims that have them, their flags

  [[nodiscard]] bool everything() const {
    return flag.empty() && claim.empty() && entity.empty() && article.empty() && outlet.empty() && query.empty();
  }
};

struct ReportHeader {
  std::string at;            // RFC 3339, given by the caller
  std::string program;       // "hearsay 0.1.0"
  std::string rules_sha256;  // of all rule files the flags were found with; filled by assemble()
  std::string store_sha256;  // Store::state_hash(StateOf::what_holds); filled by assemble()
  std::string log_sha256;    // hash of the log's last entry, 64 zeros for an empty log; filled by assemble()
};

// Who passed it on: the speaker, whoever told it for them, outlets in between, this outlet.
enum class LinkKind { speaker, teller, agency, outlet };

struct ReportLink {
  std::string name;  // "outlet not named" where it is not known
  LinkKind kind = LinkKind::speaker;

  friend bool operator==(const ReportLink&, const ReportLink&) = default;
};

// A claim of the report: where its article stands in Report::articles, and where it stands among that article's claims.
struct ReportClaimRef {
  std::size_t article = 0;
  std::size_t claim = 0;

  friend auto operator<=>(const ReportClaimRef&, const ReportClaimRef&) = default;
};

// One place a flag rests on, with the words around it. before + words + after is one unbroken stretch of the article's
// text.
struct ReportPlace {
  std::size_t article = 0;           // index into Report::articles
  std::optional<std::size_t> claim;  // index into that article's claims; none where no claim holds the place
  Span span;                         // bytes of the article's text
  std::string before;
  std::string words;
  std::string after;
  std::vector<Span> differing;  // bytes of `words`: what the other side does not say; may be empty
};

struct ReportFlag {
  Flag flag;
  std::vector<ReportPlace> places;
  // Oldest first: its own, and the wider one about another flag that its status follows from.
  std::vector<DecisionEntry> decisions;
  std::size_t articles = 0;          // that its evidence lies in
  std::vector<std::string> origins;  // where these have it from: article ids, or outlets that nobody here has read
};

struct ReportSpelling {
  std::string text;
  std::size_t article = 0;  // index into Report::articles
  std::size_t count = 0;
  Span first;  // bytes of that article's text
};

struct ReportName {
  std::string id;  // of the entity
  std::string name;
  EntityKind kind = EntityKind::person;
  std::string role;
  std::vector<ReportSpelling> spellings;

  // Spellings of one wording in different articles count once.
  [[nodiscard]] std::size_t wordings() const;
};

struct ReportArticle {
  ArticleEntry entry;
  std::size_t source = 0;  // index into Report::sources
  Article article;
  CodePoints points;                      // of article.text
  std::vector<StoredClaim> claims;        // all, in order of the text
  std::size_t attributed = 0;             // claims with a speaker other than the outlet
  std::size_t flags = 0;                  // flags of this report that rest on it
  std::vector<StoredClaim> not_claims{};  // what people decided to be no claim, in order of the text
};

// What a decision is about, and the article (an index into Report::articles) that says it.
struct DecidedClaim {
  std::size_t article = 0;
  const StoredClaim* claim = nullptr;  // the report's
};

struct Report {
  ReportHeader header;
  std::string about;                     // "everything", "flag 01ab…", "article fire": the scope in words
  std::vector<ReportFlag> flags;         // by severity, rule, subject
  std::vector<ReportFlag> retired;       // of everything: disputes that no rule finds any more, in the same order
  std::vector<ReportClaimRef> claims;    // of a claim, person, outlet or query: theirs; else empty
  std::vector<ReportName> names;         // everyone named in its articles, by name; anonymous ones not
  std::vector<ReportArticle> articles;   // in order of ingest; of everything with superseded versions
  std::vector<Source> sources;           // of the articles, each once, in their order
  std::vector<DecisionEntry> decisions;  // about its flags, names, claims and rules, in the order of the log

  [[nodiscard]] const StoredClaim& claim(ReportClaimRef ref) const { return articles[ref.article].claims[ref.claim]; }
  // The claim a decision is about: by its id, else by its words in the same article. None: it is about no claim, or
  // about one that is not in the report.
  [[nodiscard]] std::optional<DecidedClaim> claim_of(const DecisionEntry& entry) const;
  // The article's title, its id where it has none.
  [[nodiscard]] std::string title_of(std::size_t article) const;
  // Innermost speaker first, this outlet last. A claim inside another goes through that one's speaker.
  [[nodiscard]] std::vector<ReportLink> chain_of(ReportClaimRef ref) const;
};

// not_found, conflict: as the store says of the scope's id; not_found: no outlet of that name. Reads only.
Result<Report> assemble(Store& store, const ReportScope& scope, ReportHeader header);

std::string_view name_of(LinkKind kind);  // "speaker", "teller", "agency", "outlet"

// Documents for people, UTF-8, ending in a newline. HTML is one file without scripts or addresses to fetch; plain is
// for a terminal or a mail, wrapped to `columns`, without control characters.
std::string html(const Report& report);
std::string markdown(const Report& report);
std::string plain(const Report& report, std::size_t columns = 80);

// For other programs; docs/formats.md has an example of each and says who reads it.
inline constexpr const char* kReportFormat = "hearsay report 1";  // of json(); a change that breaks readers counts up
std::string json(const Report& report);                           // docs/report.schema.json
enum class ReportTable { flags, claims, names };
std::string csv(const Report& report, ReportTable table);
std::string prov_json(const Report& report);                    // W3C PROV-JSON
std::string prov_turtle(const Report& report);                  // W3C PROV-O
std::string schema_org(const Report& report);                   // JSON-LD: Claim, Quotation, ClaimReview
std::string annotations(const Report& report);                  // W3C Web Annotation
std::string follow_the_money(const Report& report);             // entities, a JSON object a line
std::string follow_the_money_statements(const Report& report);  // the same, a property value a line

}  // namespace hearsay

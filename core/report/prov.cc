#include "core/report/prov.h"

#include <set>

#include "core/report/iri.h"
#include "core/report/words.h"

namespace hearsay {
namespace {

using Kind = ProvNode::Kind;
using Tie = ProvRelation::Kind;

class Weaver {
 public:
  explicit Weaver(const Report& report) : report_(report) {}

  ProvGraph run() {
    program_ = "program:" + percent_encoded(report_.header.program);
    node(Kind::agent, program_, {"prov:SoftwareAgent"}, {{"prov:label", report_.header.program}});
    for (const Source& source : report_.sources) add_source(source);
    for (std::size_t i = 0; i < report_.articles.size(); ++i) add_article(i);
    for (const ReportFlag& flag : report_.flags) add_flag(flag);
    for (const DecisionEntry& entry : report_.decisions) {
      if (!seen_.contains("decision:" + entry.decision.id)) add_decision(entry, "");
    }
    return std::move(graph_);
  }

 private:
  void node(Kind kind, const std::string& name, std::vector<std::string> types,
            const std::vector<ProvAttribute>& attributes) {
    if (!seen_.insert(name).second) return;
    ProvNode made{kind, name, std::move(types), {}};
    for (const ProvAttribute& attribute : attributes) {
      if (!attribute.value.empty()) made.attributes.push_back(attribute);
    }
    graph_.nodes.push_back(std::move(made));
  }
  void tie(Tie kind, const std::string& subject, const std::string& object) {
    graph_.relations.push_back({kind, subject, object});
  }

  void add_source(const Source& source) {
    node(Kind::entity, source_name(source), {"hs:Source"},
         {{"prov:label", source.name},
          {"hs:sha256", source.sha256},
          {"hs:mediaType", source.media_type},
          {"hs:url", source.url},
          {"hs:received", source.received}});
  }

  std::string outlet(const std::string& name) {
    const std::string known = outlet_name(name);
    node(Kind::agent, known, {"prov:Organization", "hs:Outlet"}, {{"prov:label", name}});
    return known;
  }

  void add_article(std::size_t index) {
    const ReportArticle& page = report_.articles[index];
    const std::string article = article_name(page);
    node(Kind::entity, article, {"hs:Article"},
         {{"prov:label", report_.title_of(index)},
          {"hs:published", page.entry.published},
          {"hs:publishedBasis", std::string(name_of(page.entry.published_basis))}});
    const std::string reading = "reading:" + percent_encoded(page.entry.id);
    node(Kind::activity, reading, {"hs:Reading"}, {{"prov:label", "reading of " + page.entry.id}});
    tie(Tie::association, reading, program_);
    tie(Tie::usage, reading, source_name(report_.sources[page.source]));
    tie(Tie::generation, article, reading);
    tie(Tie::derivation, article, source_name(report_.sources[page.source]));
    if (!page.entry.outlet.empty()) tie(Tie::attribution, article, outlet(page.entry.outlet));
    for (const ReportArticle& newer : report_.articles) {
      if (newer.entry.id == page.entry.superseded_by) tie(Tie::revision, article_name(newer), article);
    }
    for (const StoredClaim& claim : page.claims) add_claim(page, claim, reading);
  }

  void add_claim(const ReportArticle& page, const StoredClaim& stored, const std::string& reading) {
    const Claim& claim = stored.claim;
    const std::string name = claim_name(stored);
    const Span points = page.points.from_bytes({claim.content.front().begin, claim.content.back().end});
    node(Kind::entity, name, {"hs:Claim"},
         {{"prov:value", stored.text},
          {"hs:type", std::string(name_of(claim.type))},
          {"hs:modality", std::string(name_of(claim.modality))},
          {"hs:said", claim.said.edtf},
          {"hs:begin", std::to_string(points.begin)},
          {"hs:end", std::to_string(points.end)}});
    tie(Tie::generation, name, reading);
    const bool quoted = claim.type == ClaimType::direct || claim.type == ClaimType::mixed;
    tie(quoted ? Tie::quotation : Tie::derivation, name, article_name(page));
    if (claim.type != ClaimType::assertion && claim.speaker) tie(Tie::attribution, name, speaker(stored));
    for (std::size_t i = 0; i < claim.via.size(); ++i) {
      const std::string report =
          "report:" + percent_encoded(page.entry.id) + ":" + claim.id + ":" + std::to_string(i + 1);
      node(Kind::entity, report, {"hs:Report"}, {{"prov:label", "what " + claim.via[i] + " reported"}});
      tie(Tie::attribution, report, outlet(claim.via[i]));
      tie(Tie::primary_source, name, report);
    }
    for (const StoredClaim& outer : page.claims) {
      if (!claim.nested_in.empty() && outer.claim.id == claim.nested_in)
        tie(Tie::primary_source, name, claim_name(outer));
    }
  }

  std::string speaker(const StoredClaim& stored) {
    const Speaker& who = *stored.claim.speaker;
    const std::string name = speaker_iri_name(stored);
    const char* type =
        who.kind == SpeakerKind::person || who.kind == SpeakerKind::anonymous ? "prov:Person" : "prov:Organization";
    node(Kind::agent, name, {type, "hs:Speaker"},
         {{"prov:label", who.name}, {"hs:kind", std::string(name_of(who.kind))}, {"hs:role", who.role}});
    return name;
  }

  void add_flag(const ReportFlag& row) {
    const Flag& flag = row.flag;
    const std::string name = flag_name(flag);
    const std::string rule = "rule:" + percent_encoded(flag.rule) + ":" + flag.rule_sha256;
    const std::string check = "check:" + percent_encoded(flag.rule);
    node(Kind::entity, rule, {"prov:Plan", "hs:Rule"},
         {{"prov:label", flag.rule_title}, {"hs:sha256", flag.rule_sha256}});
    if (!seen_.contains(check)) {
      node(Kind::activity, check, {"hs:Check"}, {{"prov:label", "check by " + flag.rule}});
      graph_.relations.push_back({Tie::association, check, program_, rule});
    }
    node(Kind::entity, name, {"hs:Flag"},
         {{"prov:value", flag.message},
          {"hs:kind", flag.kind},
          {"hs:severity", std::string(name_of(flag.severity))},
          {"hs:status", std::string(name_of(flag.status))}});
    tie(Tie::generation, name, check);
    std::set<std::string> sources;
    for (const ReportPlace& place : row.places) {
      const ReportArticle& page = report_.articles[place.article];
      sources.insert(place.claim ? claim_name(page.claims[*place.claim]) : article_name(page));
    }
    for (const std::string& source : sources) tie(Tie::derivation, name, source);
    for (const DecisionEntry& entry : row.decisions) add_decision(entry, name);
  }

  // `about`: the entity it is about; empty where it is none of this graph.
  void add_decision(const DecisionEntry& entry, const std::string& about) {
    const Decision& decision = entry.decision;
    const std::string name = "decision:" + decision.id;
    const std::string review = "review:" + decision.id;
    const std::string reviewer = "reviewer:" + percent_encoded(decision.by);
    node(Kind::agent, reviewer, {"prov:Person", "hs:Reviewer"}, {{"prov:label", decision.by}});
    node(Kind::activity, review, {"hs:Review"}, {{"prov:label", "review of " + decision.subject}});
    node(Kind::entity, name, {"hs:Decision"},
         {{"prov:value", verdict_of(decision)},
          {"hs:subject", decision.subject},
          {"hs:note", decision.note},
          {"hs:scope", decision.about == "flag" ? std::string(name_of(decision.scope)) : ""},
          {"hs:state", std::string(name_of(entry.state))}});
    tie(Tie::association, review, reviewer);
    if (!about.empty()) tie(Tie::usage, review, about);
    graph_.relations.push_back({Tie::generation, name, review, "", decision.at});
    tie(Tie::attribution, name, reviewer);
    if (!about.empty()) tie(Tie::derivation, name, about);
    if (seen_.contains("decision:" + decision.replaces)) tie(Tie::revision, name, "decision:" + decision.replaces);
  }

  const Report& report_;
  std::string program_;
  std::set<std::string> seen_;
  ProvGraph graph_;
};

}  // namespace

ProvGraph prov_graph(const Report& report) { return Weaver(report).run(); }

}  // namespace hearsay

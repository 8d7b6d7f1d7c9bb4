// PROV-O in Turtle: every relation in its plain form (prov:wasQuotedFrom) and in its qualified one
// (prov:qualifiedQuotation), which says what the plain one cannot: the rule a check followed, when a decision was made.

#include <fmt/format.h>

#include "core/report/iri.h"
#include "core/report/prov.h"

namespace hearsay {
namespace {

std::string iri(const std::string& name) { return fmt::format("<{}{}>", kNamespace, name); }

std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
          out += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
        else
          out += c;
    }
  }
  return out + "\"";
}

// Words of the ontology for one relation.
struct Terms {
  const char* plain;
  const char* qualified;
  const char* type;    // class of the qualified node
  const char* object;  // its property that holds the object
};

Terms terms_of(ProvRelation::Kind kind) {
  using Kind = ProvRelation::Kind;
  switch (kind) {
    case Kind::derivation:
      return {"wasDerivedFrom", "qualifiedDerivation", "Derivation", "entity"};
    case Kind::quotation:
      return {"wasQuotedFrom", "qualifiedQuotation", "Quotation", "entity"};
    case Kind::primary_source:
      return {"hadPrimarySource", "qualifiedPrimarySource", "PrimarySource", "entity"};
    case Kind::revision:
      return {"wasRevisionOf", "qualifiedRevision", "Revision", "entity"};
    case Kind::generation:
      return {"wasGeneratedBy", "qualifiedGeneration", "Generation", "activity"};
    case Kind::usage:
      return {"used", "qualifiedUsage", "Usage", "entity"};
    case Kind::attribution:
      return {"wasAttributedTo", "qualifiedAttribution", "Attribution", "agent"};
    case Kind::association:
      return {"wasAssociatedWith", "qualifiedAssociation", "Association", "agent"};
  }
  return {};
}

const char* class_of(ProvNode::Kind kind) {
  switch (kind) {
    case ProvNode::Kind::entity:
      return "prov:Entity";
    case ProvNode::Kind::agent:
      return "prov:Agent";
    case ProvNode::Kind::activity:
      return "prov:Activity";
  }
  return "";
}

// What PROV writes as attributes, in the words of RDF.
std::string property_of(const std::string& attribute) { return attribute == "prov:label" ? "rdfs:label" : attribute; }

std::string node_text(const ProvNode& node) {
  std::string out = fmt::format("{} a {}", iri(node.name), class_of(node.kind));
  for (const std::string& type : node.types) out += ", " + type;
  for (const ProvAttribute& attribute : node.attributes)
    out += fmt::format(" ;\n  {} {}", property_of(attribute.name), literal(attribute.value));
  return out + " .\n";
}

std::string relation_text(const ProvRelation& relation) {
  const Terms terms = terms_of(relation.kind);
  std::string out =
      fmt::format("{} prov:{} {} ;\n  prov:{} [ a prov:{} ; prov:{} {}", iri(relation.subject), terms.plain,
                  iri(relation.object), terms.qualified, terms.type, terms.object, iri(relation.object));
  if (!relation.plan.empty()) out += " ; prov:hadPlan " + iri(relation.plan);
  if (!relation.time.empty()) out += fmt::format(" ; prov:atTime {}^^xsd:dateTime", literal(relation.time));
  return out + " ] .\n";
}

}  // namespace

std::string prov_turtle(const Report& report) {
  std::string out = fmt::format(
      "@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
      "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n@prefix hs: <{}> .\n\n",
      kNamespace);
  const ProvGraph graph = prov_graph(report);
  for (const ProvNode& node : graph.nodes) out += node_text(node);
  out += "\n";
  for (const ProvRelation& relation : graph.relations) out += relation_text(relation);
  return out;
}

}  // namespace hearsay

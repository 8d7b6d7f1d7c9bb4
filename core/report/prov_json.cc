// PROV-JSON (W3C member submission of 24 April 2013): records by kind, each under its name; relations under names of
// their own. Our qualified names are in the namespace "hs".

#include <array>

#include "core/report/iri.h"
#include "core/report/json_fields.h"
#include "core/report/prov.h"

namespace hearsay {
namespace {

struct RelationForm {
  const char* record;   // its section
  const char* subject;  // its arguments
  const char* object;
  const char* type;  // the subtype it bears; nullptr for none
};

RelationForm form_of(ProvRelation::Kind kind) {
  using Kind = ProvRelation::Kind;
  switch (kind) {
    case Kind::derivation:
      return {"wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", nullptr};
    case Kind::quotation:
      return {"wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", "prov:Quotation"};
    case Kind::primary_source:
      return {"wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", "prov:PrimarySource"};
    case Kind::revision:
      return {"wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", "prov:Revision"};
    case Kind::generation:
      return {"wasGeneratedBy", "prov:entity", "prov:activity", nullptr};
    case Kind::usage:
      return {"used", "prov:activity", "prov:entity", nullptr};
    case Kind::attribution:
      return {"wasAttributedTo", "prov:entity", "prov:agent", nullptr};
    case Kind::association:
      return {"wasAssociatedWith", "prov:activity", "prov:agent", nullptr};
  }
  return {};
}

std::string qualified(const std::string& name) { return "hs:" + name; }

void write_type(JsonPage& json, std::string_view type) {
  json.begin();
  json.text("$", type);
  json.text("type", "prov:QUALIFIED_NAME");
  json.end();
}

void write_nodes(JsonPage& json, const ProvGraph& graph, ProvNode::Kind kind, const char* section) {
  json.begin(section);
  for (const ProvNode& node : graph.nodes) {
    if (node.kind != kind) continue;
    json.begin(qualified(node.name));
    json.begin_list("prov:type");
    for (const std::string& type : node.types) write_type(json, type);
    json.end_list();
    for (const ProvAttribute& attribute : node.attributes) json.text(attribute.name, attribute.value);
    json.end();
  }
  json.end();
}

void write_relations(JsonPage& json, const ProvGraph& graph, std::string_view section) {
  json.begin(section);
  for (std::size_t i = 0; i < graph.relations.size(); ++i) {
    const ProvRelation& relation = graph.relations[i];
    const RelationForm form = form_of(relation.kind);
    if (section != form.record) continue;
    json.begin("_:r" + std::to_string(i + 1));
    json.text(form.subject, qualified(relation.subject));
    json.text(form.object, qualified(relation.object));
    if (form.type != nullptr) {
      json.key("prov:type");
      write_type(json, form.type);
    }
    if (!relation.plan.empty()) json.text("prov:plan", qualified(relation.plan));
    json.given("prov:time", relation.time);
    json.end();
  }
  json.end();
}

}  // namespace

std::string prov_json(const Report& report) {
  const ProvGraph graph = prov_graph(report);
  JsonPage json;
  json.begin();
  json.begin("prefix");
  json.text("hs", kNamespace);
  json.text("prov", "http://www.w3.org/ns/prov#");
  json.end();
  write_nodes(json, graph, ProvNode::Kind::entity, "entity");
  write_nodes(json, graph, ProvNode::Kind::agent, "agent");
  write_nodes(json, graph, ProvNode::Kind::activity, "activity");
  for (const char* section : {"wasGeneratedBy", "used", "wasDerivedFrom", "wasAttributedTo", "wasAssociatedWith"})
    write_relations(json, graph, section);
  json.end();
  return json.taken() + "\n";
}

}  // namespace hearsay

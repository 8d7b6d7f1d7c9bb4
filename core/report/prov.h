#pragma once
// The report as a graph of the W3C's PROV data model, once for both of its notations. Private to core/report.
//
// Entities: sources, articles, claims, what an outlet in between reported, flags, decisions, rules. Agents: speakers,
// outlets, reviewers, the program. Activities: the reading of an article, the check by a rule, a person's review.

#include <string>
#include <vector>

#include "core/report/report.h"

namespace hearsay {

struct ProvAttribute {
  std::string name;   // "prov:label", "prov:value", or one of ours: "hs:modality"
  std::string value;  // text, UTF-8

  friend bool operator==(const ProvAttribute&, const ProvAttribute&) = default;
};

struct ProvNode {
  enum class Kind { entity, agent, activity };
  Kind kind = Kind::entity;
  std::string name;                       // local part in kNamespace
  std::vector<std::string> types;         // "hs:Claim", "prov:Person"
  std::vector<ProvAttribute> attributes;  // each name once

  friend bool operator==(const ProvNode&, const ProvNode&) = default;
};

struct ProvRelation {
  enum class Kind {
    derivation,      // subject (entity) from object (entity)
    quotation,       // likewise, word for word
    primary_source,  // likewise, first hand
    revision,        // likewise, a newer one of the same
    generation,      // subject (entity) by object (activity)
    usage,           // subject (activity) of object (entity)
    attribution,     // subject (entity) to object (agent)
    association,     // subject (activity) with object (agent)
  };
  Kind kind = Kind::derivation;
  std::string subject;  // local parts
  std::string object;
  std::string plan{};  // of an association: the rule; else empty
  std::string time{};  // of a generation: RFC 3339; empty if not known

  friend bool operator==(const ProvRelation&, const ProvRelation&) = default;
};

struct ProvGraph {
  std::vector<ProvNode> nodes;  // each name once, in order of first use
  std::vector<ProvRelation> relations;
};

ProvGraph prov_graph(const Report& report);

}  // namespace hearsay

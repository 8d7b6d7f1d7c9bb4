#pragma once
// Entities of single articles to entities across articles. Never by a chain: two clusters are joined only when every
// name of the one can be the name of every name of the other, so that "Wexfordi" does not tie Greg to John. What
// people decided outranks what names say.
//
//   Joined joined = join(entities, {{0, 3, false}}, names);
//   joined.clusters[0].members, joined.clusters[0].reasons
//
// A pure function; the same input gives the same output.

#include <cstddef>
#include <string>
#include <vector>

#include "core/compare/names.h"
#include "core/value/entity.h"

namespace hearsay {

// An entity as one article has it.
struct ArticleEntity {
  std::string name;  // its fullest form there
  EntityKind kind = EntityKind::person;
  std::string role;     // as stated; empty if none is
  std::string article;  // id
};

// What a person said of two entities, by index.
struct JoinDecision {
  std::size_t a = 0;
  std::size_t b = 0;
  bool same = true;
};

struct Cluster {
  std::vector<std::size_t> members;  // indices, ascending
  std::vector<std::string> reasons;  // one for each join that made it; empty for a cluster of one

  friend bool operator==(const Cluster&, const Cluster&) = default;
};

// Two entities that could have been joined and were not.
struct Apart {
  std::size_t a = 0;
  std::size_t b = 0;
  std::string reason;

  friend bool operator==(const Apart&, const Apart&) = default;
};

struct Joined {
  std::vector<Cluster> clusters;  // every entity stands in one; in order of the first member
  std::vector<Apart> apart;       // in order of a, then b

  friend bool operator==(const Joined&, const Joined&) = default;
};

// Persons are compared by name; entities of other kinds are joined when their folded names and kinds are equal;
// anonymous ones never are, but by decision. Two persons of one article stay two. A decision that contradicts another
// one (a = b, b = c, a /= c) is not followed where that would join what was parted; it is listed under `apart`. Indices
// in decisions must be below entities.size(); others are ignored.
Joined join(const std::vector<ArticleEntity>& entities, const std::vector<JoinDecision>& decisions,
            const NameComparer& names);

}  // namespace hearsay

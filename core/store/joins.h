#pragma once
// Entities that people joined. entity.stands_for is a function of two things alone, the entities stored and the
// standing decisions about names, so that taking a decision back restores what was there before. Private to core/store.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/value/decision.h"
#include "core/value/result.h"

namespace hearsay {

class Joins {
 public:
  explicit Joins(Database& db);  // reads the standing decisions about names

  [[nodiscard]] bool any() const { return !same_.empty(); }

  // conflict: two names decided to be different are joined by way of others. `latest` is the decision just made: the
  // message shows the ones it contradicts.
  [[nodiscard]] std::optional<Error> contradiction(const Decision& latest) const;

  // Brings entity.stands_for up to date; the articles that name a changed entity are to be checked.
  void write();

 private:
  [[nodiscard]] std::string root_of(const std::string& id) const;
  // The decisions that lead from one entity to another, shortest way.
  [[nodiscard]] std::vector<const Decision*> way(const std::string& from, const std::string& to) const;
  std::map<std::string, std::string> wanted() const;  // entity → the one it stands for

  Database& db_;
  std::vector<Decision> same_;
  std::vector<Decision> different_;
  std::map<std::string, std::string> parent_;
};

}  // namespace hearsay

#pragma once
// What names stand for. An Entity is made by resolution inside one article; the store joins entities across articles,
// and people's decisions outrank both.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/claim.h"
#include "core/value/span.h"

namespace hearsay {

enum class EntityKind { person, organization, government, place, outlet, anonymous };

struct Entity {
  std::string name;  // fullest form of the article: "Helena Durán"; "anonymous: resident in the northern province"
  EntityKind kind = EntityKind::person;
  std::string role;  // as stated at its fullest: "UN special investigator"; empty if none is

  friend bool operator==(const Entity&, const Entity&) = default;
};

enum class MentionForm { full, surname, given, truncated, acronym, title, description, pronoun };

struct Mention {
  Span span;         // the name without its title: "Wexfordi", or the description: "a source in ..."
  std::string text;  // its words
  MentionForm form = MentionForm::full;
  std::size_t entity = 0;  // index into Extraction::entities
  std::string role;        // role stated right beside this mention; empty if none is

  friend bool operator==(const Mention&, const Mention&) = default;
};

// All that extraction finds in one article.
struct Extraction {
  std::vector<Claim> claims;         // by first content byte
  std::vector<Entity> entities;      // in order of first mention
  std::vector<Mention> mentions;     // in order of the text
  std::vector<Quantity> quantities;  // every one of the article outside furniture, claims or not, in order
  std::vector<Time> times;           // likewise

  friend bool operator==(const Extraction&, const Extraction&) = default;
};

std::string_view name_of(EntityKind kind);
std::string_view name_of(MentionForm form);
std::optional<EntityKind> entity_kind_named(std::string_view name);
std::optional<MentionForm> mention_form_named(std::string_view name);

}  // namespace hearsay

// Full names first, over the whole article, so that a headline's surname finds its owner further down; then every
// reference in order of the text, with a history of what was mentioned where; then what a headline left open. Persons
// are told here; bodies, descriptions and pronouns in files of their own. Known limit: one gender a person.

#include "core/resolve/entities.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "core/resolve/bodies.h"
#include "core/resolve/cast.h"
#include "core/resolve/descriptions.h"
#include "core/resolve/person_names.h"
#include "core/resolve/pronouns.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kNameReach = 5;  // sentences back in which one of several people of a surname is looked for
constexpr std::size_t kBodyReach = 3;  // sentences ahead for "a rights group" whose name follows

class Resolver {
 public:
  Resolver(std::string_view text, const std::vector<Reference>& references, const NameWords& name_words)
      : references_(references),
        name_words_(name_words),
        cast_(text, references),
        persons_(name_words),
        bodies_(cast_),
        descriptions_(cast_, bodies_, name_words),
        pronouns_(cast_) {}

  Resolution run() {
    made_.resize(references_.size());
    continued_.resize(references_.size());
    runner_up_.resize(references_.size());
    std::vector<std::size_t> order(references_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const Reference& left = references_[a];
      const Reference& right = references_[b];
      return std::pair(left.span.end, left.members.size()) < std::pair(right.span.end, right.members.size());
    });
    for (const std::size_t i : order) note_full_name(i);
    for (const std::size_t i : order) {
      if (!is_deferred(references_[i])) settle(i);
    }
    for (const std::size_t i : order) {
      if (is_deferred(references_[i])) settle_deferred(i);
    }
    return finish();
  }

 private:
  [[nodiscard]] std::string_view words_of(const Reference& reference) const { return cast_.words_of(reference); }

  // A headline's "Source" or "Company" waits for the body's "A source in ..." or "Acme Holdings".
  static bool is_deferred(const Reference& reference) {
    return reference.form == MentionForm::description && reference.bare && !reference.fresh && reference.known.empty();
  }

  void note_full_name(std::size_t i) {
    const Reference& reference = references_[i];
    const bool alone = reference.form == MentionForm::full && reference.members.empty();
    if (reference.kind != EntityKind::person || !alone) return;
    const std::vector<std::string> parts = name_parts(words_of(reference));
    if (parts.size() < 2 || is_one_word(words_of(reference))) return;  // "Soyinka-Cole" is a surname
    const std::optional<std::size_t> known = persons_.find_full(parts);
    const std::size_t person =
        known ? *known : cast_.add(std::string(words_of(reference)), EntityKind::person, reference);
    Cast::Member& member = cast_[person];
    if (known && name_parts(member.entity.name).size() < parts.size())
      member.entity.name = std::string(words_of(reference));
    if (member.gender == Gender::unknown) member.gender = reference.gender;
    member.attested = member.attested || reference.attested;
    persons_.add(person, parts);
    made_[i] = person;
  }

  static bool is_one_word(std::string_view name) { return name.find_first_of(" \n") == std::string_view::npos; }

  void settle(std::size_t i) {
    if (references_[i].relative) {
      const auto antecedent = pronouns_.antecedent(references_[i]);
      if (antecedent && stands_right_before(references_[antecedent->reference], references_[i]))
        continued_[i] = antecedent->reference;
    }
    if (!made_[i]) made_[i] = entity_for(i);
    cast_.mention(*made_[i], i);
  }

  // "a pilot who", "Ann Lee, who"
  static bool stands_right_before(const Reference& antecedent, const Reference& relative) {
    constexpr std::size_t kMostBytes = 2;  // a comma and a space
    return antecedent.span.end <= relative.span.begin && relative.span.begin - antecedent.span.end <= kMostBytes;
  }

  void settle_deferred(std::size_t i) {
    if (!made_[i]) made_[i] = descriptions_.stands_for_deferred(references_[i]);
  }

  std::size_t entity_for(std::size_t i) {
    const Reference& reference = references_[i];
    if (reference.spoken_by) return speaker_of(reference);
    if (!reference.members.empty()) return joint(reference);
    if (reference.form == MentionForm::pronoun) {
      const Pronouns::Choice choice = pronouns_.stands_for(reference);
      runner_up_[i] = choice.runner_up;
      return choice.entity;
    }
    if (reference.form == MentionForm::description) return descriptions_.stands_for(reference);
    if (reference.kind == EntityKind::person) return single_name(i);
    return bodies_.named(reference);
  }

  // "I" and "we": whoever is quoted, who may be named only behind the quotation.
  std::size_t speaker_of(const Reference& reference) {
    if (!made_[*reference.spoken_by]) made_[*reference.spoken_by] = entity_for(*reference.spoken_by);
    return *made_[*reference.spoken_by];
  }

  // --- persons

  std::size_t single_name(std::size_t i) {
    const Reference& reference = references_[i];
    const std::vector<std::string> parts = name_parts(words_of(reference));
    const std::string word = parts.empty() ? std::string() : parts.back();
    std::vector<std::size_t> candidates = persons_.find_word(word);
    std::erase_if(candidates, [&](std::size_t person) { return !cast_.agrees(person, reference.gender); });
    if (candidates.empty()) {
      const std::size_t person = cast_.add(std::string(words_of(reference)), EntityKind::person, reference);
      if (!parts.empty()) persons_.add(person, parts);
      return person;
    }
    const std::size_t meant = candidates.size() == 1 ? candidates.front() : meant_by(word, candidates, reference);
    last_meant_[word] = meant;
    const std::vector<std::string> full = name_parts(cast_.entity(meant).name);
    if (full.size() > 1 && full.back() == word) cast_[meant].attested = true;  // bodies are cut to their first word
    if (candidates.size() > 1) runner_up_[i] = candidates[candidates.front() == meant ? 1 : 0];
    return meant;
  }

  std::size_t meant_by(const std::string& word, const std::vector<std::size_t>& candidates,
                       const Reference& reference) const {
    const auto is_candidate = [&](std::size_t entity) {
      return std::find(candidates.begin(), candidates.end(), entity) != candidates.end();
    };
    const auto meant = last_meant_.find(word);
    const bool known = meant != last_meant_.end() && is_candidate(meant->second);
    std::optional<std::size_t> latest;
    for (auto at = cast_.latest(); at != cast_.oldest(); ++at) {
      const Reference& before = cast_.reference(*at);
      if (!is_candidate(at->entity)) continue;
      if (before.sentence + 1 >= reference.sentence && !before.possessive) return at->entity;
      if (!latest) latest = at->entity;
      if (known || before.sentence + kNameReach < reference.sentence) break;
    }
    if (known) return meant->second;
    return latest.value_or(candidates.front());
  }

  std::size_t joint(const Reference& reference) {
    std::vector<std::size_t> members;
    const auto add_member = [&](std::size_t entity) {
      if (std::find(members.begin(), members.end(), entity) == members.end()) members.push_back(entity);
    };
    for (const std::size_t i : reference.members) {
      if (!made_[i]) settle(i);
      const auto inner = joined_.find(*made_[i]);
      if (inner == joined_.end()) {
        add_member(*made_[i]);
      } else {
        for (const std::size_t entity : inner->second) add_member(entity);
      }
    }
    if (members.size() == 1) return members.front();
    std::vector<std::size_t> key = members;
    std::sort(key.begin(), key.end());
    if (const auto at = joints_.find(key); at != joints_.end()) return at->second;
    std::string name;
    bool nameless = true;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const Entity& member = cast_.entity(members[i]);
      nameless = nameless && member.kind == EntityKind::anonymous;
      if (i > 0) name += i + 1 == members.size() ? " and " : ", ";
      name += member.name.starts_with(kAnonymous) ? member.name.substr(kAnonymous.size()) : member.name;
    }
    const EntityKind kind = nameless ? EntityKind::anonymous : cast_.entity(members.front()).kind;
    const std::size_t entity = cast_.add(nameless ? std::string(kAnonymous) + name : name, kind, reference);
    cast_[entity].plural = true;
    descriptions_.note_joint(entity);
    joined_.emplace(entity, members);
    joints_.emplace(std::move(key), entity);
    return entity;
  }

  // "a city-based rights group" whose name stands in one of the next sentences.
  void join_named_later(const std::vector<std::size_t>& order, std::vector<std::size_t>& stands_for) const {
    for (std::size_t k = 0; k < order.size(); ++k) {
      const Reference& reference = references_[order[k]];
      const std::size_t entity = *made_[order[k]];
      if (reference.form != MentionForm::description || reference.head.empty() || !reference.known.empty()) continue;
      if (cast_.entity(entity).kind != EntityKind::organization) continue;
      for (std::size_t n = k + 1; n < order.size(); ++n) {
        const Reference& later = references_[order[n]];
        if (later.sentence > reference.sentence + kBodyReach) break;
        const bool named = later.form == MentionForm::full && later.kind == EntityKind::organization;
        if (!named || *made_[order[n]] == entity || !has_word(fold(words_of(later)), reference.head)) continue;
        stands_for[entity] = *made_[order[n]];
        break;
      }
    }
  }

  Resolution finish() {
    std::vector<std::size_t> stands_for(cast_.size());
    std::iota(stands_for.begin(), stands_for.end(), std::size_t{0});
    std::vector<std::size_t> order(references_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return references_[a].span < references_[b].span; });
    join_named_later(order, stands_for);
    Resolution resolution;
    std::vector<std::optional<std::size_t>> place(cast_.size());  // of an entity in the result
    for (const std::size_t i : order) {
      const std::size_t entity = stands_for[*made_[i]];
      if (place[entity]) continue;
      place[entity] = resolution.entities.size();
      resolution.entities.push_back(cast_.entity(entity));
    }
    for (std::size_t i = 0; i < references_.size(); ++i) {
      const Reference& reference = references_[i];
      const std::size_t entity = *place[stands_for[*made_[i]]];
      const Reference& shown = continued_[i] ? references_[*continued_[i]] : reference;
      resolution.mentions.push_back({shown.span, std::string(words_of(shown)),
                                     form_of(reference, resolution.entities[entity]), entity, reference.role});
      const auto second = runner_up_[i] ? place[stands_for[*runner_up_[i]]] : std::nullopt;
      resolution.runners_up.push_back(second == entity ? std::nullopt : second);
    }
    return resolution;
  }

  // A name that is shorter than the entity's tells which part of it was left.
  [[nodiscard]] MentionForm form_of(const Reference& reference, const Entity& entity) const {
    if (reference.form != MentionForm::full || !reference.members.empty()) return reference.form;
    if (reference.kind != EntityKind::person) {
      const bool letters = is_all_capitals(words_of(reference)) && words_of(reference) != entity.name;
      return letters ? MentionForm::acronym : MentionForm::full;
    }
    const std::vector<std::string> parts = name_parts(words_of(reference));
    const std::vector<std::string> whole = name_parts(entity.name);
    if (parts.size() >= whole.size() || parts.empty()) return MentionForm::full;
    const bool family_first = name_words_.is(whole.front(), Trait::family_first) && whole.size() > 2;
    if (parts.size() == 1) {
      const bool surname = parts.front() == (family_first ? whole.front() : whole.back());
      return surname ? MentionForm::surname : MentionForm::given;
    }
    return parts.back() == whole.back() && parts.front() == whole.front() ? MentionForm::full : MentionForm::truncated;
  }

  const std::vector<Reference>& references_;
  const NameWords& name_words_;
  Cast cast_;
  PersonNames persons_;
  Bodies bodies_;
  Descriptions descriptions_;
  Pronouns pronouns_;
  std::vector<std::optional<std::size_t>> made_;            // by reference: its entity
  std::vector<std::optional<std::size_t>> continued_;       // by reference: of "who", the reference it continues
  std::vector<std::optional<std::size_t>> runner_up_;       // by reference: the entity that came second
  std::map<std::string, std::size_t> last_meant_;           // a family name alone -> whom it meant last
  std::map<std::vector<std::size_t>, std::size_t> joints_;  // sorted members -> the joint speaker
  std::map<std::size_t, std::vector<std::size_t>> joined_;  // a joint speaker -> its members as written
};

}  // namespace

Resolution resolve(std::string_view text, const std::vector<Reference>& references, const NameWords& name_words) {
  return Resolver(text, references, name_words).run();
}

std::string_view without_article(std::string_view phrase) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (phrase.starts_with(article)) return phrase.substr(article.size());
  }
  return phrase;
}

std::string singular(std::string_view noun) {
  std::string one(noun);
  if (one == "people") return "person";
  if (one.ends_with("men")) {
    one.replace(one.size() - 2, 1, "a");
  } else if (one.ends_with("ies") && one.size() > 4) {
    one.replace(one.size() - 3, 3, "y");
  } else if (one.ends_with("sses")) {
    one.resize(one.size() - 2);
  } else if (one.ends_with('s') && !one.ends_with("ss") && !one.ends_with("us") && one.size() > 3) {
    one.pop_back();
  }
  return one;
}

}  // namespace hearsay

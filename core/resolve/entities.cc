// Full names first, over the whole article, so that a headline's surname finds its owner further down; then every
// reference in order of the text, with a history of what was mentioned where. Known limits: one gender a person; "they"
// for a single person is found only where no group is near; cataphora ("When he arrived, Lee said") is not resolved.

#include "core/resolve/entities.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "core/resolve/person_names.h"
#include "core/text/normalise.h"

namespace hearsay {
namespace {

constexpr std::size_t kPronounReach = 5;  // sentences back
constexpr std::size_t kBodyReach = 3;     // sentences ahead for "a rights group" whose name follows
constexpr std::ptrdiff_t kMemory = 1000;  // mentions back that a description or surname may reach
constexpr std::string_view kAnonymous = "anonymous: ";

std::string body_key(std::string_view name) { return unaccented(without_article(name)); }

// "Transitional Justice Working Group" -> "tjwg"
std::string initials_of(std::string_view name) {
  std::string letters;
  bool at_start = true;
  for (const char c : name) {
    if (at_start && c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    at_start = c == ' ' || c == '-' || c == '\n';
  }
  return letters;
}

bool has_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const bool begins = at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-';
    std::string_view behind = folded.substr(at + word.size());
    if (behind.starts_with("s ") || behind == "s") behind.remove_prefix(1);
    if (begins && (behind.empty() || behind.front() == ' ' || behind.front() == '-')) return true;
  }
  return false;
}

// What was mentioned, in order.
struct Seen {
  std::size_t entity = 0;
  std::size_t reference = 0;
};

class Resolver {
 public:
  Resolver(std::string_view text, const std::vector<Reference>& references, const NameWords& name_words)
      : text_(text), references_(references), persons_(name_words), name_words_(name_words) {}

  Resolution run() {
    made_.resize(references_.size());
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
  [[nodiscard]] std::string_view words_of(const Reference& reference) const { return reference.span.of(text_); }

  // A headline's "Source" waits for the body's "A source in ...".
  static bool is_deferred(const Reference& reference) {
    return reference.form == MentionForm::description && reference.bare && !reference.fresh &&
           reference.kind == EntityKind::anonymous;
  }

  std::size_t add(std::string name, EntityKind kind, const Reference& reference) {
    entities_.push_back({std::move(name), kind, reference.role});
    genders_.push_back(reference.gender);
    plural_.push_back(reference.plural);
    return entities_.size() - 1;
  }

  void note_full_name(std::size_t i) {
    const Reference& reference = references_[i];
    const bool alone = reference.form == MentionForm::full && reference.members.empty();
    if (reference.kind != EntityKind::person || !alone) return;
    const std::vector<std::string> parts = name_parts(words_of(reference));
    if (parts.size() < 2) return;
    const std::optional<std::size_t> known = persons_.find_full(parts);
    const std::size_t person = known ? *known : add(std::string(words_of(reference)), EntityKind::person, reference);
    if (known && name_parts(entities_[person].name).size() < parts.size())
      entities_[person].name = std::string(words_of(reference));
    if (genders_[person] == Gender::unknown) genders_[person] = reference.gender;
    persons_.add(person, parts);
    made_[i] = person;
  }

  void settle(std::size_t i) {
    const Reference& reference = references_[i];
    const std::size_t entity = made_[i] ? *made_[i] : entity_for(i);
    made_[i] = entity;
    Entity& known = entities_[entity];
    if (reference.role.size() > known.role.size() && reference.form != MentionForm::description)
      known.role = reference.role;
    if (genders_[entity] == Gender::unknown) genders_[entity] = reference.gender;
    seen_.push_back({entity, i});
  }

  [[nodiscard]] std::vector<Seen>::const_reverse_iterator oldest() const {
    return seen_.rbegin() + std::min<std::ptrdiff_t>(kMemory, std::ssize(seen_));
  }

  std::size_t entity_for(std::size_t i) {
    const Reference& reference = references_[i];
    if (!reference.members.empty()) return joint(reference);
    if (reference.form == MentionForm::pronoun) return pronoun(reference);
    if (reference.form == MentionForm::description) return description(reference);
    if (reference.kind == EntityKind::person) return single_name(reference);
    return body(reference);
  }

  // --- persons

  std::size_t single_name(const Reference& reference) {
    const std::vector<std::string> parts = name_parts(words_of(reference));
    const std::string word = parts.empty() ? std::string() : parts.back();
    std::vector<std::size_t> candidates = persons_.find_word(word);
    std::erase_if(candidates, [&](std::size_t person) { return !agrees(person, reference.gender); });
    if (candidates.empty()) {
      const std::size_t person = add(std::string(words_of(reference)), EntityKind::person, reference);
      if (!parts.empty()) persons_.add(person, parts);
      return person;
    }
    const std::size_t meant = candidates.size() == 1 ? candidates.front() : meant_by(word, candidates, reference);
    last_meant_[word] = meant;
    return meant;
  }

  [[nodiscard]] bool agrees(std::size_t entity, Gender gender) const {
    return gender == Gender::unknown || genders_[entity] == Gender::unknown || genders_[entity] == gender;
  }

  std::size_t meant_by(const std::string& word, const std::vector<std::size_t>& candidates,
                       const Reference& reference) const {
    const auto is_candidate = [&](std::size_t entity) {
      return std::find(candidates.begin(), candidates.end(), entity) != candidates.end();
    };
    const auto meant = last_meant_.find(word);
    const bool known = meant != last_meant_.end() && is_candidate(meant->second);
    std::optional<std::size_t> latest;
    for (auto at = seen_.rbegin(); at != oldest(); ++at) {
      const Reference& before = references_[at->reference];
      if (!is_candidate(at->entity)) continue;
      if (before.sentence + 1 >= reference.sentence && !before.possessive) return at->entity;
      if (!latest) latest = at->entity;
      if (known || before.sentence + kPronounReach < reference.sentence) break;
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
      const Entity& member = entities_[members[i]];
      nameless = nameless && member.kind == EntityKind::anonymous;
      if (i > 0) name += i + 1 == members.size() ? " and " : ", ";
      name += member.name.starts_with(kAnonymous) ? member.name.substr(kAnonymous.size()) : member.name;
    }
    const EntityKind kind = nameless ? EntityKind::anonymous : entities_[members.front()].kind;
    const std::size_t entity = add(nameless ? std::string(kAnonymous) + name : name, kind, reference);
    plural_[entity] = true;
    joined_.emplace(entity, members);
    joints_.emplace(std::move(key), entity);
    return entity;
  }

  // --- bodies

  std::size_t body(const Reference& reference) {
    const std::string written(words_of(reference));
    const std::string name = reference.known.empty() ? written : reference.known;
    const std::string key = body_key(name);
    const auto known = bodies_.find(key);
    std::optional<std::size_t> entity;
    if (known != bodies_.end()) entity = known->second;
    if (!entity && is_all_capitals(written)) {
      if (const auto full = by_initials_.find(unaccented(written)); full != by_initials_.end()) entity = full->second;
    }
    if (!entity) {
      entity = add(name, reference.kind, reference);
      if (reference.kind != EntityKind::place) by_initials_.emplace(initials_of(name), *entity);
    }
    bodies_.emplace(key, *entity);
    raise_kind(*entity, reference.kind);
    return *entity;
  }

  // A country that speaks is its government.
  void raise_kind(std::size_t entity, EntityKind kind) {
    if (entities_[entity].kind == EntityKind::place && kind != EntityKind::place) entities_[entity].kind = kind;
  }

  // --- descriptions

  std::size_t description(const Reference& reference) {
    if (!reference.known.empty()) return body(reference);
    if (reference.kind == EntityKind::anonymous) return anonymous(reference);
    if (const auto named = named_body(reference)) return *named;
    if (reference.kind == EntityKind::government && reference.head.starts_with("government")) {
      if (const auto country = latest_country()) {
        raise_kind(*country, EntityKind::government);
        return *country;
      }
    }
    return body(reference);
  }

  // "the ministry": the latest body whose name holds the noun; "a rights group": one that is named soon after.
  [[nodiscard]] std::optional<std::size_t> named_body(const Reference& reference) const {
    const auto fits = [&](const Entity& entity) {
      return (entity.kind == EntityKind::organization || entity.kind == EntityKind::government) &&
             has_word(fold(entity.name), reference.head);
    };
    if (!reference.fresh) {
      for (auto at = seen_.rbegin(); at != oldest(); ++at) {
        if (fits(entities_[at->entity])) return at->entity;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> latest_country() const {
    for (auto at = seen_.rbegin(); at != oldest(); ++at) {
      const bool known = !references_[at->reference].known.empty();
      if (known && !name_words_.demonym_of(entities_[at->entity].name).empty()) return at->entity;
    }
    return std::nullopt;
  }

  std::size_t anonymous(const Reference& reference) {
    if (!reference.fresh) {
      if (const auto earlier = earlier_voice(reference)) return *earlier;
      if (const auto introduced = introduced_as(reference)) return *introduced;
    }
    const std::string described(without_article(words_of(reference)));
    const std::size_t entity = add(std::string(kAnonymous) + described, EntityKind::anonymous, reference);
    if (entities_[entity].role.empty()) entities_[entity].role = described;
    voices_[{reference.head, reference.plural}] = entity;
    first_voices_.emplace(std::pair(reference.head, reference.plural), entity);
    return entity;
  }

  // The latest voice of the same noun and number.
  [[nodiscard]] std::optional<std::size_t> earlier_voice(const Reference& reference) const {
    const auto at = voices_.find({reference.head, reference.plural});
    if (at == voices_.end()) return std::nullopt;
    return at->second;
  }

  // "the ambassador", "the defectors": those whose stated role holds the noun.
  [[nodiscard]] std::optional<std::size_t> introduced_as(const Reference& reference) const {
    if (reference.head.empty()) return std::nullopt;
    if (reference.plural) {
      for (const auto& [members, entity] : joints_) {
        if (has_word(fold(entities_[entity].role), reference.head)) return entity;
      }
      return std::nullopt;
    }
    for (auto at = seen_.rbegin(); at != oldest(); ++at) {
      const Entity& entity = entities_[at->entity];
      if (entity.kind == EntityKind::person && !plural_[at->entity] && has_word(fold(entity.role), reference.head))
        return at->entity;
    }
    return std::nullopt;
  }

  void settle_deferred(std::size_t i) {
    const auto first = first_voices_.find({references_[i].head, references_[i].plural});
    if (first == first_voices_.end()) return settle(i);
    made_[i] = first->second;
  }

  // --- pronouns

  std::size_t pronoun(const Reference& reference) {
    if (reference.relative) return antecedent(reference);
    std::optional<std::size_t> best;
    int best_score = 0;
    for (auto at = seen_.rbegin(); at != seen_.rend(); ++at) {
      const Reference& before = references_[at->reference];
      if (before.sentence + kPronounReach < reference.sentence) break;
      if (!can_be(at->entity, reference)) continue;
      const int distance = static_cast<int>(reference.sentence - std::min(before.sentence, reference.sentence));
      const int score =
          20 - 3 * distance + (before.speaks ? 4 : 0) + (before.first ? 2 : 0) - (before.possessive ? 3 : 0);
      if (score > best_score) {
        best_score = score;
        best = at->entity;
      }
    }
    if (best) return *best;
    for (auto at = seen_.rbegin(); at != oldest(); ++at) {
      if (references_[at->reference].speaks && can_be(at->entity, reference)) return at->entity;
    }
    const EntityKind kind = reference.gender == Gender::neuter ? EntityKind::organization : EntityKind::person;
    return unspecified(kind, reference);
  }

  // "who", "which": what the same sentence mentioned last.
  std::size_t antecedent(const Reference& reference) {
    if (!seen_.empty() && references_[seen_.back().reference].sentence == reference.sentence)
      return seen_.back().entity;
    return unspecified(EntityKind::person, reference);
  }

  std::size_t unspecified(EntityKind kind, const Reference& reference) {
    const auto [at, is_new] = unspecified_.emplace(kind, 0);
    if (is_new) at->second = add("unspecified", kind, reference);
    return at->second;
  }

  [[nodiscard]] bool can_be(std::size_t entity, const Reference& reference) const {
    const EntityKind kind = entities_[entity].kind;
    if (entities_[entity].name == "unspecified") return false;
    const bool human = kind == EntityKind::person || kind == EntityKind::anonymous;
    if (reference.plural) return plural_[entity] || (!human && kind != EntityKind::place);
    if (plural_[entity]) return false;
    if (reference.gender == Gender::neuter) return !human && kind != EntityKind::place;
    return human && agrees(entity, reference.gender);
  }

  // "a city-based rights group" whose name stands in one of the next sentences.
  void join_named_later(const std::vector<std::size_t>& order, std::vector<std::size_t>& stands_for) const {
    for (std::size_t k = 0; k < order.size(); ++k) {
      const Reference& reference = references_[order[k]];
      const std::size_t entity = *made_[order[k]];
      if (reference.form != MentionForm::description || reference.head.empty() || !reference.known.empty()) continue;
      if (entities_[entity].kind != EntityKind::organization) continue;
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
    std::vector<std::size_t> stands_for(entities_.size());
    std::iota(stands_for.begin(), stands_for.end(), std::size_t{0});
    std::vector<std::size_t> order(references_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return references_[a].span < references_[b].span; });
    join_named_later(order, stands_for);
    Resolution resolution;
    std::vector<std::optional<std::size_t>> place(entities_.size());  // of an entity in the result
    for (const std::size_t i : order) {
      const std::size_t entity = stands_for[*made_[i]];
      if (place[entity]) continue;
      place[entity] = resolution.entities.size();
      resolution.entities.push_back(entities_[entity]);
    }
    for (std::size_t i = 0; i < references_.size(); ++i) {
      const Reference& reference = references_[i];
      const std::size_t entity = *place[stands_for[*made_[i]]];
      resolution.mentions.push_back({reference.span, std::string(words_of(reference)),
                                     form_of(reference, resolution.entities[entity]), entity, reference.role});
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

  std::string_view text_;
  const std::vector<Reference>& references_;
  PersonNames persons_;
  const NameWords& name_words_;
  std::vector<Entity> entities_;
  std::vector<Gender> genders_;
  std::vector<bool> plural_;
  std::vector<std::optional<std::size_t>> made_;  // by reference
  std::vector<Seen> seen_;
  std::map<std::string, std::size_t> last_meant_;  // a family name alone -> whom it meant last
  std::map<std::string, std::size_t> bodies_;
  std::map<std::string, std::size_t> by_initials_;
  std::map<std::pair<std::string, bool>, std::size_t> voices_;        // (noun, plural) -> the latest anonymous voice
  std::map<std::pair<std::string, bool>, std::size_t> first_voices_;  // the first
  std::map<std::vector<std::size_t>, std::size_t> joints_;            // sorted members -> the joint speaker
  std::map<std::size_t, std::vector<std::size_t>> joined_;            // a joint speaker -> its members as written
  std::map<EntityKind, std::size_t> unspecified_;
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

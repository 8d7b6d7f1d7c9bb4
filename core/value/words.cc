// The words of section "Words" of docs/design.md for every enumerator, in one table each, read in both directions.

#include <array>
#include <utility>

#include "core/value/article.h"
#include "core/value/claim.h"
#include "core/value/decision.h"
#include "core/value/entity.h"
#include "core/value/flag.h"
#include "core/value/quantity.h"

namespace hearsay {
namespace {

template <typename E, std::size_t N>
using NameTable = std::array<std::pair<E, std::string_view>, N>;

template <typename E, std::size_t N>
std::string_view name_in(const NameTable<E, N>& table, E value) {
  for (const auto& [key, name] : table) {
    if (key == value) return name;
  }
  return "";
}

template <typename E, std::size_t N>
std::optional<E> value_in(const NameTable<E, N>& table, std::string_view name) {
  for (const auto& [key, word] : table) {
    if (word == name) return key;
  }
  return std::nullopt;
}

constexpr NameTable<ZoneKind, 7> kZoneKinds{{{ZoneKind::headline, "headline"},
                                             {ZoneKind::standfirst, "standfirst"},
                                             {ZoneKind::bullet, "bullet"},
                                             {ZoneKind::subhead, "subhead"},
                                             {ZoneKind::body, "body"},
                                             {ZoneKind::caption, "caption"},
                                             {ZoneKind::furniture, "furniture"}}};
constexpr NameTable<DateBasis, 3> kDateBases{
    {{DateBasis::stated, "stated"}, {DateBasis::inferred, "inferred"}, {DateBasis::unknown, "unknown"}}};
constexpr NameTable<Modifier, 7> kModifiers{{{Modifier::none, "none"},
                                             {Modifier::approx, "approx"},
                                             {Modifier::over, "over"},
                                             {Modifier::under, "under"},
                                             {Modifier::at_least, "at_least"},
                                             {Modifier::at_most, "at_most"},
                                             {Modifier::fuzzy, "fuzzy"}}};
constexpr NameTable<ClaimType, 4> kClaimTypes{{{ClaimType::direct, "direct"},
                                               {ClaimType::mixed, "mixed"},
                                               {ClaimType::indirect, "indirect"},
                                               {ClaimType::assertion, "assertion"}}};
constexpr NameTable<Act, 3> kActs{{{Act::speech, "speech"}, {Act::thought, "thought"}, {Act::stance, "stance"}}};
constexpr NameTable<Modality, 6> kModalities{{{Modality::asserted, "asserted"},
                                              {Modality::possible, "possible"},
                                              {Modality::conditional, "conditional"},
                                              {Modality::intended, "intended"},
                                              {Modality::denied, "denied"},
                                              {Modality::reported_belief, "reported-belief"}}};
constexpr NameTable<SpeakerKind, 5> kSpeakerKinds{{{SpeakerKind::person, "person"},
                                                   {SpeakerKind::organization, "organization"},
                                                   {SpeakerKind::government, "government"},
                                                   {SpeakerKind::anonymous, "anonymous"},
                                                   {SpeakerKind::outlet, "outlet"}}};
constexpr NameTable<SaidBasis, 2> kSaidBases{{{SaidBasis::stated, "stated"}, {SaidBasis::publication, "publication"}}};
constexpr NameTable<EntityKind, 6> kEntityKinds{{{EntityKind::person, "person"},
                                                 {EntityKind::organization, "organization"},
                                                 {EntityKind::government, "government"},
                                                 {EntityKind::place, "place"},
                                                 {EntityKind::outlet, "outlet"},
                                                 {EntityKind::anonymous, "anonymous"}}};
constexpr NameTable<MentionForm, 8> kMentionForms{{{MentionForm::full, "full"},
                                                   {MentionForm::surname, "surname"},
                                                   {MentionForm::given, "given"},
                                                   {MentionForm::truncated, "truncated"},
                                                   {MentionForm::acronym, "acronym"},
                                                   {MentionForm::title, "title"},
                                                   {MentionForm::description, "description"},
                                                   {MentionForm::pronoun, "pronoun"}}};
constexpr NameTable<Severity, 4> kSeverities{
    {{Severity::high, "high"}, {Severity::medium, "medium"}, {Severity::low, "low"}, {Severity::info, "info"}}};
constexpr NameTable<FlagStatus, 6> kFlagStatuses{{{FlagStatus::open, "open"},
                                                  {FlagStatus::confirmed, "confirmed"},
                                                  {FlagStatus::dismissed, "dismissed"},
                                                  {FlagStatus::explained, "explained"},
                                                  {FlagStatus::stale, "stale"},
                                                  {FlagStatus::retired, "retired"}}};
constexpr NameTable<DecisionScope, 4> kDecisionScopes{{{DecisionScope::evidence, "evidence"},
                                                       {DecisionScope::flag, "flag"},
                                                       {DecisionScope::block, "block"},
                                                       {DecisionScope::sources, "sources"}}};
constexpr NameTable<DecisionState, 4> kDecisionStates{{{DecisionState::standing, "standing"},
                                                       {DecisionState::stale, "stale"},
                                                       {DecisionState::replaced, "replaced"},
                                                       {DecisionState::undone, "undone"}}};

}  // namespace

std::string_view name_of(ZoneKind v) { return name_in(kZoneKinds, v); }
std::string_view name_of(DateBasis v) { return name_in(kDateBases, v); }
std::string_view name_of(Modifier v) { return name_in(kModifiers, v); }
std::string_view name_of(ClaimType v) { return name_in(kClaimTypes, v); }
std::string_view name_of(Act v) { return name_in(kActs, v); }
std::string_view name_of(Modality v) { return name_in(kModalities, v); }
std::string_view name_of(SpeakerKind v) { return name_in(kSpeakerKinds, v); }
std::string_view name_of(SaidBasis v) { return name_in(kSaidBases, v); }
std::string_view name_of(EntityKind v) { return name_in(kEntityKinds, v); }
std::string_view name_of(MentionForm v) { return name_in(kMentionForms, v); }
std::string_view name_of(Severity v) { return name_in(kSeverities, v); }
std::string_view name_of(FlagStatus v) { return name_in(kFlagStatuses, v); }
std::string_view name_of(DecisionScope v) { return name_in(kDecisionScopes, v); }
std::string_view name_of(DecisionState v) { return name_in(kDecisionStates, v); }

std::optional<ZoneKind> zone_kind_named(std::string_view n) { return value_in(kZoneKinds, n); }
std::optional<DateBasis> date_basis_named(std::string_view n) { return value_in(kDateBases, n); }
std::optional<Modifier> modifier_named(std::string_view n) { return value_in(kModifiers, n); }
std::optional<ClaimType> claim_type_named(std::string_view n) { return value_in(kClaimTypes, n); }
std::optional<Act> act_named(std::string_view n) { return value_in(kActs, n); }
std::optional<Modality> modality_named(std::string_view n) { return value_in(kModalities, n); }
std::optional<SpeakerKind> speaker_kind_named(std::string_view n) { return value_in(kSpeakerKinds, n); }
std::optional<SaidBasis> said_basis_named(std::string_view n) { return value_in(kSaidBases, n); }
std::optional<EntityKind> entity_kind_named(std::string_view n) { return value_in(kEntityKinds, n); }
std::optional<MentionForm> mention_form_named(std::string_view n) { return value_in(kMentionForms, n); }
std::optional<Severity> severity_named(std::string_view n) { return value_in(kSeverities, n); }
std::optional<FlagStatus> flag_status_named(std::string_view n) { return value_in(kFlagStatuses, n); }
std::optional<DecisionScope> decision_scope_named(std::string_view n) { return value_in(kDecisionScopes, n); }

}  // namespace hearsay

// Each claim is filled on its own; then chains are carried on from voice to voice and nested claims are tied to the
// smallest claim whose content holds their cue. Known limit: said-dates are read from the sentence of the cue only.

#include "core/extract/claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/extract/chain.h"
#include "core/extract/token_range.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kSaidReach = 12;   // words between a cue or its speaker and the date of saying
constexpr std::size_t kAsideReach = 30;  // words between a relative and the date it takes for itself
constexpr std::size_t kNestReach = 32;   // attributions between a nested one and the one that reports it
constexpr double kAssertionConfidence = 0.7;
constexpr double kUnnamedPenalty = 0.9;  // of the confidence where the speaker could not be resolved
constexpr std::string_view kUnknownOutlet = "unknown outlet";
constexpr std::string_view kUnspecified = "unspecified";

SpeakerKind speaker_kind(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return SpeakerKind::person;
    case EntityKind::organization:
      return SpeakerKind::organization;
    case EntityKind::government:
    case EntityKind::place:
      return SpeakerKind::government;
    case EntityKind::outlet:
      return SpeakerKind::outlet;
    case EntityKind::anonymous:
      return SpeakerKind::anonymous;
  }
  return SpeakerKind::person;
}

bool holds(const std::vector<Span>& content, Span span) {
  return std::any_of(content.begin(), content.end(), [&](Span part) { return part.contains(span); });
}

bool meets(const std::vector<Span>& content, Span span) {
  return std::any_of(content.begin(), content.end(), [&](Span part) { return part.overlaps(span); });
}

class Pass {
 public:
  Pass(const Reading& reading, const Certainty& certainty, const Cues& cues)
      : reading_(reading), certainty_(certainty), cues_(cues), text_(reading.article.text) {}

  std::vector<Claim> run(const std::vector<Span>& assertions) {
    for (std::size_t i = 0; i < reading_.attributions.size(); ++i) claims_.push_back(attributed(i));
    carry_chains();
    nest();
    for (Claim& claim : claims_) came_through(claim);
    for (const Span content : assertions) claims_.push_back(assertion(content));
    const std::string hash = sha256_hex(text_);
    for (Claim& claim : claims_) claim.id = claim_id(claim, hash);
    for (std::size_t i = 0; i < outer_.size(); ++i) {
      if (outer_[i]) claims_[i].nested_in = claims_[*outer_[i]].id;
    }
    std::stable_sort(claims_.begin(), claims_.end(),
                     [](const Claim& a, const Claim& b) { return a.content.front().begin < b.content.front().begin; });
    // Two attributions of the same words to the same speaker by the same cue are one claim.
    std::set<std::string> ids;
    std::erase_if(claims_, [&ids](const Claim& claim) { return !ids.insert(claim.id).second; });
    return std::move(claims_);
  }

 private:
  Claim attributed(std::size_t i) const {
    const Attribution& attribution = reading_.attributions[i];
    Claim claim = with_content(attribution.content);
    claim.type = attribution.verbatim ? ClaimType::direct : type_of(attribution.content);
    if (attribution.verbatim) claim.quoted = attribution.content;
    claim.cue = attribution.cue;
    claim.modality = certainty_.of(reading_.words, attribution.content, attribution.cue);
    claim.act = act_of(attribution, claim.modality);
    claim.confidence = attribution.confidence;
    claim.why = attribution.why;
    claim.speaker = speaker(reading_.mentions.speakers[i], claim);
    claim.via = outlets_between(reading_.words, reading_.names, attribution, outlet());
    claim.said = said(attribution);
    return claim;
  }

  Claim assertion(Span content) const {
    Claim claim = with_content({content});
    claim.type = ClaimType::assertion;
    claim.modality = certainty_.of(reading_.words, claim.content, std::nullopt);
    Speaker speaker;
    speaker.name = outlet().empty() ? std::string(kUnknownOutlet) : outlet();
    speaker.kind = SpeakerKind::outlet;
    claim.speaker = std::move(speaker);
    claim.said = {reading_.article.published.edtf, SaidBasis::publication};
    claim.confidence = kAssertionConfidence;
    claim.why = "nobody is cited for it";
    return claim;
  }

  [[nodiscard]] std::string outlet() const {
    return reading_.article.outlet ? reading_.article.outlet->value : std::string();
  }

  // Content, quoted words, zone, figures and times.
  [[nodiscard]] Claim with_content(const std::vector<Span>& content) const {
    Claim claim;
    claim.content = content;
    if (const Zone* zone = zone_at(reading_.article, content.front().begin)) claim.zone = zone->kind;
    for (const Span part : content) {
      for_each_in(reading_.quotations, part, [&](const Quotation& quotation) {
        const Span inside{std::max(part.begin, quotation.inside.begin), std::min(part.end, quotation.inside.end)};
        if (inside.begin < inside.end) claim.quoted.push_back(inside);
      });
      for_each_in(reading_.quantities, part, [&](const Quantity& quantity) { claim.quantities.push_back(quantity); });
      for_each_in(reading_.times, part, [&](const Time& time) {
        if (!time.vague) claim.times.push_back(time);  // "the past few years": nothing to compare
      });
    }
    return claim;
  }

  // Calls `each` for the items whose span meets `part`; items are in order and do not overlap.
  template <typename Item, typename Each>
  static void for_each_in(const std::vector<Item>& items, Span part, Each each) {
    auto at =
        std::partition_point(items.begin(), items.end(), [&](const Item& item) { return item.span.end <= part.begin; });
    for (; at != items.end() && at->span.begin < part.end; ++at) each(*at);
  }

  // By the words of the content that stand in quotation marks: all, some or none.
  [[nodiscard]] ClaimType type_of(const std::vector<Span>& content) const {
    std::size_t words = 0;
    std::size_t quoted = 0;
    for (const Span part : content) {
      const TokenRange range = tokens_in(reading_.words, part);
      for (std::size_t i = range.first; i < range.last; ++i) {
        if (reading_.words.tokens[i].kind == TokenKind::mark) continue;
        ++words;
        for_each_in(reading_.quotations, reading_.words.tokens[i].span, [&](const Quotation&) { ++quoted; });
      }
    }
    if (quoted == 0) return ClaimType::indirect;
    return quoted >= words ? ClaimType::direct : ClaimType::mixed;
  }

  [[nodiscard]] Act act_of(const Attribution& attribution, Modality modality) const {
    if (attribution.cue) {
      if (const auto act = cues_.act_of(reading_.words, *attribution.cue)) return *act;
    }
    if (modality == Modality::denied) return Act::stance;
    return modality == Modality::reported_belief ? Act::thought : Act::speech;
  }

  [[nodiscard]] Speaker speaker(std::optional<std::size_t> reference, Claim& claim) const {
    Speaker speaker;
    if (!reference) {
      speaker.name = std::string(kUnspecified);
      speaker.kind = SpeakerKind::anonymous;
      return speaker;
    }
    const Mention& mention = reading_.resolution.mentions[*reference];
    const Entity& entity = reading_.resolution.entities[mention.entity];
    speaker.span = mention.span;
    speaker.mention = mention.text;
    speaker.name = entity.name;
    speaker.kind = speaker_kind(entity.kind);
    speaker.role = mention.role.empty() ? entity.role : mention.role;
    speaker.entity = mention.entity;
    if (entity.name == kUnspecified) claim.confidence *= kUnnamedPenalty;
    if (mention.form != MentionForm::full && mention.text != entity.name)
      claim.why += "; '" + mention.text + "' stands for " + entity.name;
    if (const auto second = reading_.resolution.runners_up[*reference])
      claim.why += "; the next best was " + reading_.resolution.entities[*second].name;
    return speaker;
  }

  // The date that stands by the cue outside the content, else the day of publication.
  [[nodiscard]] Said said(const Attribution& attribution) const {
    const Said published{reading_.article.published.edtf, SaidBasis::publication};
    if (!attribution.cue) return published;
    const Words& words = reading_.words;
    const TokenRange cue = tokens_in(words, *attribution.cue);
    if (cue.empty()) return published;
    const Time* nearest = nullptr;
    std::size_t least = kSaidReach;
    for_each_in(reading_.times, words.sentences[sentence_of(words, cue.first)].span, [&](const Time& time) {
      if (time.edtf.empty() || time.vague || meets(attribution.content, time.span)) return;
      std::size_t distance = words_between(*attribution.cue, time.span);
      if (attribution.source) distance = std::min(distance, words_between(*attribution.source, time.span));
      if (distance >= least || parted(attribution, time.span) || in_relative(attribution, time.span)) return;
      least = distance;
      nearest = &time;
    });
    return nearest == nullptr ? published : Said{nearest->edtf, SaidBasis::stated};
  }

  [[nodiscard]] std::size_t words_between(Span a, Span b) const {
    const TokenRange first = tokens_in(reading_.words, a.begin < b.begin ? a : b);
    const TokenRange second = tokens_in(reading_.words, a.begin < b.begin ? b : a);
    return second.first > first.last ? second.first - first.last : 0;
  }

  // Whether content lies between the cue and the date: then it dates something else.
  [[nodiscard]] bool parted(const Attribution& attribution, Span date) const {
    const Span between{std::min(attribution.cue->end, date.end), std::max(attribution.cue->begin, date.begin)};
    return between.begin < between.end && meets(attribution.content, between);
  }

  // "Acme, which bought the mine in 2019, said": what stands behind a relative dates something else.
  [[nodiscard]] bool in_relative(const Attribution& attribution, Span date) const {
    static const std::set<std::string_view> kRelatives = {"who", "which", "whose", "whom", "where", "when"};
    const TokenRange tokens = tokens_in(reading_.words, date);
    const std::size_t sentence = reading_.words.sentences[sentence_of(reading_.words, tokens.first)].first_token;
    const std::size_t begin = std::max(sentence, tokens.first - std::min(tokens.first, kAsideReach));
    for (std::size_t i = tokens.first; i > begin; --i) {
      if (reading_.words.tokens[i - 1].span.overlaps(*attribution.cue)) return false;
      if (kRelatives.contains(reading_.words.folded[i - 1])) return true;
    }
    return false;
  }

  void carry_chains() {
    std::map<std::size_t, std::vector<std::size_t>> by_voice;  // entity -> its claims, in order of the text
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const auto& speaker = claims_[i].speaker;
      if (speaker->entity && speaker->kind != SpeakerKind::outlet) by_voice[*speaker->entity].push_back(i);
    }
    for (auto& [entity, own] : by_voice) {
      std::sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) {
        return claims_[a].content.front().begin < claims_[b].content.front().begin;
      });
      const bool nameless = reading_.resolution.entities[entity].kind == EntityKind::anonymous;
      const std::vector<std::string>* chain = nullptr;
      for (const std::size_t i : own) {
        if (!claims_[i].via.empty() && (chain == nullptr || !nameless)) chain = &claims_[i].via;
        if (!nameless && chain != nullptr) claims_[i].via = *chain;
      }
      for (const std::size_t i : own) {
        if (nameless && chain != nullptr && claims_[i].via.empty()) claims_[i].via = std::vector<std::string>(*chain);
      }
    }
  }

  void nest() {
    outer_.assign(claims_.size(), std::nullopt);
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (!reading_.attributions[i].inner) continue;
      const Span mark = claims_[i].cue ? *claims_[i].cue : claims_[i].content.front();
      std::size_t least = text_.size() + 1;
      const std::size_t last = std::min(claims_.size(), i + kNestReach);
      for (std::size_t j = i - std::min(i, kNestReach); j < last; ++j) {
        const Span whole{claims_[j].content.front().begin, claims_[j].content.back().end};
        if (i == j || !holds(claims_[j].content, mark) || whole.size() >= least) continue;
        if (claims_[i].cue && claims_[j].cue && *claims_[i].cue == *claims_[j].cue) continue;
        least = whole.size();
        outer_[i] = j;
      }
      if (!outer_[i]) continue;
      for (const std::string& outlet : claims_[*outer_[i]].via) {
        auto& via = claims_[i].via;
        if (std::find(via.begin(), via.end(), outlet) == via.end()) via.push_back(outlet);
      }
    }
  }

  // The way of the whole article lies behind the way of the words.
  void came_through(Claim& claim) const {
    for (const std::string& outlet : reading_.article.chain) {
      if (std::find(claim.via.begin(), claim.via.end(), outlet) == claim.via.end()) claim.via.push_back(outlet);
    }
  }

  const Reading& reading_;
  const Certainty& certainty_;
  const Cues& cues_;
  const std::string& text_;
  std::vector<Claim> claims_;
  std::vector<std::optional<std::size_t>> outer_;  // by claim: the claim that reports it
};

}  // namespace

std::vector<Claim> ClaimMaker::make(const Reading& reading, const std::vector<Span>& assertions) const {
  return Pass(reading, certainty_, cues_).run(assertions);
}

}  // namespace hearsay

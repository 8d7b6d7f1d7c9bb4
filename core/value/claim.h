#pragma once
// A statement: who made it, through whom it came, when, in which words, and how sure. All spans are bytes of the
// article's text.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value/article.h"
#include "core/value/edtf.h"
#include "core/value/quantity.h"
#include "core/value/span.h"

namespace hearsay {

enum class ClaimType { direct, mixed, indirect, assertion };
enum class Act { speech, thought, stance };
enum class Modality { asserted, possible, conditional, intended, denied, reported_belief };
enum class SpeakerKind { person, organization, government, anonymous, outlet };
enum class SaidBasis { stated, publication };

struct Speaker {
  std::optional<Span> span;  // the mention; none for the outlet's own voice and for passives without a holder
  std::string mention;       // the words of the span: "he", "the source", "Wexfordin"
  std::string name;  // what it resolves to in the article: "Greg Wexfordin"; "unspecified" for an unnamed holder
  SpeakerKind kind = SpeakerKind::person;
  std::string role;  // as stated beside this mention or its longest one: "director of the Committee ..."
  std::optional<std::size_t> entity;  // index into Extraction::entities

  friend bool operator==(const Speaker&, const Speaker&) = default;
};

struct Said {
  std::string edtf;  // empty: not known
  SaidBasis basis = SaidBasis::publication;

  friend bool operator==(const Said&, const Said&) = default;
};

struct Claim {
  std::string id;  // 16 hex digits, see claim_id()
  ClaimType type = ClaimType::assertion;
  ZoneKind zone = ZoneKind::body;
  Act act = Act::speech;
  Modality modality = Modality::asserted;
  std::vector<Span> content;  // in order, not empty; quotation marks and the comma or stop inside them included
  std::vector<Span> quoted;   // the quoted words in it, without their marks
  std::optional<Speaker> speaker;
  std::optional<Span> cue;
  std::string nested_in;         // id of the claim that reports this one; empty if none does
  std::vector<std::string> via;  // outlets between speaker and this outlet, nearest the speaker first
  Said said;
  std::vector<Quantity> quantities;
  std::vector<Time> times;
  double confidence = 1.0;  // [0, 1]
  std::string why;          // the pattern or features that tied content, cue and speaker: "clause after cue 'told'"

  friend bool operator==(const Claim&, const Claim&) = default;
};

// The words of the content spans, joined by " […] ".
std::string content_text(const Claim& claim, std::string_view text);

// First 16 hex digits of SHA-256 over text hash, content spans, speaker span and cue span: stable as long as the words
// are. `text_sha256` is the SHA-256 of Article::text in hex.
std::string claim_id(const Claim& claim, std::string_view text_sha256);

std::string_view name_of(ClaimType type);
std::string_view name_of(Act act);
std::string_view name_of(Modality modality);  // reported_belief is "reported-belief"
std::string_view name_of(SpeakerKind kind);
std::string_view name_of(SaidBasis basis);
std::optional<ClaimType> claim_type_named(std::string_view name);
std::optional<Act> act_named(std::string_view name);
std::optional<Modality> modality_named(std::string_view name);
std::optional<SpeakerKind> speaker_kind_named(std::string_view name);
std::optional<SaidBasis> said_basis_named(std::string_view name);

}  // namespace hearsay

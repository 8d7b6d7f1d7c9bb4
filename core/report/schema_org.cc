// schema.org in JSON-LD: an article is a NewsArticle, what is quoted word for word a Quotation, every other statement a
// Claim. A ClaimReview is written only of a rating that a person gave and that still counts.

#include "core/report/iri.h"
#include "core/report/json_fields.h"
#include "core/report/words.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

std::string id_of(const std::string& name) { return std::string(kNamespace) + name; }

void write_reference(JsonPage& json, std::string_view key, const std::string& name) {
  json.begin(key);
  json.text("@id", id_of(name));
  json.end();
}

// schema.org takes ISO 8601 dates; what EDTF says beyond those is left out.
void write_date(JsonPage& json, std::string_view key, const std::string& edtf) {
  if (date_from_text(edtf)) json.text(key, edtf);
}

void write_article(JsonPage& json, const Report& report, std::size_t index) {
  const ReportArticle& page = report.articles[index];
  json.begin();
  json.text("@id", id_of(article_name(page)));
  json.text("@type", "NewsArticle");
  json.text("headline", report.title_of(index));
  write_date(json, "datePublished", page.entry.published);
  json.given("url", page.entry.url);
  json.given("inLanguage", page.article.language);
  if (!page.entry.outlet.empty()) {
    json.begin("publisher");
    json.text("@id", id_of(outlet_name(page.entry.outlet)));
    json.text("@type", "NewsMediaOrganization");
    json.text("name", page.entry.outlet);
    json.end();
  }
  json.begin_list("author");
  for (const Stated& author : page.article.byline) {
    json.begin();
    json.text("@type", "Person");
    json.text("name", author.value);
    json.end();
  }
  json.end_list();
  json.text("identifier", "sha256:" + page.entry.sha256);
  json.end();
}

void write_speaker(JsonPage& json, std::string_view key, const StoredClaim& stored, const ReportArticle& page) {
  const Claim& claim = stored.claim;
  if (claim.type == ClaimType::assertion || !claim.speaker) {
    if (claim.type == ClaimType::assertion && !page.entry.outlet.empty())
      write_reference(json, key, outlet_name(page.entry.outlet));
    return;
  }
  const Speaker& speaker = *claim.speaker;
  const bool body = speaker.kind == SpeakerKind::organization || speaker.kind == SpeakerKind::government ||
                    speaker.kind == SpeakerKind::outlet;
  json.begin(key);
  json.text("@id", id_of(speaker_iri_name(stored)));
  json.text("@type", body ? "Organization" : "Person");
  json.text("name", speaker.name);
  if (!body) json.given("jobTitle", speaker.role);
  json.end();
}

void write_claim(JsonPage& json, const ReportArticle& page, const StoredClaim& stored) {
  const bool quotation = stored.claim.type == ClaimType::direct;
  json.begin();
  json.text("@id", id_of(claim_name(stored)));
  json.text("@type", quotation ? "Quotation" : "Claim");
  json.text("text", stored.text);
  write_speaker(json, quotation ? "spokenByCharacter" : "author", stored, page);
  write_reference(json, quotation ? "isPartOf" : "appearance", article_name(page));
  write_date(json, "dateCreated", stored.claim.said.edtf);
  json.end();
}

void write_reviewed(JsonPage& json, const ReportArticle& page, const StoredClaim& stored) {
  json.begin("itemReviewed");
  json.text("@id", id_of(claim_name(stored)));
  json.text("@type", "Claim");
  json.text("text", stored.text);
  write_speaker(json, "author", stored, page);
  write_date(json, "datePublished", stored.claim.said.edtf);
  write_reference(json, "appearance", article_name(page));
  json.end();
}

void write_rating(JsonPage& json, const Rating& rating, const std::string& why) {
  json.begin("reviewRating");
  json.text("@type", "Rating");
  if (rating.value > 0) {
    json.number("ratingValue", static_cast<std::size_t>(rating.value));
    json.number("worstRating", 1);
    json.number("bestRating", static_cast<std::size_t>(rating.best));
  }
  json.text("alternateName", rating.name);
  json.given("ratingExplanation", why);
  json.end();
}

void write_review(JsonPage& json, const Report& report, const DecisionEntry& entry) {
  const Decision& decision = entry.decision;
  const std::optional<Rating> rating = rating_in(decision.value);
  const std::optional<DecidedClaim> rated = report.claim_of(entry);
  if (!rating || !rated || rated->claim->decided("claim") != nullptr) return;
  const StoredClaim& stored = *rated->claim;
  json.begin();
  json.text("@id", id_of("decision:" + decision.id));
  json.text("@type", "ClaimReview");
  json.text("claimReviewed", stored.text);
  write_reviewed(json, report.articles[rated->article], stored);
  json.begin("author");
  json.text("@type", "Person");
  json.text("name", decision.by);
  json.end();
  json.text("datePublished", decision.at.substr(0, decision.at.find('T')));
  write_rating(json, *rating, decision.note);
  json.end();
}

}  // namespace

std::string schema_org(const Report& report) {
  JsonPage json;
  json.begin();
  json.text("@context", "https://schema.org");
  json.begin_list("@graph");
  for (std::size_t i = 0; i < report.articles.size(); ++i) write_article(json, report, i);
  for (const ReportArticle& page : report.articles) {
    for (const StoredClaim& claim : page.claims) write_claim(json, page, claim);
  }
  for (const DecisionEntry& entry : report.decisions) {
    if (entry.decision.verdict == "rated" && entry.state == DecisionState::standing) write_review(json, report, entry);
  }
  json.end_list();
  json.end();
  return json.taken() + "\n";
}

}  // namespace hearsay

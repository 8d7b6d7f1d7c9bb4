// Explanations, in the words a person reads.

#include "rules/engine/explain.h"

#include <regex>

#include "core/value/hash.h"
#include "tests/rules/shop.h"

namespace hearsay {
namespace {

class ExplainTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (HasFatalFailure()) return;
    Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::open(store_->path(), shop_comparers());
    ASSERT_TRUE(sandbox) << sandbox.error().text();
    sandbox_ = *std::move(sandbox);
  }

  // Stores "<figure> <noun>." as one article with one claim whose figure counts `noun_class` in `event`, as of a day.
  std::string ingest(const std::string& id, double figure, const std::string& noun_class, const std::string& event,
                     const std::string& as_of) {
    Article article;
    article.id = id;
    article.url = "https://example.org/" + id;
    article.text = id + ": " + std::to_string(static_cast<int>(figure)) + " people.";
    const Span content{id.size() + 2, article.text.size() - 1};
    article.zones = {{ZoneKind::body, {0, article.text.size()}}};
    Source source;
    source.bytes = article.text;
    source.name = id + ".txt";
    source.url = article.url;
    source.received = "2026-03-09T12:00:00Z";
    source.sha256 = article.sha256 = sha256_hex(source.bytes);
    Claim claim;
    claim.content = {content};
    claim.id = claim_id(claim, sha256_hex(article.text));
    Quantity quantity;
    quantity.span = quantity.number = {content.begin, article.text.find(' ', content.begin)};
    quantity.low = quantity.high = figure;
    claim.quantities = {quantity};
    Extraction extraction;
    extraction.claims = {claim};
    extraction.quantities = {quantity};
    QuantityFact fact;
    fact.claim = 0;
    fact.value = quantity;
    fact.noun_class = noun_class;
    fact.topic = "people";
    fact.event = event;
    fact.as_of = as_of;
    fact.keys = {noun_class + "||" + event};
    Facts facts;
    facts.quantities = {fact};
    const Result<IngestOutcome> outcome = store_->ingest(source, article, extraction, facts);
    if (!outcome) ADD_FAILURE() << outcome.error().text();
    return id + "#" + claim.id;
  }

  std::string why(const std::string& a, const std::string& b) {
    Explainer explainer(*store_, *sandbox_, rules_, shop_comparers());
    const Result<Explanation> explanation = explainer.claims(a, b);
    return explanation ? unwrapped(explanation->text()) : explanation.error().text();
  }

  // Without the ends of lines, which fall where the width has it.
  static std::string unwrapped(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }

  const Ruleset rules_ = load_rules({});
  std::unique_ptr<Sandbox> sandbox_;
};

TEST_F(ExplainTest, SilencesSayWhichConditionFailed) {
  const std::string first = ingest("first", 14, "dead", "fire", "2026-03-04");
  const std::pair<std::string, std::string> cases[] = {
      {ingest("later", 17, "dead", "fire", "2026-03-06"), "no conflict: update"},
      {ingest("same", 14, "dead", "fire", "2026-03-05"), "no conflict: agree"},
      {ingest("hurt", 52, "injured", "fire", "2026-03-04"), "counts 'dead'"},
      {ingest("flood", 41, "dead", "flood", "2026-03-04"), "nothing shows that it is the same event"},
      {ingest("union", 41, "dead", "fire", "2026-03-04"), "they differ"},
  };
  for (const auto& [other, reason] : cases) {
    const std::string came = why(first, other);
    EXPECT_NE(came.find(reason), std::string::npos) << came;
  }
}

TEST_F(ExplainTest, UnknownClaimsAndFlagsAreErrors) {
  Explainer explainer(*store_, *sandbox_, rules_, shop_comparers());
  EXPECT_EQ(explainer.flag("0123").error().code, ErrorCode::not_found);
  EXPECT_EQ(explainer.claims("no#0123", "none#0123").error().code, ErrorCode::not_found);
}

TEST_F(ExplainTest, NamesShowTheirLedger) {
  const Explainer explainer(*store_, *sandbox_, rules_, shop_comparers());
  const std::pair<std::pair<const char*, const char*>, const char*> cases[] = {
      {{"Ingrid Sahlén", "Ingrid Sahlen"}, "Only accents differ."},
      {{"Tomasz Wierzbicki", "Tomasz Wierzbiki"}, "'wierzbicki' / 'wierzbiki'"},
      {{"Tomasz Wierzbicki", "Anna Lim"}, "different"},
  };
  for (const auto& [names, reason] : cases) {
    const std::string came = unwrapped(explainer.names(names.first, names.second).text());
    EXPECT_NE(came.find(reason), std::string::npos) << came;
  }
}

TEST_F(ExplainTest, LinesAreNoLongerThanAScreen) {
  const std::string first = ingest("first", 14, "dead", "fire", "2026-03-04");
  const std::string other = ingest("later", 17, "dead", "fire", "2026-03-06");
  Explainer explainer(*store_, *sandbox_, rules_, shop_comparers());
  const std::string text = explainer.claims(first, other)->text();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    EXPECT_LE(end - at, 80U) << text;
    at = end + 1;
  }
  EXPECT_NE(text.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace hearsay

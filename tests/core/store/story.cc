#include "tests/core/store/story.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include "core/value/hash.h"

namespace hearsay {
namespace {

Claim claim_at(const Article& article, std::string_view words, ClaimType type) {
  Claim claim;
  claim.type = type;
  claim.content = {span_of(article.text, words)};
  claim.said = {"2020-03-02", SaidBasis::stated};
  claim.confidence = 0.75;
  claim.why = "clause after cue 'said'";
  return claim;
}

Speaker speaker_at(const Article& article, std::string_view words, std::string name, std::size_t entity) {
  Speaker speaker;
  speaker.span = span_of(article.text, words);
  speaker.mention = words;
  speaker.name = std::move(name);
  speaker.entity = entity;
  return speaker;
}

void add_claims(Story& story, const std::string& count) {
  const Article& article = story.article;
  Claim toll = claim_at(article, count + " people died at the mill", ClaimType::indirect);
  toll.speaker = speaker_at(article, "Ana Pérez", "Ana Pérez", 0);
  toll.speaker->role = "mayor";
  toll.cue = span_of(article.text, "said");
  toll.via = {"Radio Nord", "Agence X"};
  Quantity dead;
  dead.number = span_of(article.text, count);
  dead.span = dead.number;
  dead.low = dead.high = 12;
  dead.noun = "people";
  dead.noun_span = span_of(article.text, "people");
  toll.quantities = {dead};
  Time monday;
  monday.span = span_of(article.text, "on Monday");
  monday.edtf = "2020-03-02";
  monday.weekday_misfit = true;
  toll.times = {monday};

  Claim quote = claim_at(article, "“We lost all,”", ClaimType::direct);
  quote.speaker = speaker_at(article, "she", "Ana Pérez", 0);
  quote.quoted = {span_of(article.text, "We lost all")};
  quote.modality = Modality::possible;
  quote.act = Act::thought;

  Claim rumour = claim_at(article, "the owner had fled", ClaimType::indirect);
  rumour.content.push_back(span_of(article.text, "weeks before"));
  rumour.speaker = speaker_at(article, "a worker", "anonymous: worker", 1);
  rumour.speaker->kind = SpeakerKind::anonymous;
  rumour.said = {"", SaidBasis::publication};

  const std::string text_hash = sha256_hex(article.text);
  for (Claim* claim : {&toll, &quote, &rumour}) claim->id = claim_id(*claim, text_hash);
  rumour.nested_in = quote.id;
  story.extraction.claims = {toll, quote, rumour};
  story.extraction.quantities = toll.quantities;
  story.extraction.times = toll.times;
}

void add_facts(Story& story) {
  const Article& article = story.article;
  const Extraction& extraction = story.extraction;
  Facts& facts = story.facts;
  const Span pérez = span_of(article.text, "Ana Pérez");
  const Span worker = span_of(article.text, "a worker");
  facts.names = {{"Ana Pérez", 0, MentionForm::full, "mayor", 1, 0, pérez, pérez, {"ana perez", "ana pere"}},
                 {"a worker", 1, MentionForm::description, "", 1, {}, worker, worker, {"anonymous: worker"}}};
  for (const Mention& mention : extraction.mentions) {
    facts.mentions.push_back({std::nullopt, mention, std::nullopt});
    if (mention.form != MentionForm::pronoun) facts.mentions.back().name = mention.entity;
  }
  facts.quantities = {
      {0, extraction.quantities[0], "dead", "people", "mill", {"mill"}, "", "2020-03-02", {"dead||mill"}}};
  facts.times = {
      {0, extraction.times[0], "die", "die: mill", {"mill"}, 18323, 18323, {"die|mill"}},
      {std::nullopt, {span_of(article.text, "last spring"), "XXXX-21", "", true, false, true}, "", "", {}, {}, {}, {}}};
  facts.roles = {{0, 0, "Ana Pérez", "mayor", "2020-03-02", pérez, {"ana perez"}}};
  facts.statements = {{0, -1, "die", {"mill", "people"}, {"die|mill|people"}}};
  facts.quotes = {{1, span_of(article.text, "We lost all"), {"lost all"}}};
}

}  // namespace

Span span_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  if (at == std::string_view::npos) throw std::logic_error("not in the text: " + std::string(words));
  return {at, at + words.size()};
}

Story mill_story(const std::string& name, const std::string& count, const std::string& url) {
  Story story;
  Article& article = story.article;
  article.text = "Fire — at the mill\nBy J. Doe\nPORT, March 3 (AX) – " + count +
                 " people died at the mill on Monday, Ana Pérez said. “We lost all,” she told Radio Nord. And a worker "
                 "said the owner had fled, he thought, weeks before. It opened last spring.\n";
  story.source = {article.text, name, "text/plain", "", "2020-03-03T08:00:00Z", sha256_hex(article.text)};
  article.id = name.substr(0, name.find('.'));
  article.sha256 = story.source.sha256;
  article.media_type = "text/plain";
  article.url = url;
  article.title = {"Fire — at the mill", span_of(article.text, "Fire — at the mill")};
  article.byline = {{"J. Doe", span_of(article.text, "J. Doe")}, {"K. \"Kit\" Roe", std::nullopt}};
  article.outlet = {"Daily Example", std::nullopt};
  article.published = {"2020-03-03", DateBasis::inferred, span_of(article.text, "March 3")};
  article.dateline = {"PORT", "March 3", "AX", span_of(article.text, "PORT, March 3 (AX) –")};
  article.language = "en";
  const std::size_t body = article.text.find("PORT");
  article.zones = {{ZoneKind::headline, article.title->span.value()},
                   {ZoneKind::body, {body, article.text.size() - 1}}};
  article.offsets.entries = {{0, 0}, {10, 12}};
  article.warnings = {"2 invalid bytes replaced, the first at byte 10"};
  story.extraction.entities = {{"Ana Pérez", EntityKind::person, "mayor"},
                               {"anonymous: worker", EntityKind::anonymous, ""}};
  story.extraction.mentions = {{span_of(article.text, "Ana Pérez"), "Ana Pérez", MentionForm::full, 0, "mayor"},
                               {span_of(article.text, "she"), "she", MentionForm::pronoun, 0, ""},
                               {span_of(article.text, "a worker"), "a worker", MentionForm::description, 1, ""}};
  add_claims(story, count);
  add_facts(story);
  return story;
}

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "hearsay-XXXXXX").string();
  path_ = mkdtemp(pattern.data());
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<Store> opened(const std::string& path, OpenMode mode) {
  Result<std::unique_ptr<Store>> store = Store::open(path, mode);
  if (!store) throw std::runtime_error(store.error().text());
  return std::move(store).value();
}

IngestOutcome ingested(Store& store, const Story& story) {
  Result<IngestOutcome> outcome = store.ingest(story.source, story.article, story.extraction, story.facts);
  if (!outcome) throw std::runtime_error(outcome.error().text());
  return std::move(outcome).value();
}

std::string dump(const std::string& path) {
  SQLite::Database db(path, SQLite::OPEN_READONLY);
  std::string out;
  SQLite::Statement tables(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  while (tables.executeStep()) {
    const std::string table = tables.getColumn(0).getString();
    SQLite::Statement rows(db, "SELECT * FROM \"" + table + "\"");
    while (rows.executeStep()) {
      out += table;
      for (int i = 0; i < rows.getColumnCount(); ++i) {
        const SQLite::Column value = rows.getColumn(i);
        out += '\t';
        out += value.isNull() ? "NULL" : value.getString();
      }
      out += '\n';
    }
  }
  return out;
}

std::string rows_of(const std::string& path, const std::string& sql) {
  SQLite::Database db(path, SQLite::OPEN_READONLY);
  SQLite::Statement statement(db, sql);
  std::string out;
  while (statement.executeStep()) {
    for (int i = 0; i < statement.getColumnCount(); ++i) {
      out += (i == 0 ? "" : "|") + (statement.getColumn(i).isNull() ? "NULL" : statement.getColumn(i).getString());
    }
    out += '\n';
  }
  return out;
}

}  // namespace hearsay

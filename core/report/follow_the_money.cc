// FollowTheMoney entities: Article (PlainText or HyperText, which carry the text, where known), Person, Organization,
// PublicBody, Mention and, for each attributed claim, a Note on its speaker. Written once as entities, once as
// statements: a statement is one value of one property, with an id that other tools compute alike.

#include <openssl/evp.h>

#include <array>
#include <functional>
#include <map>
#include <set>

#include "core/report/iri.h"
#include "core/report/json_fields.h"
#include "core/report/words.h"
#include "core/value/edtf.h"

namespace hearsay {
namespace {

constexpr std::string_view kDataset = "hearsay";

using Properties = std::map<std::string, std::vector<std::string>>;

struct FtmEntity {
  std::string id;
  std::string schema;
  Properties properties;
};

std::string sha1_hex(const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    hex += kDigits[digest.at(i) >> 4U];
    hex += kDigits[digest.at(i) & 0xFU];
  }
  return hex;
}

// Ids of FollowTheMoney are plain: letters, digits, dashes.
std::string id_of(const std::string& name) { return "hearsay-" + sha1_hex(std::string(kNamespace) + name); }

// Full dates, months and years; other EDTF is no date there.
bool plain_date(const std::string& edtf) {
  return date_from_text(edtf) || (edtf.size() == 7 && date_from_text(edtf + "-01")) ||
         (edtf.size() == 4 && date_from_text(edtf + "-01-01"));
}

class Ledger {
 public:
  Ledger(const Report& report, std::function<void(const FtmEntity&)> out) : report_(report), out_(std::move(out)) {}

  void run() {
    for (std::size_t i = 0; i < report_.articles.size(); ++i) add_article(i);
    for (const ReportName& name : report_.names) add_name(name);
    for (const ReportArticle& page : report_.articles) {
      for (const StoredClaim& claim : page.claims) add_note(page, claim);
    }
  }

 private:
  void add(FtmEntity entity) {
    for (auto property = entity.properties.begin(); property != entity.properties.end();) {
      std::erase(property->second, std::string());
      property = property->second.empty() ? entity.properties.erase(property) : std::next(property);
    }
    out_(entity);
  }

  void add_article(std::size_t index) {
    const ReportArticle& page = report_.articles[index];
    FtmEntity entity{id_of(article_name(page)), "Article", {}};
    Properties& p = entity.properties;
    p["title"] = {report_.title_of(index)};
    p["fileName"] = {report_.sources[page.source].name};
    p["mimeType"] = {page.article.media_type};
    p["publisher"] = {page.entry.outlet};
    p["sourceUrl"] = {page.entry.url};
    p["notes"] = {"SHA-256 " + page.entry.sha256};
    if (plain_date(page.entry.published)) p["publishedAt"] = {page.entry.published};
    for (const Stated& author : page.article.byline) p["author"].push_back(author.value);
    add(std::move(entity));
  }

  static const char* schema_of(EntityKind kind) {
    switch (kind) {
      case EntityKind::person:
        return "Person";
      case EntityKind::government:
        return "PublicBody";
      case EntityKind::organization:
      case EntityKind::outlet:
        return "Organization";
      case EntityKind::place:
      case EntityKind::anonymous:
        break;
    }
    return nullptr;
  }

  void add_name(const ReportName& name) {
    const char* schema = schema_of(name.kind);
    if (schema == nullptr) return;
    FtmEntity entity{id_of("name:" + name.id), schema, {}};
    entity.properties["name"] = {name.name};
    if (name.kind == EntityKind::person) entity.properties["position"] = {name.role};
    std::set<std::string> aliases;
    std::set<std::size_t> articles;
    for (const ReportSpelling& spelling : name.spellings) {
      if (spelling.text != name.name) aliases.insert(spelling.text);
      articles.insert(spelling.article);
    }
    entity.properties["alias"].assign(aliases.begin(), aliases.end());
    const std::string known = entity.id;
    known_.insert("name:" + name.id);
    add(std::move(entity));
    for (const std::size_t article : articles) add_mention(name, known, article);
  }

  void add_mention(const ReportName& name, const std::string& entity, std::size_t article) {
    const ReportArticle& page = report_.articles[article];
    FtmEntity mention{id_of("mention:" + name.id + ":" + page.entry.id), "Mention", {}};
    mention.properties["document"] = {id_of(article_name(page))};
    mention.properties["resolved"] = {entity};
    std::set<std::string> spellings;
    for (const ReportSpelling& spelling : name.spellings) {
      if (spelling.article == article) spellings.insert(spelling.text);
    }
    mention.properties["name"].assign(spellings.begin(), spellings.end());
    add(std::move(mention));
  }

  // Attributed statements: a note on the speaker, or on the article where the speaker has no name.
  void add_note(const ReportArticle& page, const StoredClaim& stored) {
    const Claim& claim = stored.claim;
    if (claim.type == ClaimType::assertion) return;
    const std::string speaker = speaker_iri_name(stored);
    FtmEntity note{id_of(claim_name(stored)), "Note", {}};
    Properties& p = note.properties;
    p["entity"] = {known_.contains(speaker) ? id_of(speaker) : id_of(article_name(page))};
    p["description"] = {stored.text};
    p["name"] = {speaker_of(claim) + ", " + outlet_of(page)};
    p["summary"] = {std::string(name_of(claim.type)) + " statement, " + std::string(name_of(claim.modality))};
    p["proof"] = {id_of(article_name(page))};
    p["sourceUrl"] = {page.entry.url};
    if (plain_date(claim.said.edtf)) p["date"] = {claim.said.edtf};
    add(std::move(note));
  }

  const Report& report_;
  std::function<void(const FtmEntity&)> out_;
  std::set<std::string> known_;  // local names of people and bodies written
};

std::string entity_line(const FtmEntity& entity) {
  JsonLine json;
  json.begin();
  json.text("id", entity.id);
  json.text("schema", entity.schema);
  json.begin("properties");
  for (const auto& [name, values] : entity.properties) json.texts(name, values);
  json.end();
  json.texts("datasets", {std::string(kDataset)});
  json.end();
  return json.taken() + "\n";
}

std::string statement_line(const FtmEntity& entity, const std::string& property, const std::string& value,
                           const std::string& at) {
  JsonLine json;
  json.begin();
  json.text("canonical_id", entity.id);
  json.text("entity_id", entity.id);
  json.text("prop", property);
  json.text("schema", entity.schema);
  json.text("value", value);
  json.text("dataset", kDataset);
  json.known("lang", "");
  json.known("original_value", "");
  json.text("first_seen", at);
  json.text("last_seen", at);
  json.key("external");
  json.writer().Bool(false);
  json.text("id", sha1_hex(std::string(kDataset) + "." + entity.id + "." + property + "." + value));
  json.end();
  return json.taken() + "\n";
}

}  // namespace

std::string follow_the_money(const Report& report) {
  std::string out;
  Ledger(report, [&](const FtmEntity& entity) { out += entity_line(entity); }).run();
  return out;
}

std::string follow_the_money_statements(const Report& report) {
  std::string out;
  const std::string at =
      report.header.at.ends_with('Z') ? report.header.at.substr(0, report.header.at.size() - 1) : report.header.at;
  Ledger(report, [&](const FtmEntity& entity) {
    out += statement_line(entity, "id", entity.id, at);
    for (const auto& [property, values] : entity.properties) {
      for (const std::string& value : values) out += statement_line(entity, property, value, at);
    }
  }).run();
  return out;
}

}  // namespace hearsay

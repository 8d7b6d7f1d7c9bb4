// One pass over the flags of the scope. Articles are fetched once each; the words around a place are cut at the borders
// of its zone, so that a heading never runs into the sentence below it.

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/report/report.h"
#include "core/text/code_points.h"
#include "core/text/utf8.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kContextBytes = 240;  // on each side, cut at a space

// An article with what turns its bytes into code points.
struct Page {
  ArticleEntry entry;
  Article article;
  CodePoints points;
};

std::size_t context_begin(std::string_view text, std::size_t from, std::size_t place) {
  if (place - from <= kContextBytes) return from;
  const std::size_t space = text.find(' ', place - kContextBytes);
  return space < place ? space + 1 : place;
}

std::size_t context_end(std::string_view text, std::size_t place, std::size_t to) {
  if (to - place <= kContextBytes) return to;
  const std::size_t space = text.rfind(' ', place + kContextBytes);
  return space != std::string_view::npos && space > place ? space : place;
}

class Assembler {
 public:
  Assembler(Store& store, const ReportScope& scope) : store_(store), scope_(scope) {}

  Result<Report> run(ReportHeader header) {
    Report report;
    Result<std::vector<Flag>> flags = flags_in_scope(report);
    if (!flags) return flags.error();
    Result<std::string> state = store_.state_hash();
    if (!state) return state.error();
    header.store_sha256 = *state;
    header.rules_sha256 = rules_hash(*flags);
    report.header = std::move(header);
    for (Flag& flag : *flags) {
      Result<ReportFlag> row = with_places(std::move(flag));
      if (!row) return row.error();
      report.flags.push_back(std::move(row).value());
    }
    if (Result<Done> added = add_names(report); !added) return added.error();
    if (Result<Done> added = add_articles(report); !added) return added.error();
    return report;
  }

 private:
  Result<std::vector<Flag>> flags_in_scope(Report& report) {
    report.about = "everything";
    if (!scope_.flag.empty()) {
      Result<Flag> flag = store_.flag(scope_.flag);
      if (!flag) return flag.error();
      report.about = "flag " + flag->id;
      return std::vector<Flag>{std::move(flag).value()};
    }
    Result<std::vector<Flag>> flags = store_.flags({.article = scope_.article});
    if (!flags) return flags;
    if (!scope_.article.empty()) {
      if (Result<ArticleEntry> entry = store_.article_entry(scope_.article); !entry) return entry.error();
      report.about = "article " + scope_.article;
      articles_.insert(scope_.article);
    }
    if (scope_.claim.empty() && scope_.entity.empty()) return flags;
    Result<std::set<ClaimRef>> wanted = claims_in_scope(report);
    if (!wanted) return wanted.error();
    std::erase_if(*flags, [&](const Flag& flag) {
      return std::none_of(flag.claims.begin(), flag.claims.end(),
                          [&](const ClaimRef& ref) { return wanted->contains(ref); });
    });
    return flags;
  }

  Result<std::set<ClaimRef>> claims_in_scope(Report& report) {
    if (!scope_.claim.empty()) {
      Result<StoredClaim> claim = store_.claim(scope_.claim);
      if (!claim) return claim.error();
      report.about = "claim " + claim->ref.article + "#" + claim->ref.claim;
      articles_.insert(claim->ref.article);
      return std::set<ClaimRef>{claim->ref};
    }
    Result<StoredEntity> entity = store_.entity(scope_.entity);
    if (!entity) return entity.error();
    report.about = "name " + entity->name;
    entity_ = entity->id;
    Result<std::vector<StoredClaim>> claims = store_.claims({.entity = entity->id});
    if (!claims) return claims.error();
    std::set<ClaimRef> refs;
    for (const StoredClaim& claim : *claims) {
      refs.insert(claim.ref);
      articles_.insert(claim.ref.article);
    }
    return refs;
  }

  static std::string rules_hash(const std::vector<Flag>& flags) {
    std::map<std::string, std::string> rules;
    for (const Flag& flag : flags) rules[flag.rule] = flag.rule_sha256;
    std::string all;
    for (const auto& [rule, hash] : rules) all += rule + " " + hash + "\n";
    return sha256_hex(all);
  }

  Result<const Page*> page(const std::string& id) {
    if (const auto known = pages_.find(id); known != pages_.end()) return &known->second;
    Result<ArticleEntry> entry = store_.article_entry(id);
    if (!entry) return entry.error();
    Result<Article> article = store_.article(id);
    if (!article) return article.error();
    CodePoints points(article->text);
    return &pages_.emplace(id, Page{std::move(*entry), std::move(*article), std::move(points)}).first->second;
  }

  Result<ReportFlag> with_places(Flag flag) {
    ReportFlag row;
    for (const Evidence& evidence : flag.evidence) {
      Result<ReportPlace> place = place_of(evidence);
      if (!place) return place.error();
      row.places.push_back(std::move(place).value());
      articles_.insert(evidence.article);
      ++flags_of_[{evidence.article, flag.id}];
    }
    Result<std::vector<Decision>> decisions = store_.decisions("flag", flag.id);
    if (!decisions) return decisions.error();
    row.decisions = std::move(decisions).value();
    row.flag = std::move(flag);
    return row;
  }

  Result<ReportPlace> place_of(const Evidence& evidence) {
    Result<const Page*> found = page(evidence.article);
    if (!found) return found.error();
    const Page& page = **found;
    const std::string_view text = page.article.text;
    ReportPlace place;
    place.article = evidence.article;
    place.title = page.entry.title.empty() ? evidence.article : page.entry.title;
    place.outlet = page.entry.outlet;
    place.published = page.entry.published;
    place.sha256 = page.entry.sha256;
    place.url = page.entry.url;
    place.span = page.points.from_bytes(evidence.span);
    const Zone* zone = zone_at(page.article, evidence.span.begin);
    const Span around = zone != nullptr ? zone->span : evidence.span;
    const std::size_t begin = context_begin(text, std::min(around.begin, evidence.span.begin), evidence.span.begin);
    const std::size_t end = context_end(text, evidence.span.end, std::max(around.end, evidence.span.end));
    place.before = text.substr(begin, evidence.span.begin - begin);
    place.words = evidence.span.of(text);
    place.after = text.substr(evidence.span.end, end - evidence.span.end);
    if (!evidence.claim.empty()) {
      if (Result<Done> told = tell_claim(evidence, text, place); !told) return told.error();
    }
    return place;
  }

  Result<Done> tell_claim(const Evidence& evidence, std::string_view text, ReportPlace& place) {
    Result<StoredClaim> stored = store_.claim(evidence.article + "#" + evidence.claim);
    if (!stored) return stored.error();
    const Claim& claim = stored->claim;
    place.claim = evidence.claim;
    place.type = name_of(claim.type);
    place.modality = name_of(claim.modality);
    place.said = claim.said.edtf;
    if (claim.cue) place.cue = claim.cue->of(text);
    const std::string outlet = place.outlet.empty() ? "outlet not named" : place.outlet;
    if (claim.type == ClaimType::assertion || !claim.speaker) {
      place.speaker = claim.type == ClaimType::assertion ? "the outlet itself" : "nobody named";
    } else {
      place.speaker = claim.speaker->name;
      place.mention = claim.speaker->mention == claim.speaker->name ? "" : claim.speaker->mention;
      place.role = claim.speaker->role;
      place.chain.push_back(claim.speaker->name);
    }
    place.chain.insert(place.chain.end(), claim.via.begin(), claim.via.end());
    if (place.chain.empty() || place.chain.back() != outlet) place.chain.push_back(outlet);
    return Done{};
  }

  Result<Done> add_names(Report& report) {
    Result<std::vector<StoredEntity>> entities = store_.entities(EntityKind::person);
    if (!entities) return entities.error();
    for (const StoredEntity& entity : *entities) {
      ReportName name{entity.name, std::string(name_of(entity.kind)), entity.role, {}};
      std::set<std::string> distinct;
      for (const Spelling& spelling : entity.spellings) {
        if (spelling.form == MentionForm::pronoun || spelling.form == MentionForm::description) continue;
        if (!scope_.everything() && !articles_.contains(spelling.article)) continue;
        distinct.insert(spelling.text);
        name.spellings.push_back({spelling.text, spelling.article, spelling.count});
      }
      if (distinct.size() > 1 || (entity.id == entity_ && !distinct.empty())) report.names.push_back(std::move(name));
    }
    return Done{};
  }

  Result<Done> add_articles(Report& report) {
    Result<std::vector<ArticleEntry>> entries = store_.articles();
    if (!entries) return entries.error();
    for (ArticleEntry& entry : *entries) {
      if (!scope_.everything() && !articles_.contains(entry.id)) continue;
      Result<std::vector<StoredClaim>> claims = store_.claims({.article = entry.id});
      if (!claims) return claims.error();
      ReportArticle row;
      row.attributed = static_cast<std::size_t>(std::count_if(
          claims->begin(), claims->end(), [](const StoredClaim& c) { return c.claim.type != ClaimType::assertion; }));
      row.flags = static_cast<std::size_t>(std::count_if(
          flags_of_.begin(), flags_of_.end(), [&](const auto& seen) { return seen.first.first == entry.id; }));
      report.claims += claims->size();
      row.entry = std::move(entry);
      report.articles.push_back(std::move(row));
    }
    return Done{};
  }

  Store& store_;
  const ReportScope& scope_;
  std::string entity_;              // id, when the scope is one
  std::set<std::string> articles_;  // of the scope
  std::map<std::string, Page> pages_;
  std::map<std::pair<std::string, std::string>, std::size_t> flags_of_;  // article, flag
};

}  // namespace

Result<Report> assemble(Store& store, const ReportScope& scope, ReportHeader header) {
  return Assembler(store, scope).run(std::move(header));
}

}  // namespace hearsay

// What is in the scope is found first: flags, claims, articles. Then each article is fetched once, and flags, names and
// decisions are tied to it.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/report/context.h"
#include "core/report/flag_origins.h"
#include "core/report/report.h"
#include "core/text/difference.h"
#include "core/value/hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kManyArticles = 8;  // from here on all claims are fetched at once
constexpr const char* kNoEntry = "0000000000000000000000000000000000000000000000000000000000000000";

bool has_part(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) {
    const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? c - 'A' + 'a' : c; };
    return lower(a) == lower(b);
  };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

std::string rules_hash(const std::vector<Flag>& flags) {
  std::map<std::string, std::string> rules;
  for (const Flag& flag : flags) rules[flag.rule] = flag.rule_sha256;
  std::string all;
  for (const auto& [rule, hash] : rules) all += rule + " " + hash + "\n";
  return sha256_hex(all);
}

// Of a dispute over words: what the words of each side do not share. The first place is one side; every other is
// compared with it, the first with the nearest that has other words. What is denied is told in other words anyway.
void mark_differing(ReportFlag& row) {
  static constexpr std::array<std::string_view, 3> kNotOverWords = {"missing", "sourcing", "denial"};
  const bool elsewhere = std::find(kNotOverWords.begin(), kNotOverWords.end(), row.flag.kind) != kNotOverWords.end();
  if (elsewhere || row.places.size() < 2) return;
  ReportPlace& first = row.places.front();
  for (std::size_t i = 1; i < row.places.size(); ++i) {
    WordingDifference found = difference(first.words, row.places[i].words);
    if (first.differing.empty()) first.differing = std::move(found.of_a);
    row.places[i].differing = std::move(found.of_b);
  }
}

class Assembler {
 public:
  Assembler(Store& store, const ReportScope& scope) : store_(store), scope_(scope) {}

  Result<Report> run(ReportHeader header) {
    report_.header = std::move(header);
    Result<std::vector<Flag>> flags = flags_in_scope();
    if (!flags) return flags.error();
    if (Result<Done> filled = fill_header(*flags); !filled) return filled.error();
    for (const Flag& flag : *flags) {
      for (const Evidence& evidence : flag.evidence) wanted_.insert(evidence.article);
    }
    if (Result<Done> added = add_articles(); !added) return added.error();
    for (Flag& flag : *flags) add_flag(std::move(flag));
    if (Result<Done> added = add_retired(); !added) return added.error();
    Result<std::vector<Derivation>> derivations = store_.derivations();
    if (!derivations) return derivations.error();
    add_origins(report_, *derivations);
    add_claims();
    if (Result<Done> added = add_names(); !added) return added.error();
    if (Result<Done> added = add_decisions(); !added) return added.error();
    return std::move(report_);
  }

 private:
  Result<Done> fill_header(const std::vector<Flag>& flags) {
    Result<std::string> state = store_.state_hash(StateOf::what_holds);
    if (!state) return state.error();
    Result<std::vector<LogEntry>> log = store_.log();
    if (!log) return log.error();
    report_.header.store_sha256 = *state;
    report_.header.log_sha256 = log->empty() ? kNoEntry : log->back().hash;
    report_.header.rules_sha256 = rules_hash(flags);
    return Done{};
  }

  Result<std::vector<Flag>> flags_in_scope() {
    report_.about = "everything";
    if (!scope_.flag.empty()) {
      Result<Flag> flag = store_.flag(scope_.flag);
      if (!flag) return flag.error();
      report_.about = "flag " + flag->id;
      return std::vector<Flag>{std::move(flag).value()};
    }
    if (scope_.everything()) return store_.flags();
    if (!scope_.claim.empty() || !scope_.entity.empty() || scope_.article.empty()) return flags_of_claims();
    Result<ArticleEntry> entry = store_.article_entry(scope_.article);
    if (!entry) return entry.error();
    report_.about = "article " + entry->id;
    wanted_.insert(entry->id);
    return store_.flags({.article = entry->id});
  }

  Result<std::vector<Flag>> flags_of_claims() {
    Result<std::vector<StoredClaim>> claims = claims_in_scope();
    if (!claims) return claims.error();
    for (const StoredClaim& claim : *claims) {
      listed_.insert(claim.ref);
      wanted_.insert(claim.ref.article);
    }
    Result<std::vector<Flag>> flags = store_.flags();
    if (!flags) return flags;
    std::erase_if(*flags, [&](const Flag& flag) { return !touches_scope(flag); });
    return flags;
  }

  bool touches_scope(const Flag& flag) const {
    const auto of_evidence = [&](const Evidence& evidence) {
      return spellings_.contains(evidence.text) || of_outlet_.contains(evidence.article);
    };
    return std::any_of(flag.evidence.begin(), flag.evidence.end(), of_evidence) ||
           std::any_of(flag.claims.begin(), flag.claims.end(),
                       [&](const ClaimRef& ref) { return listed_.contains(ref); });
  }

  Result<std::vector<StoredClaim>> claims_in_scope() {
    if (!scope_.claim.empty()) {
      Result<StoredClaim> claim = store_.claim(scope_.claim);
      if (!claim) return claim.error();
      report_.about = "claim " + claim->ref.article + "#" + claim->ref.claim;
      return std::vector<StoredClaim>{std::move(claim).value()};
    }
    if (!scope_.entity.empty()) {
      Result<StoredEntity> entity = entity_in_scope();
      if (!entity) return entity.error();
      report_.about = entity->name;
      for (const Spelling& spelling : entity->spellings) {
        wanted_.insert(spelling.article);
        if (spelling.form != MentionForm::pronoun) spellings_.insert(spelling.text);
      }
      return store_.claims({.entity = entity->id});
    }
    if (!scope_.outlet.empty()) {
      if (Result<Done> found = add_outlet(); !found) return found.error();
      return store_.claims({.outlet = scope_.outlet});
    }
    report_.about = "“" + scope_.query + "”";
    return store_.claims({.search = scope_.query});
  }

  // By id, else by a name as written somewhere.
  Result<StoredEntity> entity_in_scope() {
    Result<StoredEntity> by_id = store_.entity(scope_.entity);
    if (by_id) return by_id;
    Result<std::vector<StoredEntity>> all = store_.entities();
    if (!all) return all.error();
    for (StoredEntity& entity : *all) {
      const bool spelled = std::any_of(entity.spellings.begin(), entity.spellings.end(),
                                       [&](const Spelling& s) { return s.text == scope_.entity; });
      if (spelled || entity.name == scope_.entity) return std::move(entity);
    }
    return by_id;
  }

  Result<Done> add_outlet() {
    Result<std::vector<ArticleEntry>> entries = store_.articles();
    if (!entries) return entries.error();
    std::set<std::string> outlets;
    for (const ArticleEntry& entry : *entries) {
      if (entry.outlet.empty() || !has_part(entry.outlet, scope_.outlet)) continue;
      outlets.insert(entry.outlet);
      wanted_.insert(entry.id);
      of_outlet_.insert(entry.id);
    }
    if (outlets.empty()) {
      return Error{ErrorCode::not_found, store_.path(), "no article of an outlet named '" + scope_.outlet + "'",
                   "'hearsay claims' shows the outlets", ""};
    }
    report_.about.clear();
    for (const std::string& outlet : outlets) report_.about += (report_.about.empty() ? "" : ", ") + outlet;
    return Done{};
  }

  Result<Done> add_articles() {
    Result<std::vector<ArticleEntry>> entries = store_.articles({.superseded = true});
    if (!entries) return entries.error();
    if (!scope_.everything()) std::erase_if(*entries, [&](const auto& entry) { return !wanted_.contains(entry.id); });
    const bool at_once = entries->size() > kManyArticles;
    std::map<std::string, std::vector<StoredClaim>> claims;
    if (at_once) {
      Result<std::vector<StoredClaim>> all = store_.claims({.superseded = true, .not_claims = true});
      if (!all) return all.error();
      for (StoredClaim& claim : *all) claims[claim.ref.article].push_back(std::move(claim));
    }
    for (ArticleEntry& entry : *entries) {
      if (!at_once) {
        Result<std::vector<StoredClaim>> own =
            store_.claims({.article = entry.id, .superseded = true, .not_claims = true});
        if (!own) return own.error();
        claims[entry.id] = std::move(own).value();
      }
      if (Result<Done> added = add_article(std::move(entry), std::move(claims[entry.id])); !added) return added;
    }
    return Done{};
  }

  Result<Done> add_article(ArticleEntry entry, std::vector<StoredClaim> claims) {
    Result<Article> article = store_.article(entry.id);
    if (!article) return article.error();
    const auto [source, fresh] = sources_.emplace(entry.sha256, report_.sources.size());
    if (fresh) {
      Result<Source> bytes = store_.source(entry.sha256);
      if (!bytes) return bytes.error();
      report_.sources.push_back(std::move(bytes).value());
    }
    const auto none = std::stable_partition(claims.begin(), claims.end(),
                                            [](const StoredClaim& c) { return c.decided("claim") == nullptr; });
    std::vector<StoredClaim> not_claims(std::make_move_iterator(none), std::make_move_iterator(claims.end()));
    claims.erase(none, claims.end());
    CodePoints points(article->text);
    const auto attributed = static_cast<std::size_t>(std::count_if(
        claims.begin(), claims.end(), [](const StoredClaim& c) { return c.claim.type != ClaimType::assertion; }));
    index_[entry.id] = report_.articles.size();
    report_.articles.push_back({std::move(entry), source->second, std::move(article).value(), std::move(points),
                                std::move(claims), attributed, 0, std::move(not_claims)});
    return Done{};
  }

  std::optional<std::size_t> claim_in(std::size_t article, std::string_view id) {
    std::map<std::string, std::size_t>& known = claims_of_[article];
    if (known.empty()) {
      const std::vector<StoredClaim>& claims = report_.articles[article].claims;
      for (std::size_t i = 0; i < claims.size(); ++i) known.emplace(claims[i].ref.claim, i);
    }
    const auto found = known.find(std::string(id));
    return found == known.end() ? std::nullopt : std::optional(found->second);
  }

  void add_flag(Flag flag) {
    ReportFlag row = row_of(std::move(flag));
    std::set<std::size_t> touched;
    for (const ReportPlace& place : row.places) touched.insert(place.article);
    for (const std::size_t article : touched) ++report_.articles[article].flags;
    report_.flags.push_back(std::move(row));
  }

  Result<Done> add_retired() {
    if (!scope_.everything()) return Done{};
    Result<std::vector<Flag>> flags = store_.flags({.status = FlagStatus::retired});
    if (!flags) return flags.error();
    for (Flag& flag : *flags) report_.retired.push_back(row_of(std::move(flag)));
    return Done{};
  }

  ReportFlag row_of(Flag flag) {
    ReportFlag row;
    for (const Evidence& evidence : flag.evidence) {
      const auto known = index_.find(evidence.article);
      if (known == index_.end()) continue;  // an article is never deleted; a flag of another store would name one
      // a retired flag rests on what was read then
      const bool spelled = evidence.span.end <= report_.articles[known->second].article.text.size() &&
                           evidence.span.of(report_.articles[known->second].article.text) == evidence.text;
      if (spelled) row.places.push_back(place_of(evidence, known->second));
    }
    row.flag = std::move(flag);
    mark_differing(row);
    return row;
  }

  ReportPlace place_of(const Evidence& evidence, std::size_t article) {
    const Article& page = report_.articles[article].article;
    const std::string_view text = page.text;
    ReportPlace place;
    place.article = article;
    place.span = evidence.span;
    if (!evidence.claim.empty()) place.claim = claim_in(article, evidence.claim);
    const Span around = context_of(page, evidence.span);
    place.before = text.substr(around.begin, evidence.span.begin - around.begin);
    place.words = evidence.span.of(text);
    place.after = text.substr(evidence.span.end, around.end - evidence.span.end);
    return place;
  }

  void add_claims() {
    for (const ClaimRef& ref : listed_) {
      const auto article = index_.find(ref.article);
      if (article == index_.end()) continue;
      if (const auto claim = claim_in(article->second, ref.claim)) report_.claims.push_back({article->second, *claim});
    }
    std::sort(report_.claims.begin(), report_.claims.end());
  }

  Result<Done> add_names() {
    Result<std::vector<StoredEntity>> entities = store_.entities();
    if (!entities) return entities.error();
    for (const StoredEntity& entity : *entities) {
      if (entity.kind == EntityKind::anonymous) continue;
      ReportName name{entity.id, entity.name, entity.kind, entity.role, {}};
      for (const Spelling& spelling : entity.spellings) {
        const auto article = index_.find(spelling.article);
        if (article == index_.end()) continue;
        if (spelling.form == MentionForm::pronoun || spelling.form == MentionForm::description) continue;
        name.spellings.push_back({spelling.text, article->second, spelling.count, spelling.first});
      }
      if (!name.spellings.empty()) report_.names.push_back(std::move(name));
    }
    return Done{};
  }

  Result<Done> add_decisions() {
    Result<std::vector<DecisionEntry>> all = store_.decision_entries();
    if (!all) return all.error();
    std::map<std::string, ReportFlag*> flags;
    std::map<std::string, std::vector<ReportFlag*>> followers;  // of a decision about another flag
    for (ReportFlag& row : report_.flags) {
      flags[row.flag.id] = &row;
      followers[row.flag.decision].push_back(&row);
    }
    for (ReportFlag& row : report_.retired) flags[row.flag.id] = &row;
    for (DecisionEntry& entry : *all) {
      const Decision& decision = entry.decision;
      std::vector<ReportFlag*> beside = followers[decision.id];
      const auto own = flags.find(decision.subject);
      if (own != flags.end() && std::find(beside.begin(), beside.end(), own->second) == beside.end())
        beside.push_back(own->second);
      for (ReportFlag* row : beside) row->decisions.push_back(entry);
      if (!beside.empty() || scope_.everything() || in_scope(decision)) report_.decisions.push_back(std::move(entry));
    }
    return Done{};
  }

  bool in_scope(const Decision& decision) {
    if (decision.about == "flag") return false;
    if (decision.about == "rule") {
      const std::string rule = decision.subject.substr(0, decision.subject.find(' '));
      return std::any_of(report_.flags.begin(), report_.flags.end(),
                         [&](const ReportFlag& row) { return row.flag.rule == rule; });
    }
    if (decision.about == "claim") {
      const std::size_t hash = decision.subject.rfind('#');
      return hash != std::string::npos && index_.contains(decision.subject.substr(0, hash));
    }
    return std::any_of(report_.names.begin(), report_.names.end(),
                       [&](const ReportName& name) { return decision.subject.find(name.id) != std::string::npos; });
  }

  Store& store_;
  const ReportScope& scope_;
  Report report_;
  std::set<std::string> wanted_;                // ids of articles
  std::set<ClaimRef> listed_;                   // the claims the scope asks for
  std::set<std::string> spellings_;             // of the person the scope asks for
  std::set<std::string> of_outlet_;             // articles of the outlet the scope asks for
  std::map<std::string, std::size_t> index_;    // article id
  std::map<std::string, std::size_t> sources_;  // SHA-256
  std::map<std::size_t, std::map<std::string, std::size_t>> claims_of_;
};

}  // namespace

Result<Report> assemble(Store& store, const ReportScope& scope, ReportHeader header) {
  return Assembler(store, scope).run(std::move(header));
}

}  // namespace hearsay
